using System.Diagnostics;
using System.Globalization;
using SupplierBot.Benchmarks.Core;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Documents;
using SupplierBot.Documents.Packs;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Benchmarks;

/// <summary>
/// The register as files, from records in memory: what the writing itself costs. Budgets: 100,000 suppliers in 15 s and 300 MB, 1,000 in 2 s.
/// </summary>
internal static class Files
{
    private static readonly DateTimeOffset At = new(2026, 12, 3, 14, 5, 0, TimeSpan.Zero);
    private static readonly Person Sam = new(new("teams:sam"), "Sam Security");
    private static readonly Provenance Provenance = new("Example Ltd", Sam, At, TimeZoneInfo.Utc, Samples.Policy.Version, "the CISO");

    /// <param name="args">Suppliers; a thousand and a hundred thousand where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Length > 0 ? args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)) : [1_000, 100_000];
        await WriteAsync("warming up", 100, Workbook);
        foreach (var size in sizes)
        {
            await WriteAsync("XLSX", size, Workbook);
            await WriteAsync("CSV", size, Csv);
            await WriteAsync("JSON", size, Json);
            await WriteAsync("auditor's pack", size, Pack);
        }
        return 0;
    }

    private static Task Workbook(int size, Stream output) =>
        RegisterWorkbook.WriteAsync(Records(size), Provenance, Samples.Wording, output, Scratch, null, default);

    private static Task Csv(int size, Stream output) =>
        RegisterCsv.WriteAsync(Records(size), Provenance, Samples.Wording, output, Scratch, null, default);

    private static Task Json(int size, Stream output) =>
        RegisterJson.WriteAsync(Records(size), Provenance, Samples.Wording, output, Scratch, null, default);

    private static Task Pack(int size, Stream output) =>
        AuditPack.WriteAsync(
            new(Records(size), Nothing<PackedCase>(), Nothing<ChainedEvent>(), new(0, null, "")),
            Provenance,
            Samples.Wording,
            output,
            Scratch,
            null,
            default
        );

    private static async Task WriteAsync(string what, int size, Func<int, Stream, Task> write)
    {
        await using var output = Scratch();
        using var process = Process.GetCurrentProcess();
        var (started, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await write(size, output);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}, {size:N0} suppliers: {took:F1} s, {(process.TotalProcessorTime - cpu).TotalSeconds:F1} s of CPU, {output.Length / 1048576.0:F1} MB written, {process.PeakWorkingSet64 / 1048576} MB of memory at most"
            )
        );
    }

    private static FileStream Scratch() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );

    /// <summary>An easy one and a hard one in turn, each approved with every contract point agreed and every document checked.</summary>
    private static async IAsyncEnumerable<SupplierRecord> Records(int size)
    {
        var cases = new[] { Samples.Simple, Samples.Hard }.Select(supplier => Approved(Samples.AnswersOf(supplier))).ToList();
        for (var number = 1; number <= size; number++)
        {
            var current = cases[number % cases.Count];
            yield return new(EntryOf(current, number), current, Samples.Policy);
        }
        await Task.CompletedTask;
    }

    private static Case Approved(Answers answers)
    {
        var assessment = Assessor.Assess(Samples.Policy, answers);
        return new()
        {
            Id = "REQ-2026-0001",
            Version = 4,
            ContentVersion = 1,
            Status = CaseStatus.Approved,
            Requester = Sam,
            Owner = Sam,
            Answers = answers,
            Assessment = assessment,
            Clauses =
            [
                .. assessment.Clauses.Select(clause => new ClauseItem(clause.Id, ClauseState.Agreed)
                {
                    Document = "MSA",
                    Version = "v3",
                    Section = "§ 4",
                    By = Sam,
                    At = At,
                }),
            ],
            Evidence =
            [
                .. assessment.Evidence.Select(
                    (kind, index) =>
                        new EvidenceRecord(index + 1, kind.Id, Sam, At)
                        {
                            Issuer = "Their auditor",
                            Expires = new(2027, 11, 30),
                            Verdict = EvidenceVerdict.Sufficient,
                            JudgedBy = Sam,
                            JudgedAt = At,
                        }
                ),
            ],
            Approvals = [new(Sam, "security", At, false, ContractTerms.Agreed, "MSA v3", [], "There is no other.")],
            Decision = new(CaseStatus.Approved, Sam, At, "There is no other."),
            PolicyHash = Samples.Policy.Hash,
            PolicyApproval = "the CISO",
            SubmittedAt = At,
            DueAt = At,
            EntryId = "SUP-0001",
            EventCount = 2,
            ChainHead = HashChain.Start,
        };
    }

    private static RegisterEntry EntryOf(Case current, int number) =>
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"SUP-{number:0000}"),
            Supplier = FilledRegister.NameOf(number),
            Service = "Business plan",
            Website = "example.com",
            Purpose = current.Answers.One("purpose") ?? "",
            Status = EntryStatus.Active,
            Owner = Sam,
            Type = current.Assessment.Type,
            Types = current.Assessment.Types,
            Tier = current.Assessment.Tier,
            Score = current.Assessment.Score,
            Data = current.Answers.Picked("data"),
            CaseId = current.Id,
            PolicyVersion = current.Assessment.PolicyVersion,
            NextReview = new(2027, 12, 3),
            ChangedAt = At,
        };

    private static async IAsyncEnumerable<T> Nothing<T>()
    {
        await Task.CompletedTask;
        yield break;
    }
}
