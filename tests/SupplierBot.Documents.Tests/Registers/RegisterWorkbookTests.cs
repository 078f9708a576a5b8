using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SupplierBot.Documents.Registers;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Tests.Registers;

public sealed class RegisterWorkbookTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static Wording Words => WordingText.Wording;

    [Fact]
    public async Task Every_supplier_is_there_with_its_values_as_what_they_are()
    {
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(SampleRegister.All));
        var lines = Workbooks.Lines(file, Words["file.register_suppliers"]);
        Assert.Equal(SampleRegister.All.Select(record => record.Entry.Supplier), lines.Select(line => line["Supplier"].Text));
        var acme = lines[0];
        Assert.Equal(("High", true), (acme["Risk tier"].Text, acme["Risk tier"].IsText));
        Assert.Equal(
            (SampleRegister.Approved.Entry.Score.ToString(CultureInfo.InvariantCulture), false),
            (acme["Score"].Text, acme["Score"].IsText)
        );
        Assert.Equal((Serial(2027, 11, 30), false), (acme["Contract ends"].Text, acme["Contract ends"].IsText));
        Assert.Equal(Serial(2027, 10, 1), acme["Last day to give notice"].Text);
        Assert.Equal("Only for internal meetings.\nNo source code.", acme["Rules of use"].Text);
        Assert.Contains("until 3 Mar 2027", acme["Accepted gaps"].Text, StringComparison.Ordinal);
        Assert.Contains("Mistral AI, Hetzner", acme["Subprocessors and model providers"].Text, StringComparison.Ordinal);
        Assert.Equal("Sam, Priya", acme["Decided by"].Text);
        Assert.StartsWith("No: ", lines[1]["Ready to use"].Text, StringComparison.Ordinal);
        Assert.False(lines[2].ContainsKey("Data allowed"));
    }

    [Fact]
    public async Task Contract_points_documents_conditions_and_reviews_have_a_line_each()
    {
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(SampleRegister.All));
        var points = Workbooks.Lines(file, Words["file.register_points"]);
        Assert.Equal(SampleRegister.All.Sum(record => record.Case!.Assessment.Clauses.Count), points.Count);
        var changed = points.First(point => point["State"].Text == "Changed");
        Assert.Equal("Agreed “72 hours” instead of “48 hours”.", changed["Deviation"].Text);
        Assert.Equal("Carla", changed["Accepted by"].Text);
        Assert.Equal(Serial(2027, 3, 3), points.First(point => point["State"].Text == "Risk accepted")["Gap accepted until"].Text);
        var documents = Workbooks.Lines(file, Words["file.register_documents"]);
        var certificate = documents.First(document => document.ContainsKey("File"));
        Assert.Equal(("1234567", new string('a', 64)), (certificate["Size in bytes"].Text, certificate["SHA-256"].Text));
        Assert.Contains(documents, document => document["Verdict"].Text == "Missing");
        var condition = Workbooks.Lines(file, Words["file.register_conditions"])[0];
        Assert.Equal(("Open", false), (condition["State"].Text, condition["Due"].IsText));
        var reviews = Workbooks.Lines(file, Words["file.register_reviews"]).Where(line => line["Supplier"].Text == "Elm Cloud").ToList();
        Assert.Equal(["First decision", "Periodic review"], reviews.Select(review => review["Kind"].Text));
        Assert.Equal("Review passed", reviews[1]["Outcome"].Text);
        Assert.True(reviews[1].ContainsKey("Next review") && !reviews[0].ContainsKey("Next review"));
    }

    [Fact]
    public async Task The_cover_says_what_of_when_by_whom_and_how_much()
    {
        using var file = await Workbooks.WriteAsync(
            SampleRegister.Streamed([.. SampleRegister.All, SampleRegister.Approved with { Case = null }]),
            SampleRegister.Provenance with
            {
                Filter = "tier High",
            }
        );
        var text = Workbooks.Rows(file, Words["file.register_cover"]).SelectMany(row => row.Values).Select(cell => cell.Text).ToList();
        Assert.Contains("Acme Organisation", text);
        Assert.Contains("Auditor", text);
        Assert.Contains("tier High", text);
        Assert.Contains(text, line => line.StartsWith(CaseScenario.Policy.Version, StringComparison.Ordinal));
        Assert.Contains("7", text);
        Assert.Contains(text, line => line.StartsWith("1 request couldn't be read", StringComparison.Ordinal));
        Assert.Equal(["About", "Suppliers", "Contract points", "Documents", "Conditions", "Reviews"], Workbooks.Titles(file));
    }

    [Fact]
    public async Task It_is_what_the_format_asks_for()
    {
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(SampleRegister.All));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(book)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")
        );
    }

    [Fact]
    public async Task An_empty_register_is_a_workbook_with_its_headers()
    {
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed());
        Assert.Single(Workbooks.Rows(file, Words["file.register_suppliers"]));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book));
    }

    [Fact]
    public async Task The_same_records_at_the_same_moment_are_the_same_bytes()
    {
        using var one = await Workbooks.WriteAsync(SampleRegister.Many(50));
        await Task.Delay(TimeSpan.FromSeconds(2.1), Stop);
        using var other = await Workbooks.WriteAsync(SampleRegister.Many(50));
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public async Task More_lines_than_a_sheet_holds_go_on_in_the_next()
    {
        await using var file = new WorkbookFile(
            new(SampleRegister.Provenance, Words),
            new(Words, () => new MemoryStream()) { MostRows = 20 }
        );
        await foreach (var record in SampleRegister.Many(39))
            await file.AddAsync(new(record, new(SampleRegister.Provenance, Words)), Stop);
        using var output = new MemoryStream();
        await file.FinishAsync(output, Stop);
        Assert.Equal(["About", "Suppliers", "Suppliers (2)", "Suppliers (3)", "Contract points"], Workbooks.Titles(output).Take(5));
        Assert.Equal("SUP-0020", Workbooks.Lines(output, "Suppliers (2)")[0]["Number"].Text);
        Assert.Equal("SUP-0039", Assert.Single(Workbooks.Lines(output, "Suppliers (3)"))["Number"].Text);
        using var book = SpreadsheetDocument.Open(output, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book));
    }

    [Fact]
    public async Task A_register_that_cannot_be_read_to_its_end_leaves_nothing()
    {
        var scratch = new ScratchFiles();
        using var output = new MemoryStream();
        await Assert.ThrowsAsync<IOException>(() =>
            RegisterWorkbook.WriteAsync(Broken(), SampleRegister.Provenance, Words, new(output, scratch.Next), Stop)
        );
        Assert.Equal((0, 0), ((int)output.Length, scratch.Open));
        Assert.True(scratch.Made > 0);
    }

    [Fact]
    public async Task Output_that_fails_half_way_is_no_workbook()
    {
        using var whole = await Workbooks.WriteAsync(SampleRegister.Many(50));
        using var output = new ResponseStream(whole.Length / 2);
        await Assert.ThrowsAsync<IOException>(() =>
            RegisterWorkbook.WriteAsync(
                SampleRegister.Many(50),
                SampleRegister.Provenance,
                Words,
                new(output, () => new MemoryStream()),
                Stop
            )
        );
        Assert.Throws<InvalidDataException>(() => new System.IO.Compression.ZipArchive(new MemoryStream(output.ToArray())));
    }

    [Fact]
    public async Task It_is_written_to_a_response_that_only_goes_forward()
    {
        using var whole = await Workbooks.WriteAsync(SampleRegister.Many(50));
        using var response = new ResponseStream();
        await RegisterWorkbook.WriteAsync(
            SampleRegister.Many(50),
            SampleRegister.Provenance,
            Words,
            new(response, () => new MemoryStream()),
            Stop
        );
        Assert.Equal(whole.ToArray(), response.ToArray());
    }

    private static async IAsyncEnumerable<SupplierRecord> Broken()
    {
        await foreach (var record in SampleRegister.Many(500))
            yield return record;
        throw new IOException("The storage went away.");
    }

    private static string Serial(int year, int month, int day) =>
        (new DateOnly(year, month, day).DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);
}
