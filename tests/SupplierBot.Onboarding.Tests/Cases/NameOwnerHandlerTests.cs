using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>An owner who is only a name becomes a person, by whoever decides.</summary>
public sealed class NameOwnerHandlerTests
{
    [Fact]
    public void A_known_person_takes_the_place_of_the_name_everywhere()
    {
        var room = Unknown();
        room.Press(Sam, "review");
        Assert.Contains(Assert.IsType<View.Deciding>(room.Last.Answer).Buttons, button => button.Verb == "name_owner");
        var form = Assert.IsType<View.Form>(room.Press(Sam, "name_owner").Answer);
        Assert.Equal("", form.Fields[0].Value);
        Assert.Contains(form.Fields[0].Choices, choice => choice.Id == Owner.Id.Value);
        room.Press(Sam, "name_owner", "sent", values: [("owner_person", Owner.Id.Value)]);
        Assert.Equal((Owner.Person, Owner.Person, "Owner"), (room.Case!.Owner, room.Entry!.Owner, room.Case.Answers.One("owner")));
        Assert.Equal(2, room.Case.ContentVersion);
        Assert.Contains(new(NotificationKind.OwnerNamed, 2, Owner.Person), room.Case.Notifications);
        Assert.EndsWith("Sam named Owner as the owner", room.Case.History[^1].Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Assert.IsType<View.Deciding>(room.Last.Answer).Buttons, button => button.Verb == "name_owner");
        Assert.Equal("refusal.owner", room.Approve(Owner).Refused);
        room.Approve(Sam);
        Assert.True(room.Case!.IsApproved);
        Verify(room);
    }

    [Fact]
    public void Conditions_of_the_name_are_theirs_too_after_the_approval()
    {
        var room = Unknown();
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
        room.Press(Priya, "open");
        Assert.Contains(Assert.IsType<View.Decided>(room.Last.Answer).Buttons, button => button.Verb == "name_owner");
        room.Press(Priya, "name_owner", "sent", values: [("owner_name", "owner")]);
        Assert.Equal((Owner.Person, Owner.Person), (room.Case!.Owner, room.Entry!.Owner));
        Assert.All(room.Case.Conditions, condition => Assert.True(Owners.CanBeNotified(condition.Owner)));
        Verify(room);
    }

    [Theory]
    [InlineData("owner_name", "Nobody Known", "I don't know Nobody Known.")]
    [InlineData("owner_name", "", "Choose a person or write a name.")]
    [InlineData("owner_person", "teams:gone", "I don't know teams:gone.")]
    public void Somebody_unknown_is_asked_for_again(string field, string value, string problem)
    {
        var room = Unknown();
        room.Press(Sam, "name_owner", "sent", values: [(field, value)]);
        Assert.StartsWith(problem, Assert.IsType<View.Form>(room.Last.Answer).Problem, StringComparison.Ordinal);
        Assert.False(Owners.CanBeNotified(room.Case!.Owner));
    }

    [Fact]
    public void Who_approved_it_cannot_become_its_owner()
    {
        var room = With(CaseAnswers.High.With("owner", "Tom Baker"));
        room.Approve(Sam);
        room.Press(Priya, "name_owner", "sent", values: [("owner_person", Sam.Id.Value)]);
        Assert.StartsWith("Sam has approved this request", Assert.IsType<View.Form>(room.Last.Answer).Problem, StringComparison.Ordinal);
        Assert.Single(room.Case!.Approvals);
        Assert.False(Owners.CanBeNotified(room.Case.Owner));
    }

    [Fact]
    public void Only_who_reviews_it_names_one_and_only_where_it_is_unknown()
    {
        var room = Unknown();
        Assert.Equal("refusal.own_request", room.Press(Rita, "name_owner", "sent", values: [("owner_person", Rita.Id.Value)]).Refused);
        Assert.Equal("refusal.not_approver", room.Press(Auditor, "name_owner").Refused);
        var known = With(CaseAnswers.Medium);
        Assert.Equal("owner.known", known.Press(Sam, "name_owner").Refused);
    }

    /// <summary>The requester changes something else: the owner who was named stays.</summary>
    [Fact]
    public void An_edit_of_something_else_keeps_them()
    {
        var room = Unknown();
        room.Press(Sam, "name_owner", "sent", values: [("owner_person", Owner.Id.Value)]);
        room.Send(room.Case!.Answers.With("volume", "medium"), Rita, room.Case.Id);
        Assert.Equal(Owner.Person, room.Case!.Owner);
        Verify(room);
    }

    [Fact]
    public void Another_owner_than_the_one_in_the_fact_is_found()
    {
        var room = Unknown();
        room.Press(Sam, "name_owner", "sent", values: [("owner_person", Owner.Id.Value)]);
        Assert.Contains(
            CaseVerifier.Contradictions(room.Case! with { Owner = Priya.Person }, room.Facts, Policy),
            sentence => sentence.Contains("its owner", StringComparison.Ordinal)
        );
    }

    private static void Verify(CaseScenario room)
    {
        Assert.Null(BrokenLink.FirstOf(room.Case!, room.Facts));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, Policy));
    }

    private static CaseScenario Unknown()
    {
        var room = With(CaseAnswers.Medium.With("owner", "Tom Baker"));
        Assert.False(Owners.CanBeNotified(room.Case!.Owner));
        return room;
    }
}
