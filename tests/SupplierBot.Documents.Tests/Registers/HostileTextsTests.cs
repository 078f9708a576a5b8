using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SupplierBot.Documents.Registers;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Registers;

public sealed class HostileTextsTests
{
    private const uint Quoted = 3;

    [Fact]
    public async Task Every_name_is_a_text_and_comes_back_as_it_was()
    {
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(HostileTexts.Suppliers()));
        var cells = Workbooks.Lines(file, "Suppliers").Select(line => line["Supplier"]).ToList();
        Assert.Equal(HostileTexts.All, cells.Select(cell => Unescaped(cell.Text)));
        Assert.All(cells, cell => Assert.True(cell is { IsText: true, IsFormula: false }));
        Assert.Equal(HostileTexts.All.Select(SheetText.LooksLikeFormula), cells.Select(cell => cell.Style == Quoted));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book));
    }

    [Fact]
    public async Task LibreOffice_reads_every_name_as_it_was()
    {
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(HostileTexts.Suppliers()));
        var lines = Csv.Read(LibreOffice.SheetOf(file, 2));
        Assert.Equal(HostileTexts.All.Select(Line), lines.Skip(1).Select(line => Line(line[1])));

        // It shows characters that nobody sees as nothing, and ends a line its own way.
        static string Line(string text) =>
            string.Concat(
                text.Replace("\r", "\n", StringComparison.Ordinal).Where(letter => letter is '\n' or '\t' or >= ' ' and < '\uFFFE')
            );
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_ends_with_how_long_it_was()
    {
        var name = new string('x', 32_700) + string.Concat(Enumerable.Repeat("🦊", 200));
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(HostileTexts.Suppliers([name])));
        var cell = Assert.Single(Workbooks.Lines(file, "Suppliers"))["Supplier"].Text;
        Assert.InRange(cell.Length, SheetText.Most - 1, SheetText.Most);
        Assert.EndsWith("… [cut here: the whole text has 33,100 characters]", cell, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', cell);
    }

    [Fact]
    public async Task Half_of_a_character_is_a_mark()
    {
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(HostileTexts.Suppliers(["a\uD83Eb\uDD8Ac"])));
        Assert.Equal("a\uFFFDb\uFFFDc", Assert.Single(Workbooks.Lines(file, "Suppliers"))["Supplier"].Text);
    }

    [Fact]
    public async Task In_CSV_what_looks_like_a_formula_begins_with_an_apostrophe()
    {
        var text = await RegisterCsvTests.WriteAsync(HostileTexts.Suppliers());
        var names = Csv.Read(text).Skip(1).Select(line => line[1]);
        Assert.Equal(HostileTexts.All.Select(name => SheetText.LooksLikeFormula(name) ? $"'{name}" : name), names);
    }

    /// <summary>As Excel reads it; the library gives what is in the file.</summary>
    private static string Unescaped(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            text,
            "_x([0-9A-Fa-f]{4})_",
            match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()
        );
}
