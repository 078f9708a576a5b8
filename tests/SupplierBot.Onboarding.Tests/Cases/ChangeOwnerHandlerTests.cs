using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>People change: what is in use gets another owner, and nobody gets a say by it that they did not have.</summary>
public sealed class ChangeOwnerHandlerTests
{
    [Fact]
    public void The_owner_hands_it_over_and_everything_follows()
    {
        var room = Owned();
        room.Say(Owner, "owner SUP-0031 to Rita");
        Assert.Equal((Rita.Person, Rita.Person, "Rita"), (room.Case!.Owner, room.Entry!.Owner, room.Case.Answers.One("owner")));
        Assert.Contains(new(NotificationKind.OwnerNamed, 2, Rita.Person), room.Case.Notifications);
        Assert.DoesNotContain(room.Case.Notifications, notification => notification.Kind == NotificationKind.OwnerReplaced);
        Assert.Equal(AuditEventKind.OwnerChanged, room.Facts[^1].Event.Kind);
        Assert.EndsWith("Owner named Rita as the owner", room.Case.History[^1].Words, StringComparison.Ordinal);
        Verify(room);
    }

    [Fact]
    public void An_admin_does_and_who_owned_it_hears_of_it()
    {
        var room = Owned();
        room.Say(Admin, "change owner of SUP-0031 to Priya");
        Assert.Equal(Priya.Person, room.Entry!.Owner);
        var told = new Notification(NotificationKind.OwnerReplaced, 2, Owner.Person);
        Assert.Contains(told, room.Case!.Notifications);
        var notice = Assert.IsType<View.Notice>(room.Show(Slots.IdOf(told)));
        Assert.Contains("Priya owns", notice.Lines[0].Text, StringComparison.Ordinal);
        Verify(room);
    }

    [Fact]
    public void Its_conditions_are_the_new_owners()
    {
        var room = With(CaseAnswers.Medium.With("owner", "Owner"));
        room.Press(
            Sam,
            "approve_conditions",
            "sent",
            values:
            [
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("condition_text", "Switch off training."),
                ("condition_when", "before_use"),
                ("condition_owner", "owner"),
            ]
        );
        Assert.Equal(Owner.Person, room.Case!.Conditions[0].Owner);
        room.Say(Owner, "owner SUP-0031 to Rita");
        Assert.Equal(Rita.Person, room.Case!.Conditions[0].Owner);
        Verify(room);
    }

    [Fact]
    public void Without_a_name_it_is_asked_for()
    {
        var room = Owned();
        var form = Assert.IsType<View.Form>(room.Say(Owner, "owner SUP-0031").Answer);
        Assert.DoesNotContain(form.Fields[0].Choices, choice => choice.Id == Owner.Id.Value);
        room.Press(Owner, "change_owner", "sent", slot: "receipt");
        Assert.StartsWith("Choose a person", Assert.IsType<View.Form>(room.Last.Answer).Problem, StringComparison.Ordinal);
        room.Press(Owner, "change_owner", "sent", slot: "receipt", values: [("owner_person", Sam.Id.Value)]);
        Assert.Equal(Sam.Person, room.Entry!.Owner);
    }

    [Fact]
    public void Somebody_unknown_is_asked_for_again()
    {
        var room = Owned();
        var form = Assert.IsType<View.Form>(room.Say(Owner, "owner SUP-0031 to Nobody Known").Answer);
        Assert.StartsWith("I don't know Nobody Known.", form.Problem, StringComparison.Ordinal);
        Assert.Equal(Owner.Person, room.Entry!.Owner);
    }

    [Fact]
    public void Others_do_not()
    {
        var room = Owned();
        foreach (var other in new[] { Rita, Sam, Auditor })
            Assert.Equal("owner.not_yours", room.Say(other, "owner SUP-0031 to Rita").Refused);
        room.Say(Stranger, "owner SUP-0031 to Rita");
        Assert.Equal("owner.known", room.Say(Owner, "owner SUP-0031 to Owner").Refused);
        Assert.Equal(Owner.Person, room.Entry!.Owner);
        Assert.Empty(room.Case!.FormerOwners);
    }

    [Fact]
    public void While_it_is_decided_on_nobody_does()
    {
        var room = With(CaseAnswers.Medium.With("owner", "Owner"));
        Assert.Equal("owner.in_review", room.Say(Owner, "owner REQ-2026-0012 to Rita").Refused);
        var reviewed = UnderReview(CaseAnswers.Medium);
        Assert.Equal("owner.in_review", reviewed.Say(Admin, "owner SUP-0031 to Owner").Refused);
    }

    /// <summary>Handing it over a moment before the review would make the owner their own judge.</summary>
    [Fact]
    public void Who_handed_it_over_has_no_part_in_the_next_decision()
    {
        var room = OwnedBy(Sam);
        room.Say(Sam, "owner SUP-0031 to Owner");
        Review(room, Owner);
        Assert.Equal("refusal.former_owner", room.Approve(Sam).Refused);
        room.Approve(Priya);
        Assert.True(room.Case!.IsApproved);
    }

    [Fact]
    public void Long_afterwards_they_have()
    {
        var room = OwnedBy(Sam);
        room.Say(Sam, "owner SUP-0031 to Owner");
        room.Now = room.Now.AddDays(40);
        Review(room, Owner);
        room.Approve(Sam);
        Assert.True(room.Case!.IsApproved);
    }

    [Fact]
    public void Who_hands_it_over_by_the_review_itself_has_no_part_in_it()
    {
        var room = OwnedBy(Sam);
        room.Say(Rita, "review SUP-0031");
        room.SendAsItIs(Rita, ("owner", "Owner"));
        Assert.Equal(Owner.Person, room.Case!.Owner);
        Assert.Equal("refusal.former_owner", room.Approve(Sam).Refused);
    }

    private static void Review(CaseScenario room, Actor owner)
    {
        room.Say(owner, "review SUP-0031");
        room.SendAsItIs(owner);
        Assert.NotNull(room.Entry!.Review);
        room.Settle();
    }

    private static CaseScenario Owned() => Approved(CaseAnswers.Medium.With("owner", "Owner"));

    /// <summary>Somebody of security looks after it; another of them approved.</summary>
    private static CaseScenario OwnedBy(Actor owner)
    {
        var room = With(CaseAnswers.Medium.With("owner", owner.Person.Name));
        room.Settle();
        room.Approve(Priya);
        Assert.Equal((CaseStatus.Approved, owner.Person), (room.Case!.Status, room.Case.Owner));
        return room;
    }

    private static void Verify(CaseScenario room)
    {
        Assert.Null(BrokenLink.FirstOf(room.Case!, room.Facts));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, Policy));
    }
}
