using System.Text;
using SupplierBot.Documents.Registers;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Registers;

public sealed class RegisterCsvTests
{
    [Fact]
    public async Task It_has_the_columns_of_the_suppliers_sheet_and_a_line_for_each()
    {
        var lines = Csv.Read(await WriteAsync(SampleRegister.All));
        Assert.Equal(SupplierColumns.All.Select(column => column.Header(WordingText.Wording)), lines[0]);
        Assert.Equal(SampleRegister.All.Select(record => record.Entry.Id), lines.Skip(1).Select(line => line[0]));
        Assert.All(lines, line => Assert.Equal(SupplierColumns.All.Count, line.Count));
        Assert.Contains("2027-11-30", lines[1]);
        Assert.Contains("Only for internal meetings.\nNo source code.", lines[1]);
    }

    [Fact]
    public async Task It_is_UTF_8_with_a_mark_and_ends_every_line_as_the_standard_says()
    {
        using var output = new MemoryStream();
        await WriteAsync(SampleRegister.All, output);
        var bytes = output.ToArray();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("\r\n"u8.ToArray(), bytes[^2..]);
    }

    [Fact]
    public async Task A_register_that_cannot_be_read_to_its_end_leaves_nothing()
    {
        var scratch = new ScratchFiles();
        using var output = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RegisterCsv.WriteAsync(
                SampleRegister.Many(1000),
                SampleRegister.Provenance,
                WordingText.Wording,
                new(output, scratch.Next),
                new CancellationToken(canceled: true)
            )
        );
        Assert.Equal((0, 0), ((int)output.Length, scratch.Open));
    }

    public static async Task<string> WriteAsync(IEnumerable<SupplierRecord> records)
    {
        using var output = new MemoryStream();
        await WriteAsync(records, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static Task WriteAsync(IEnumerable<SupplierRecord> records, Stream output) =>
        RegisterCsv.WriteAsync(
            SampleRegister.Streamed(records),
            SampleRegister.Provenance,
            WordingText.Wording,
            new(output, () => new MemoryStream()),
            TestContext.Current.CancellationToken
        );
}
