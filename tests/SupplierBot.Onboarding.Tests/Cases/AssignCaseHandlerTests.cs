using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>A request is given to one of those who may decide it.</summary>
public sealed class AssignCaseHandlerTests
{
    [Fact]
    public void A_request_is_given_to_somebody_who_may_decide_and_lapses_as_a_claim_does()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Say(CaseScenario.Sam, "assign REQ-2026-0012 to priya");
        Assert.Equal(CaseScenario.Priya.Person, room.Case!.Claim?.By);
        Assert.Single(
            room.Case.Notifications,
            notification => notification.Kind == NotificationKind.Assigned && notification.To.Id == CaseScenario.Priya.Id
        );
        Assert.Equal(AuditEventKind.Assigned, room.Facts[^1].Event.Kind);
        room.Now = room.Now.AddDays(3);
        Assert.Null(ClaimHandler.Current(room.Case, room.Context));
        room.Say(CaseScenario.Admin, "assign REQ-2026-0012 to Sam");
        Assert.Equal(CaseScenario.Sam.Person, room.Case.Claim?.By);
        room.Approve(CaseScenario.Sam);
        Assert.True(room.Say(CaseScenario.Admin, "assign REQ-2026-0012 to Priya").ChangesNothing);
    }

    [Theory]
    [
        InlineData("Sam", "Rita"),
        InlineData("Sam", "Nobody"),
        InlineData("Rita", "Sam"),
        InlineData("Stranger", "Sam"),
        InlineData("Auditor", "Sam")
    ]
    public void A_request_is_assigned_only_by_and_to_people_who_may_decide_it(string by, string to)
    {
        var gives = new[] { CaseScenario.Sam, CaseScenario.Rita, CaseScenario.Stranger, CaseScenario.Auditor }.Single(actor =>
            actor.Person.Name == by
        );
        Assert.True(CaseScenario.With(CaseAnswers.Medium).Say(gives, $"assign REQ-2026-0012 to {to}").ChangesNothing);
    }

    [Fact]
    public void A_mention_names_whom_a_request_is_given_to()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var other = new Person(new("teams:other"), "Priya");
        var roles = room.Roles with
        {
            Holders = new Dictionary<string, IReadOnlyList<Person>>(room.Roles.Holders)
            {
                [RoleNames.Security] = [CaseScenario.Sam.Person, CaseScenario.Priya.Person, other],
            },
        };
        Outcome Assign(params MentionedPerson[] mentions) =>
            CaseDecider.Handle(
                new TurnState { Case = room.Case, Entry = room.Entry },
                RequestReader.Typed("assign REQ-2026-0012 to @Priya"),
                CaseScenario.Sam,
                CaseScenario.Policy,
                room.Context with
                {
                    Roles = roles,
                    Mentions = mentions,
                }
            );
        Assert.Equal("assign.several", Assign().Refused);
        Assert.Equal(other, Assign(new MentionedPerson("Priya", other, MentionState.Known)).Case!.Claim!.By);
        Assert.Equal("assign.nobody", Assign(new MentionedPerson("Priya", null, MentionState.App)).Refused);
        Assert.Equal("assign.nobody", Assign(new MentionedPerson("Priya", CaseScenario.Stranger.Person, MentionState.Known)).Refused);
    }
}
