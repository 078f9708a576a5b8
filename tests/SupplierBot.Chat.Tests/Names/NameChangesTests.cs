using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Names;

/// <summary>Names that an admin records or changes, with everything stored: found at once, audited, and taken back.</summary>
public sealed class NameChangesTests : IAsyncLifetime
{
    private TestBot bot = null!;
    private Case acme = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        acme = await ApprovedAsync("Acme Notes");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await ApprovedAsync("Gong");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task An_alias_says_yes_until_it_is_removed()
    {
        Assert.IsType<View.Notice>(await SaysAsync(TestBot.Priya, "can I use The Scribe"));
        Assert.Contains("The Scribe now means Acme Notes", TextOf(await SaysAsync(TestBot.Carla, $"alias {acme.EntryId} The Scribe")));
        Assert.Equal("Acme Notes", Assert.IsType<View.Entry>(await SaysAsync(TestBot.Priya, "can I use the scribe")).Title);
        Assert.Contains("Did you mean The Scribe (Acme Notes)?", TextOf(await SaysAsync(TestBot.Priya, "can I use The Scrieb")));
        await SaysAsync(TestBot.Carla, $"alias remove {acme.EntryId} The Scribe");
        Assert.IsType<View.Notice>(await SaysAsync(TestBot.Priya, "can I use The Scribe"));
        await IsSoundAsync();
    }

    [Fact]
    public async Task A_rename_is_confirmed_and_both_names_are_found()
    {
        var asked = Assert.IsType<View.Notice>(await SaysAsync(TestBot.Carla, $"rename {acme.EntryId} to Scribe Labs"));
        Assert.Equal("Acme Notes", Assert.IsType<View.Entry>(await SaysAsync(TestBot.Priya, "can I use Acme Notes")).Title);
        await PressesAsync(asked, 0);
        foreach (var name in new[] { "Scribe Labs", "Acme Notes" })
            Assert.Equal("Scribe Labs", Assert.IsType<View.Entry>(await SaysAsync(TestBot.Priya, $"can I use {name}")).Title);
        Assert.Contains("Scribe Labs", TextOf(await SaysAsync(TestBot.Carla, "find acme")), StringComparison.Ordinal);
        Assert.Contains("already on the register", (await SaysAsync(TestBot.Priya, "new Acme Notes")).Plain, StringComparison.Ordinal);
        await IsSoundAsync();
        await PressesAsync(Assert.IsType<View.Notice>(await SaysAsync(TestBot.Carla, $"rename {acme.EntryId} to Acme Notes")), 0);
        Assert.Equal("Acme Notes", Assert.IsType<View.Entry>(await SaysAsync(TestBot.Priya, "can I use Scribe Labs")).Title);
        await IsSoundAsync();
    }

    [Fact]
    public async Task One_name_never_means_two_suppliers()
    {
        Assert.Contains("already means Gong", TextOf(await SaysAsync(TestBot.Carla, $"alias {acme.EntryId} gong")));
        Assert.Contains("already means Gong", TextOf(await SaysAsync(TestBot.Carla, $"rename {acme.EntryId} to Gong")));
        Assert.Empty((await bot.The<CaseStore>().EntryAsync(acme.EntryId, CancellationToken.None))!.Aliases);
    }

    [Fact]
    public async Task Nobody_else_changes_names()
    {
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam })
            Assert.Contains("Only an admin can change names", TextOf(await SaysAsync(person, $"alias {acme.EntryId} The Scribe")));
        Assert.DoesNotContain("The Scribe", TextOf(await SaysAsync(TestBot.Carla, $"status {acme.EntryId}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passport_says_what_holds_and_who_approved_it()
    {
        var passport = Assert.IsType<View.Notice>(await SaysAsync(TestBot.Priya, $"passport {acme.EntryId}"));
        Assert.StartsWith("Approval passport: Acme Notes", passport.Title, StringComparison.Ordinal);
        Assert.Contains(acme.EntryId, passport.Small, StringComparison.Ordinal);
        var labels = passport.Lines.Select(line => line.Label).ToList();
        foreach (var label in new[] { "Approved use", "Allowed data", "Valid until", "Approved by", "Owner" })
            Assert.Contains(label, labels);
        Assert.Contains("Security on ", passport.Lines.Single(line => line.Label == "Approved by").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", TextOf(passport), StringComparison.Ordinal);
        Assert.Equal(passport.Title, Assert.IsType<View.Notice>(await SaysAsync(TestBot.Priya, "passport of Acme Notes")).Title);
    }

    [Fact]
    public async Task What_may_not_be_used_has_no_passport()
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(TestBot.Rita, "Pending Tool", SampleAnswers.NotesApp("Pending Tool"));
        var card = Assert.IsType<View.Entry>(await SaysAsync(TestBot.Priya, $"passport {sent.EntryId}"));
        Assert.DoesNotContain("Approval passport", TextOf(card), StringComparison.Ordinal);
        Assert.Contains("isn't on the register", TextOf(await SaysAsync(TestBot.Priya, "passport Nobody Known")), StringComparison.Ordinal);
    }

    private async Task<Case> ApprovedAsync(string name)
    {
        var sent = await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "approve",
            values: new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
        );
        return sent;
    }

    private async Task PressesAsync(View view, int button) =>
        await bot.PressesAsync(TestBot.Carla, view.Stamp, view.Buttons[button].Verb, view.Buttons[button].Target);

    private async Task<View> SaysAsync(Person person, string text) =>
        Assert
            .IsType<TurnAnswer.Card>(await bot.GiveAsync(bot.Personal(person, RequestReader.Typed(text)) with { AnswersInPlace = true }))
            .View;

    private static string TextOf(View view) => TestBot.TextOf(new TurnAnswer.Card(view));

    private async Task IsSoundAsync()
    {
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        Assert.Empty(found);
    }
}
