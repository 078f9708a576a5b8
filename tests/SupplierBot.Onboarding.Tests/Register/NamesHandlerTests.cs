using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>Other names and a new one, by admins: what changes, what never does, and the way back.</summary>
public sealed class NamesHandlerTests
{
    [Fact]
    public void An_alias_is_on_the_entry_and_in_the_chain_and_goes_away_again()
    {
        var room = Approved(CaseAnswers.Medium);
        var content = room.Case!.ContentVersion;
        room.Say(Admin, "alias SUP-0031 The Scribe");
        Assert.Equal(["The Scribe"], room.Entry!.Aliases);
        Assert.Equal((AuditEventKind.AliasAdded, "The Scribe"), (room.Facts[^1].Event.Kind, room.Facts[^1].Event.Comment));
        Assert.Contains("recorded another name: The Scribe", room.Case!.History[^1].Words, StringComparison.Ordinal);
        Assert.Equal(content, room.Case.ContentVersion);
        var undo = Assert.Single(Assert.IsType<View.Notice>(room.Last.Answer).Buttons);
        room.Press(Admin, undo.Verb, undo.Target);
        Assert.Empty(room.Entry!.Aliases);
        Assert.Equal(AuditEventKind.AliasRemoved, room.Facts[^1].Event.Kind);
        room.Say(Admin, "alias add SUP-0031 as “The Scribe”");
        room.Say(Admin, "alias remove SUP-0031 the  scribe");
        Assert.Empty(room.Entry!.Aliases);
        Verify(room);
    }

    [Fact]
    public void A_rename_is_asked_about_keeps_the_old_name_and_goes_back()
    {
        var room = Approved(CaseAnswers.Medium);
        var before = room.Entry!.Supplier;
        var asked = Assert.IsType<View.Notice>(room.Say(Admin, "rename SUP-0031 to Scribe Labs").Answer);
        Assert.Equal(before, room.Entry.Supplier);
        room.Press(Admin, asked.Buttons[0].Verb, asked.Buttons[0].Target, asked.Stamp.Version);
        Assert.Equal("Scribe Labs", room.Entry!.Supplier);
        Assert.Equal([before], room.Entry.FormerNames);
        Assert.True(EntryNames.IsNamed(room.Entry, before));
        Assert.True(room.Case!.IsApproved);
        Assert.Equal(AuditEventKind.SupplierRenamed, room.Facts[^1].Event.Kind);
        Verify(room);
        var back = Assert.Single(Assert.IsType<View.Notice>(room.Last.Answer).Buttons);
        room.Press(Admin, back.Verb, back.Target);
        Assert.Equal((before, 1), (room.Entry!.Supplier, room.Entry.FormerNames.Count));
        Assert.Equal(["Scribe Labs"], room.Entry.FormerNames);
        Verify(room);
        room.Say(Admin, "alias remove SUP-0031 Scribe Labs");
        Assert.False(EntryNames.IsNamed(room.Entry!, "Scribe Labs"));
        Assert.Null(room.Case!.Names);
        Verify(room);
    }

    [Fact]
    public void A_button_of_before_the_last_change_renames_nothing()
    {
        var room = Approved(CaseAnswers.Medium);
        var old = room.Case!.ContentVersion;
        room.Press(Admin, Verbs.Rename, "Scribe Labs", old);
        Assert.Equal("refusal.stale", room.Press(Admin, Verbs.Rename, "Scribe Works", old).Refused);
        Assert.Equal("Scribe Labs", room.Entry!.Supplier);
    }

    [Theory]
    [InlineData("alias SUP-0031 The Scribe")]
    [InlineData("alias remove SUP-0031 The Scribe")]
    [InlineData("rename SUP-0031 to Scribe Labs")]
    public void Only_admins_change_names(string command)
    {
        var room = Approved(CaseAnswers.Medium);
        var facts = room.Facts.Count;
        foreach (var actor in new[] { Rita, Sam, Carla, Auditor })
            Assert.Equal("names.not_admin", room.Say(actor, command).Refused);
        Assert.NotNull(room.Say(Stranger, command).Answer);
        Assert.Equal(facts, room.Facts.Count);
    }

    [Theory]
    [InlineData("alias SUP-0031", "names.which")]
    [InlineData("alias SUP-0031 !!!", "names.which")]
    [InlineData("rename SUP-0031 to", "names.which")]
    [InlineData("alias remove SUP-0031 Nobody", "names.no_alias")]
    public void A_name_that_is_none(string command, string refused)
    {
        var room = Approved(CaseAnswers.Medium);
        Assert.Equal(refused, room.Say(Admin, command).Refused);
    }

    [Fact]
    public void A_name_it_has_or_another_supplier_has_is_refused()
    {
        var room = Approved(CaseAnswers.Medium);
        Assert.Equal("names.known", room.Say(Admin, $"alias SUP-0031 “{room.Entry!.Supplier}”").Refused);
        Assert.Equal("names.known", room.Say(Admin, $"rename SUP-0031 to “{room.Entry!.Supplier}”").Refused);
        for (var number = 0; number < EntryNames.MostRecorded; number++)
            room.Say(Admin, $"alias SUP-0031 Scribe {number}");
        Assert.Equal("names.too_many", room.Say(Admin, "alias SUP-0031 One More").Refused);
        Assert.Equal(EntryNames.MostRecorded, room.Entry!.Aliases.Count);
        Verify(room);
    }

    [Fact]
    public void While_somebody_reviews_it_names_stay()
    {
        var room = UnderReview(CaseAnswers.Medium);
        Assert.NotNull(room.Say(Admin, "alias SUP-0031 The Scribe").Refused);
        Assert.Empty(room.Entry!.Aliases);
    }

    [Fact]
    public void A_review_takes_the_names_along()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Say(Admin, "alias SUP-0031 The Scribe");
        room.Say(Rita, "review SUP-0031");
        room.SendAsItIs(Rita);
        Assert.Equal(["The Scribe"], room.Case!.Aliases);
        Assert.Equal(["The Scribe"], room.Entry!.Aliases);
    }

    private static void Verify(CaseScenario room)
    {
        Assert.Null(BrokenLink.FirstOf(room.Case!, room.Facts));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, Policy));
        Assert.Empty(EntryVerifier.Contradictions(room.Entry!, room.Case!, null));
    }

    [Fact]
    public void An_open_request_is_renamed_by_its_requester()
    {
        var room = With(CaseAnswers.Medium);
        Assert.Equal("names.in_review", room.Say(Admin, "rename SUP-0031 to Scribe Labs").Refused);
        room.Say(Admin, "alias SUP-0031 The Scribe");
        Assert.Equal(["The Scribe"], room.Entry!.Aliases);
        Assert.True(SupplierNames.Same(room.Case!.Supplier, room.Entry.Supplier));
    }
}
