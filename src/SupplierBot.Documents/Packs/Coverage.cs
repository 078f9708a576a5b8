using SupplierBot.Documents.Registers;

namespace SupplierBot.Documents.Packs;

/// <summary>How far the register does what A.5.19 to A.5.23 ask: each test with the suppliers that fail it.</summary>
internal sealed class Coverage : IAsyncDisposable
{
    private readonly RegisterContext file;
    private readonly CsvWriter failures;
    private readonly (int Checked, int Failed)[] counts = new (int, int)[CoverageTests.All.Count];

    public Coverage(RegisterContext file, Stream scratch)
    {
        this.file = file;
        failures = new(scratch);
        failures.Header([
            file.Wording["file.coverage_control"],
            file.Wording["file.coverage_test"],
            file.Wording["file.register_number"],
            file.Wording["file.register_supplier"],
            file.Wording["file.coverage_missing"],
        ]);
    }

    public async ValueTask AddAsync(SupplierLine line, CancellationToken cancellation)
    {
        for (var at = 0; at < CoverageTests.All.Count; at++)
        {
            var test = CoverageTests.All[at];
            if (!test.Applies(line))
                continue;
            var missing = string.Join("; ", test.Missing(line));
            counts[at] = (counts[at].Checked + 1, counts[at].Failed + (missing.Length > 0 ? 1 : 0));
            if (missing.Length > 0)
                await FailedAsync(test, line, missing, cancellation);
        }
    }

    /// <summary>A line for each test.</summary>
    public async Task WriteTestsAsync(Stream stream, CancellationToken cancellation)
    {
        await using var csv = new CsvWriter(new MemoryStream());
        var words = file.Wording;
        csv.Header([
            words["file.coverage_control"],
            words["file.coverage_test"],
            words["file.coverage_result"],
            words["file.coverage_checked"],
            words["file.coverage_failed"],
        ]);
        for (var at = 0; at < CoverageTests.All.Count; at++)
        {
            csv.Add(Cell.Of(CoverageTests.All[at].Control));
            csv.Add(Cell.Of(words[$"file.coverage_{CoverageTests.All[at].Name}"]));
            csv.Add(Cell.Of(Result(counts[at])));
            csv.Add(Cell.Of(counts[at].Checked));
            csv.Add(Cell.Of(counts[at].Failed));
            await csv.EndLineAsync(cancellation);
        }
        await csv.FinishAsync(stream, cancellation);
    }

    /// <summary>A line for each supplier that fails one.</summary>
    public Task WriteFailuresAsync(Stream stream, CancellationToken cancellation) => failures.FinishAsync(stream, cancellation);

    public ValueTask DisposeAsync() => failures.DisposeAsync();

    private string Result((int Checked, int Failed) count) =>
        file.Wording[
            count.Checked == 0 ? "file.coverage_nothing"
            : count.Failed == 0 ? "file.coverage_passed"
            : "file.coverage_not_passed"
        ];

    private ValueTask FailedAsync(CoverageTest test, SupplierLine line, string missing, CancellationToken cancellation)
    {
        failures.Add(Cell.Of(test.Control));
        failures.Add(Cell.Of(file.Wording[$"file.coverage_{test.Name}"]));
        failures.Add(Cell.Of(line.Entry.Id));
        failures.Add(Cell.Of(line.Entry.Supplier));
        failures.Add(Cell.Of(missing));
        return failures.EndLineAsync(cancellation);
    }
}
