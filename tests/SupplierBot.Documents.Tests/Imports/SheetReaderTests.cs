using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using SupplierBot.Documents.Imports;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Tests.Registers;
using SupplierBot.Onboarding.Imports;
using Sheet = SupplierBot.Onboarding.Imports.Sheet;

namespace SupplierBot.Documents.Tests.Imports;

public sealed class SheetReaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_workbook_is_read_with_its_rows_dates_numbers_and_formulas_as_they_were_saved()
    {
        var sheet = Only(
            SheetFiles.Workbook(
                ["Suppliers of Acme"],
                [],
                ["Vendor", "Contract end", "Seats", "Owner"],
                ["Acme Notes", new DateOnly(2027, 3, 31), 12, SheetFiles.Formula("\"Tom\" & \" Baker\"", "Tom Baker")],
                ["Brightline", "31.02.2024", 7]
            )
        );
        Assert.Equal("Suppliers", sheet.Name);
        Assert.Equal([1, 3, 4, 5], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["Acme Notes", "2027-03-31", "12", "Tom Baker"], sheet.Rows[2].Cells);
        Assert.Equal(["Brightline", "31.02.2024", "7"], sheet.Rows[3].Cells);
    }

    [Fact]
    public void Merged_cells_say_the_same_in_every_place()
    {
        var sheet = Only(
            SheetFiles.Workbook(
                sheet => sheet.Append(new MergeCells(new MergeCell { Reference = "A1:C1" }, new MergeCell { Reference = "A3:A4" })),
                ["Our suppliers"],
                ["Supplier", "Product", "Owner"],
                ["Acme", "Notes", "Rita"],
                [null, "Calls", "Sam"]
            )
        );
        Assert.Equal(["Our suppliers", "Our suppliers", "Our suppliers"], sheet.Rows[0].Cells);
        Assert.Equal(["Acme", "Calls", "Sam"], sheet.Rows[3].Cells);
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_read_and_told()
    {
        var sheet = Only(
            SheetFiles.Workbook(
                sheet =>
                {
                    sheet.GetFirstChild<SheetData>()!.Elements<Row>().ElementAt(1).Hidden = true;
                    sheet.InsertAt(
                        new Columns(
                            new Column
                            {
                                Min = 2,
                                Max = 2,
                                Hidden = true,
                                Width = 10,
                                CustomWidth = true,
                            }
                        ),
                        0
                    );
                },
                ["Supplier", "Risk"],
                ["Acme", "High"],
                ["Brightline", "Low"]
            )
        );
        Assert.Equal([false, true, false], sheet.Rows.Select(row => row.Hidden));
        Assert.Equal([1], sheet.HiddenColumns);
        var sheets = Read(
            SheetFiles.WithHiddenSheet(
                [
                    ["Vendor"],
                    ["Old One"],
                ],
                [
                    ["Vendor", "Owner"],
                    ["New One", "Rita"],
                ]
            )
        ).Sheets;
        Assert.Equal([("Old", true), ("Vendors", false)], sheets.Select(one => (one.Name, one.Hidden)));
    }

    [Fact]
    public void A_workbook_with_macros_is_data_like_any_other() =>
        Assert.Equal(["Acme", "Rita"], Only(SheetFiles.WithMacros(["Supplier", "Owner"], ["Acme", "Rita"])).Rows[1].Cells);

    [Fact]
    public void An_error_of_a_formula_is_empty_and_named()
    {
        var read = Read(SheetFiles.Workbook(["Supplier", "Owner"], ["Acme", SheetFiles.Error("#REF!")]));
        Assert.Equal(["Acme"], read.Sheets[0].Rows[1].Cells);
        Assert.Equal(["B2"], read.Errors);
    }

    [Theory]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16BE", true, ',')]
    [InlineData("windows-1252", false, ';')]
    public void A_table_is_read_in_whatever_encoding_and_with_whatever_separator(string name, bool marked, char separator)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text =
            $"Supplier{separator}Owner{separator}Purpose\r\nNestlé Café{separator}Zoë{separator}\"Notes{separator} and\r\ncalls\"\r\n";
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var sheet = Only(new MemoryStream(bytes));
        Assert.Equal(["Supplier", "Owner", "Purpose"], sheet.Rows[0].Cells);
        Assert.Equal(
            ["Nestlé Café", "Zoë", $"Notes{separator} and\ncalls"],
            sheet.Rows[1].Cells.Select(cell => cell.ReplaceLineEndings("\n"))
        );
    }

    [Fact]
    public async Task Our_own_CSV_comes_back_as_it_was_written()
    {
        var written = await RegisterCsvTests.WriteAsync(SampleRegister.All);
        var lines = Csv.Read(written);
        var sheet = Only(new MemoryStream(Encoding.UTF8.GetBytes(written)));
        Assert.Equal(lines[0], sheet.Rows[0].Cells);
        Assert.Equal(lines.Skip(1).Select(line => line[1]), sheet.Rows.Skip(1).Select(row => row.Cell(1)));
    }

    [Theory]
    [InlineData(SheetRefusal.OldWorkbook, "Workbook")]
    [InlineData(SheetRefusal.Protected, "EncryptedPackage")]
    public void Old_and_protected_workbooks_are_refused(SheetRefusal why, string stream) =>
        Assert.Equal(why, Refusal(SheetFiles.Compound(stream)));

    [Fact]
    public void A_file_that_unpacks_to_far_more_than_a_register_is_refused_before_it_is_read() =>
        Assert.Equal(SheetRefusal.UnpacksTooLarge, Refusal(SheetFiles.Bomb(SheetReader.MostUnpacked / 1024 / 1024 + 1)));

    [Fact]
    public void A_hundred_megabytes_are_refused_without_being_kept()
    {
        using var endless = new EndlessStream(100L * 1024 * 1024);
        Assert.Equal(SheetRefusal.TooLarge, Refusal(endless));
        Assert.InRange(endless.Taken, SheetReader.MostBytes, SheetReader.MostBytes + 1024 * 1024);
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        Assert.Equal(SheetRefusal.Empty, Refusal(new MemoryStream()));
        Assert.Equal(SheetRefusal.NoSheet, Refusal(new MemoryStream([.. "%PDF-1.7\n"u8, 0, 1, 2, 0, 5])));
        var cut = SheetFiles.Workbook(["Supplier", "Owner"], ["Acme", "Rita"]).ToArray();
        Assert.Equal(SheetRefusal.Damaged, Refusal(new MemoryStream(cut[..(cut.Length / 2)])));
    }

    [Fact]
    public void More_rows_than_a_register_has_are_refused()
    {
        var text = "Supplier,Owner\n" + string.Concat(Enumerable.Range(0, SheetReader.MostRows).Select(at => $"Supplier {at},Rita\n"));
        Assert.Equal(SheetRefusal.TooManyRows, Refusal(new MemoryStream(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void A_stray_cell_in_the_last_row_costs_nothing()
    {
        var sheet = Only(
            SheetFiles.Workbook(
                sheet =>
                    sheet
                        .GetFirstChild<SheetData>()!
                        .Append(new Row(new Cell { CellReference = "XFD1048576", CellValue = new("1") }) { RowIndex = 1_048_576 }),
                ["Supplier", "Owner"],
                ["Acme", "Rita"]
            )
        );
        Assert.Equal(2, sheet.Rows.Count);
    }

    private static Sheet Only(Stream content) => Assert.Single(Read(content).Sheets);

    private static SheetFile.Read Read(Stream content) => Assert.IsType<SheetFile.Read>(SheetReader.Read(content, Cancellation));

    private static SheetRefusal Refusal(Stream content) => Assert.IsType<SheetFile.Refused>(SheetReader.Read(content, Cancellation)).Why;
}
