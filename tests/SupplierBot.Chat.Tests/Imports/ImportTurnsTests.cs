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

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        bot.Beside = services =>
            services.AddSingleton<IFileSource>(new Platform()).AddSingleton<ISheetReader, RealReader>().AddSingleton<UnfinishedImports>();
        await bot.RestartAsync();
        return bot;
    }

    private static async Task<View> DroppedAsync(TestBot bot, Person person) =>
        Assert
            .IsType<TurnAnswer.Card>(
                await bot.GiveAsync(
                    bot.Personal(person, new Request.GiveFile("suppliers.csv", "https://x/1")) with
                    {
                        AnswersInPlace = true,
                    }
                )
            )
            .View;

    private static async Task<View> PressedAsync(TestBot bot, Person person, Button button, Dictionary<string, string>? values = null) =>
        Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(person, CardStamp.None, button.Verb, button.Target, values)).View;

    private static string Words(View view) => Assert.Single(Assert.IsType<View.Notice>(view).Lines).Text;

    private static async Task<List<ImportBatch>> BatchesAsync(TestBot bot) =>
        await bot.The<ImportStore>().AllAsync(Cancellation).ToListAsync(Cancellation);

    private sealed class Platform : IFileSource
    {
        public string Channel => "teams";

        public Task<Stream?> OpenAsync(string address, CancellationToken cancellation) =>
            Task.FromResult<Stream?>(new MemoryStream(Encoding.UTF8.GetBytes(File)));
    }

    private sealed class RealReader : ISheetReader
    {
        public SheetFile Read(Stream content, CancellationToken cancellation) => SheetReader.Read(content, cancellation);
    }
}
