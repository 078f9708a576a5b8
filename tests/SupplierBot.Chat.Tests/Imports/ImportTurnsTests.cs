using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Documents.Imports;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Imports;

/// <summary>The register of a company, dropped into the chat of an admin; Carla is one, Sam is not.</summary>
public sealed class ImportTurnsTests
{
    private const string File =
        "Firm,Supplier,Owner,Purpose,Contract end\nA,Brightline,Rita Requester,Labels,31.02.2027\nB,Crown,Jane Doe,Translations,\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dropped_file_is_looked_at_imported_once_and_undone()
    {
        await using var bot = await StartAsync();
        var offer = Assert.IsType<View.Notice>(await DroppedAsync(bot, TestBot.Carla));
        Assert.Equal("Import suppliers.csv as suppliers?", offer.Title);
        var said = string.Join('\n', offer.Lines.Select(line => line.Text));
        Assert.Contains("B “Supplier” → supplier (first: “Brightline”)", said, StringComparison.Ordinal);
        Assert.Contains(
            "Row 2, contract end: the date 31.02.2027 doesn't exist. Leave it empty, or correct it.",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("Jane Doe (1)", said, StringComparison.Ordinal);
        Assert.Empty(await BatchesAsync(bot));

        var run = offer.Buttons.Single(button => button.Label == "Import 2 suppliers");
        var done = Assert.IsType<View.Notice>(await PressedAsync(bot, TestBot.Carla, run));
        Assert.StartsWith("2 suppliers are on the register, in use and not assessed yet.", done.Lines[0].Text, StringComparison.Ordinal);
        await PressedAsync(bot, TestBot.Carla, run);
        Assert.Equal(ImportStage.Done, Assert.Single(await BatchesAsync(bot)).Stage);

        var undone = Assert.IsType<View.Notice>(
            await PressedAsync(bot, TestBot.Carla, done.Buttons.Single(button => button.Label == "Undo the import"))
        );
        Assert.Equal("IMP-0001 is undone: 2 suppliers are off the register again.", undone.Lines[0].Text);
    }

    [Fact]
    public async Task Columns_are_changed_on_a_form_and_nothing_is_forgotten_on_the_way()
    {
        await using var bot = await StartAsync();
        var offer = await DroppedAsync(bot, TestBot.Carla);
        var form = Assert.IsType<View.Form>(
            await PressedAsync(bot, TestBot.Carla, offer.Buttons.Single(button => button.Label == "Change columns"))
        );
        Assert.Equal("B", form.Fields.Single(field => field.Id == "column_supplier").Value);
        var changed = await PressedAsync(
            bot,
            TestBot.Carla,
            Assert.Single(form.Buttons),
            new()
            {
                ["column_supplier"] = "A",
                ["column_service"] = "B",
                ["column_owner"] = "-",
                ["column_purpose"] = "D",
            }
        );
        await PressedAsync(bot, TestBot.Carla, changed.Buttons[0]);
        var lines = await bot.The<ImportStore>().LinesAsync("IMP-0001", 0, 10, Cancellation);
        Assert.Equal(
            [("A", "Brightline", null, "Labels"), ("B", "Crown", null, "Translations")],
            lines.Select(line => (line.Supplier, line.Service, line.Owner?.Name, line.Purpose))
        );
    }

    [Fact]
    public async Task Each_group_of_duplicates_is_decided_by_itself()
    {
        await using var bot = await StartAsync(
            "Supplier,Owner,Purpose\nBrightline,,Labels\nBrightline Inc,,Labels\nCrown,,Texts\nCrown GmbH,,Texts\nDelta,,A\nDelta,,A\n"u8.ToArray()
        );
        var offer = await DroppedAsync(bot, TestBot.Carla);
        var form = Assert.IsType<View.Form>(
            await PressedAsync(bot, TestBot.Carla, offer.Buttons.Single(button => button.Label == "Decide one by one"))
        );
        Assert.Equal(3, form.Fields.Count);
        Assert.All(form.Fields, field => Assert.Equal("Skip", field.Value));
        var decided = await PressedAsync(
            bot,
            TestBot.Carla,
            Assert.Single(form.Buttons),
            new()
            {
                [FieldOf(form, "Brightline")] = "Both",
                [FieldOf(form, "Crown")] = "Same",
                [FieldOf(form, "Delta")] = "Skip",
            }
        );
        var said = string.Join('\n', Assert.IsType<View.Notice>(decided).Lines.Select(line => line.Text));
        Assert.Contains("Imported as another supplier.", said, StringComparison.Ordinal);
        Assert.Contains("Not imported.", said, StringComparison.Ordinal);
        // On the way over the other form nothing is forgotten.
        var columns = await PressedAsync(bot, TestBot.Carla, decided.Buttons.Single(button => button.Label == "Change columns"));
        var again = await PressedAsync(bot, TestBot.Carla, Assert.Single(columns.Buttons), new() { ["column_supplier"] = "A" });
        await PressedAsync(bot, TestBot.Carla, again.Buttons.Single(button => button.Label == "Import 5 suppliers"));
        var lines = await bot.The<ImportStore>().LinesAsync("IMP-0001", 0, 10, Cancellation);
        Assert.Equal(["Brightline", "Brightline Inc", "Crown", "Crown", "Delta"], lines.Select(line => line.Supplier));
    }

    [Fact]
    public async Task Of_many_groups_the_rest_is_one_answer()
    {
        var rows = Enumerable
            .Range(0, 12)
            .SelectMany(number => new[] { $"Firm{(char)('A' + number)},,x", $"Firm{(char)('A' + number)},,x" });
        await using var bot = await StartAsync(Encoding.UTF8.GetBytes("Supplier,Owner,Purpose\n" + string.Join('\n', rows) + "\n"));
        var offer = await DroppedAsync(bot, TestBot.Carla);
        var form = Assert.IsType<View.Form>(
            await PressedAsync(bot, TestBot.Carla, offer.Buttons.Single(button => button.Label == "Decide one by one"))
        );
        Assert.Equal((9, "All 4 others"), (form.Fields.Count, form.Fields[^1].Label));
        var values = form.Fields.ToDictionary(field => field.Id, _ => "Skip");
        values[form.Fields[^1].Id] = "Both";
        var decided = await PressedAsync(bot, TestBot.Carla, Assert.Single(form.Buttons), values);
        Assert.Contains(decided.Buttons, button => button.Label == "Import 16 suppliers");
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_table_in_the_encoding_of_a_spreadsheet_program_is_read(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var kind = Encoding.GetEncoding(encoding);
        await using var bot = await StartAsync([
            .. kind.GetPreamble(),
            .. kind.GetBytes("Supplier,Owner,Purpose\nMüller & Söhne,,Labels\n"),
        ]);
        var offer = await DroppedAsync(bot, TestBot.Carla);
        Assert.Contains(
            "Müller & Söhne",
            string.Join('\n', Assert.IsType<View.Notice>(offer).Lines.Select(line => line.Text)),
            StringComparison.Ordinal
        );
        Assert.Equal("Only admins", await RefusedAsync(bot, "suppliers.csv"));
    }

    [Fact]
    public async Task Macros_are_ignored_and_the_file_is_no_document()
    {
        await using var bot = await StartAsync(WithMacros());
        var offer = Assert.IsType<View.Notice>(await DroppedAsync(bot, TestBot.Carla, "suppliers.xlsm"));
        Assert.Equal("Import suppliers.xlsm as suppliers?", offer.Title);
        Assert.Contains(offer.Lines, line => line.Text == "The macros in this file are ignored.");
        await PressedAsync(bot, TestBot.Carla, offer.Buttons.Single(button => button.Label == "Import 1 supplier"));
        Assert.Equal("Acme Notes", (await bot.The<ImportStore>().LinesAsync("IMP-0001", 0, 10, Cancellation))[0].Supplier);
        Assert.Equal("Only admins", await RefusedAsync(bot, "suppliers.xlsm"));
    }

    /// <summary>For anybody else it is a file of no kind that is kept.</summary>
    private static async Task<string> RefusedAsync(TestBot bot, string name) =>
        (await DroppedAsync(bot, TestBot.Sam, name)).Buttons.Any(button => button.Verb == Verbs.Import) ? "Anybody" : "Only admins";

    private static string FieldOf(View.Form form, string name) =>
        form.Fields.Single(field => field.Label.StartsWith(name, StringComparison.Ordinal)).Id;

    private static byte[] WithMacros()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var (name, text) in new[]
                {
                    (
                        "[Content_Types].xml",
                        """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                        """
                    ),
                    (
                        "_rels/.rels",
                        """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
                        """
                    ),
                    (
                        "xl/workbook.xml",
                        """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Suppliers" sheetId="1" r:id="rId1"/></sheets></workbook>
                        """
                    ),
                    (
                        "xl/_rels/workbook.xml.rels",
                        """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>
                        """
                    ),
                    (
                        "xl/worksheets/sheet1.xml",
                        """
                        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Supplier</t></is></c><c r="B1" t="inlineStr"><is><t>Owner</t></is></c><c r="C1" t="inlineStr"><is><t>Purpose</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Acme Notes</t></is></c><c r="C2" t="inlineStr"><is><t>Notes</t></is></c></row></sheetData></worksheet>
                        """
                    ),
                    ("xl/vbaProject.bin", "Sub Auto_Open()"),
                }
            )
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(text.Trim());
            }
        }
        return file.ToArray();
    }

    [Fact]
    public async Task Nobody_else_is_asked_and_nobody_else_may()
    {
        await using var bot = await StartAsync();
        Assert.DoesNotContain((await DroppedAsync(bot, TestBot.Sam)).Buttons, button => button.Verb == Verbs.Import);
        var offer = await DroppedAsync(bot, TestBot.Carla);
        var run = offer.Buttons[0];
        Assert.Equal("Only admins can import suppliers.", Words(await PressedAsync(bot, TestBot.Sam, run)));
        Assert.Empty(await BatchesAsync(bot));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Run")]
    [InlineData("Run nothing - Skip")]
    [InlineData("Undo IMP-9999 - Skip")]
    [InlineData("Plan ../../etc/passwd - Skip")]
    public async Task What_nobody_of_ours_made_is_refused_in_words(string target)
    {
        await using var bot = await StartAsync();
        Assert.Equal(
            "The file isn't here any more. Drop it into this chat again.",
            Words(await PressedAsync(bot, TestBot.Carla, new("", Verbs.Import, target)))
        );
    }

    [Fact]
    public async Task Both_channels_show_every_step()
    {
        await using var bot = await StartAsync();
        var offer = await DroppedAsync(bot, TestBot.Carla);
        var form = await PressedAsync(bot, TestBot.Carla, offer.Buttons.Single(button => button.Label == "Change columns"));
        foreach (var view in new[] { offer, form })
        {
            Assert.Contains("suppliers.csv", ShippedCards.TextOnTeams(view), StringComparison.Ordinal);
            Assert.Contains(
                "suppliers.csv",
                (view is View.Form ? ShippedCards.ModalOnSlack(view) : ShippedCards.MessageOnSlack(view)).ToJsonString(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task What_a_dead_process_left_is_finished_by_the_bot()
    {
        await using var bot = await StartAsync();
        var offer = await DroppedAsync(bot, TestBot.Carla);
        // A reply that never comes, for as long as anybody tries.
        bot.Table.CommitFault = CommitFault.NeverArrives;
        await PressedAsync(bot, TestBot.Carla, offer.Buttons[0]);
        bot.Table.CommitFault = CommitFault.None;
        Assert.Equal(0, await bot.The<UnfinishedImports>().RunAsync(Cancellation));
        await PressedAsync(bot, TestBot.Carla, offer.Buttons[0]);
        Assert.Equal(ImportStage.Done, (await BatchesAsync(bot))[^1].Stage);
    }

    private static async Task<TestBot> StartAsync(byte[]? content = null)
    {
        var bot = await TestBot.StartAsync();
        bot.Beside = services =>
            services
                .AddSingleton<IFileSource>(new Platform(content ?? Encoding.UTF8.GetBytes(File)))
                .AddSingleton<ISheetReader, RealReader>()
                .AddSingleton<UnfinishedImports>();
        await bot.RestartAsync();
        return bot;
    }

    private static async Task<View> DroppedAsync(TestBot bot, Person person, string name = "suppliers.csv") =>
        Assert
            .IsType<TurnAnswer.Card>(
                await bot.GiveAsync(bot.Personal(person, new Request.GiveFile(name, "https://x/1")) with { AnswersInPlace = true })
            )
            .View;

    private static async Task<View> PressedAsync(TestBot bot, Person person, Button button, Dictionary<string, string>? values = null) =>
        Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(person, CardStamp.None, button.Verb, button.Target, values)).View;

    private static string Words(View view) => Assert.Single(Assert.IsType<View.Notice>(view).Lines).Text;

    private static async Task<List<ImportBatch>> BatchesAsync(TestBot bot) =>
        await bot.The<ImportStore>().AllAsync(Cancellation).ToListAsync(Cancellation);

    private sealed class Platform(byte[] content) : IFileSource
    {
        public string Channel => "teams";

        public Task<Stream?> OpenAsync(string address, CancellationToken cancellation) =>
            Task.FromResult<Stream?>(new MemoryStream(content));
    }

    private sealed class RealReader : ISheetReader
    {
        public SheetFile Read(Stream content, CancellationToken cancellation) => SheetReader.Read(content, cancellation);
    }
}
