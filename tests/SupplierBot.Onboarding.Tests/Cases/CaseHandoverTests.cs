using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Reminded, given to somebody, decided by somebody in another's place.</summary>
public sealed class CaseHandoverTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoPlaces = new Dictionary<string, IReadOnlyList<string>>();

    [Fact]
    public void The_requester_reminds_once_a_day()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(CaseScenario.Rita, "remind", slot: "receipt");
        Assert.True(room.Says("remind.done"));
        Assert.Equal(
            ["teams:priya", "teams:sam"],
            room.Case!.Notifications.Where(notifications => notifications.Kind == NotificationKind.Nudged)
                .Select(notifications => notifications.To.Id.Value)
                .Order(StringComparer.Ordinal)
        );
        Assert.True(room.Press(CaseScenario.Rita, "remind", slot: "receipt").ChangesNothing);
        Assert.Equal("remind.today", room.Last.Refused);
        room.Now = room.Now.AddDays(1);
        room.Press(CaseScenario.Rita, "remind", slot: "receipt");
        Assert.Equal(4, room.Case.Notifications.Count(notifications => notifications.Kind == NotificationKind.Nudged));
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "Sat 21 Nov, 02:00")]
    [InlineData("Europe/Berlin", "Fri 20 Nov, 18:00")]
    [InlineData("Mars/Olympus", "Fri 20 Nov")]
    [InlineData(null, "Fri 20 Nov")]
    public void What_is_promised_is_said_in_the_requesters_own_time(string? zone, string due)
    {
        var room = CaseScenario.With(CaseAnswers.Medium, requester: CaseScenario.Rita with { Zone = zone });
        Assert.Contains(Assert.IsType<View.Receipt>(room.Show(Slot.Receipt)).Details, auditEvent => auditEvent.Text == due);
    }

    [Fact]
    public void Only_whoever_has_it_is_reminded_and_reviewers_are_told_who_that_is()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(CaseScenario.Priya, "claim");
        Assert.True(room.Press(CaseScenario.Sam, "remind").ChangesNothing);
        room.Press(CaseScenario.Rita, "remind", slot: "receipt");
        Assert.Equal(
            "teams:priya",
            Assert.Single(room.Case!.Notifications, notifications => notifications.Kind == NotificationKind.Nudged).To.Id.Value
        );
        room.Press(CaseScenario.Sam, "ask", "sent", values: [("question", "Who holds the contract?")]);
        room.Now = room.Now.AddDays(1);
        Assert.True(room.Press(CaseScenario.Rita, "remind", slot: "receipt").ChangesNothing);
        Assert.Equal("remind.yours", room.Last.Refused);
    }

    [Fact]
    public void A_request_is_given_to_somebody_who_may_decide_and_lapses_as_a_claim_does()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Say(CaseScenario.Sam, "assign REQ-2026-0012 to priya");
        Assert.Equal(CaseScenario.Priya.Person, room.Case!.Claim?.By);
        Assert.Single(
            room.Case.Notifications,
            notifications => notifications.Kind == NotificationKind.Assigned && notifications.To.Id == CaseScenario.Priya.Id
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
    public void Nobody_gives_a_request_to_who_may_not_decide_it_or_without_a_part_in_it(string by, string to)
    {
        var gives = new[] { CaseScenario.Sam, CaseScenario.Rita, CaseScenario.Stranger, CaseScenario.Auditor }.Single(actor =>
            actor.Person.Name == by
        );
        Assert.True(CaseScenario.With(CaseAnswers.Medium).Say(gives, $"assign REQ-2026-0012 to {to}").ChangesNothing);
    }

    [Fact]
    public void Of_several_accounts_of_one_name_nobody_is_guessed_at_and_of_one_person_the_near_one_is_meant()
    {
        var (near, far) = (new Person(new("teams:una"), "Una"), new Person(new("slack:T1:UNA"), "una"));
        var context = new CaseScenario().Context with { People = [far, near] };
        var directory = On(RoleAssignments.Empty, new(2026, 11, 17));
        var several = RoleChanges.Handle(
            RoleAssignments.Empty,
            directory,
            RequestReader.Parse("roles add security Una"),
            CaseScenario.Admin,
            null,
            context
        );
        Assert.Null(several.Assignments);
        Assert.Contains("teams:una", Words(several), StringComparison.Ordinal);
        Assert.Contains("slack:T1:UNA", Words(several), StringComparison.Ordinal);
        var one = RoleChanges.Handle(
            RoleAssignments.Empty,
            directory,
            RequestReader.Parse("roles add security Una"),
            CaseScenario.Admin,
            null,
            context with
            {
                Roles = context.Roles with
                {
                    Joined =
                    [
                        [far.Id, near.Id],
                    ],
                },
            }
        );
        Assert.Equal(near.Id, Assert.Single(one.Assignments!.Given).Person.Id);
    }

    [Fact]
    public void Who_holds_a_role_is_told_of_every_change_of_it_and_what_is_public_names_no_id()
    {
        var given = Say("roles add security Owner");
        Assert.Equal(
            ["teams:owner", "teams:priya", "teams:sam"],
            given.Announcements!.Single().To.Select(person => person.Id.Value).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(
            "teams:",
            string.Join(' ', ((View.Notice)given.Public!).Lines.Select(line => line.Text)),
            StringComparison.Ordinal
        );
        Assert.Contains("teams:owner", Words(given), StringComparison.Ordinal);
        Assert.Contains(Say("roles remove security Priya").Announcements!.Single().To, person => person.Id == CaseScenario.Sam.Id);
        Assert.Contains(
            Hand(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov").Announcements!.Single().To,
            person => person.Id == CaseScenario.Priya.Id
        );

        static RoleOutcome Say(string text) =>
            RoleChanges.Handle(
                RoleAssignments.Empty,
                On(RoleAssignments.Empty, new(2026, 11, 17)),
                RequestReader.Parse(text),
                CaseScenario.Admin,
                null,
                new CaseScenario().Context
            );
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

    [Theory]
    [InlineData("delegate to Owner until 2026-11-16", "is over")]
    [InlineData("delegate to Owner until 2028-01-01", "more than a year")]
    [InlineData("delegate to Owner until somewhen", "I can't read")]
    [InlineData("delegate to Sam until 2026-12-01", "stand in for yourself")]
    [InlineData("delegate to Nobody until 2026-12-01", "do not know")]
    [InlineData("delegate to Priya until 2026-12-01", "already")]
    [InlineData("away until 2026-11-16", "is over")]
    [InlineData("away until 5/12", "could be Sat 5 Dec 2026 or Wed 12 May 2027")]
    [InlineData("delegate to Owner until 5/12/2026", "could be Sat 5 Dec 2026 or Tue 12 May 2026")]
    [InlineData("away until the end", "I can't read")]
    [InlineData("delegate stop", "not away")]
    public void What_cannot_be_handed_on_is_refused_with_the_reason(string text, string words)
    {
        var outcome = Hand(RoleAssignments.Empty, CaseScenario.Sam, text);
        Assert.Null(outcome.Assignments);
        Assert.Contains(words, Words(outcome), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Who_holds_no_role_has_nothing_to_hand_on() =>
        Assert.Contains(
            "no role",
            Words(Hand(RoleAssignments.Empty, CaseScenario.Rita, "away until 2026-12-01")),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_last_one_of_a_role_names_somebody() =>
        Assert.Contains(
            "Nobody else decides",
            Words(Hand(RoleAssignments.Empty, CaseScenario.Carla, "away until 20 Dec")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_delegate_decides_until_the_day_and_not_after_and_is_never_the_requester()
    {
        var outcome = Hand(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov");
        var assignments = outcome.Assignments!;
        Assert.Equal(
            (AuditEventKind.Delegated, AnnouncementKind.Delegated),
            (outcome.Events![0].Event.Kind, outcome.Announcements![0].Kind)
        );
        Assert.Contains(outcome.Announcements[0].To, person => person.Id == CaseScenario.Owner.Id);
        var room = CaseScenario.With(CaseAnswers.High);
        room.Roles = On(assignments, new(2026, 11, 20)).Roles;
        room.Approve(CaseScenario.Sam);
        Assert.Empty(room.Case!.Approvals);
        room.Approve(CaseScenario.Owner);
        Assert.Equal(CaseScenario.Owner.Id, Assert.Single(room.Case.Approvals).By.Id);
        room.Roles = On(assignments, new(2026, 11, 21)).Roles;
        Assert.Equal(["teams:sam", "teams:priya"], room.Roles.Of(RoleNames.Security).Select(person => person.Id.Value));
        var asked = CaseScenario.With(CaseAnswers.Medium, requester: CaseScenario.Owner, roles: On(assignments, new(2026, 11, 20)).Roles);
        asked.Approve(CaseScenario.Owner);
        Assert.True(asked.Says("refusal.own_request"));
    }

    [Fact]
    public void Two_who_are_away_in_a_row_lead_to_the_last_and_a_circle_to_those_who_hold_it()
    {
        var today = new DateOnly(2026, 11, 17);
        Absence Away(Actor who, Actor? stands) => new(who.Person, stands?.Person, today.AddDays(3));
        var row = RoleAssignments.Empty with
        {
            Away = [Away(CaseScenario.Sam, CaseScenario.Owner), Away(CaseScenario.Owner, CaseScenario.Stranger)],
        };
        Assert.Equal(["teams:stranger", "teams:priya"], On(row, today).Roles.Of(RoleNames.Security).Select(person => person.Id.Value));
        var circle = RoleAssignments.Empty with
        {
            Away = [Away(CaseScenario.Sam, CaseScenario.Owner), Away(CaseScenario.Owner, CaseScenario.Sam), Away(CaseScenario.Priya, null)],
        };
        Assert.Equal(["teams:sam", "teams:priya"], On(circle, today).Roles.Of(RoleNames.Security).Select(person => person.Id.Value));
    }

    [Fact]
    public void Back_early_ends_it_and_both_are_told()
    {
        var away = Hand(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov").Assignments!;
        var back = Hand(away, CaseScenario.Sam, "I'm back");
        Assert.Empty(back.Assignments!.Away);
        Assert.Equal(CaseScenario.Owner.Id, Assert.Single(back.Announcements!).To[0].Id);
        Assert.Null(
            BrokenLink.FirstOf(
                back.Assignments,
                [.. Hand(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov").Events!, .. back.Events!]
            )
        );
    }

    private static RoleDirectory On(RoleAssignments assignments, DateOnly today) =>
        RoleDirectory.Of(new CaseScenario().Roles, NoPlaces, assignments, today);

    private static RoleOutcome Hand(RoleAssignments assignments, Actor actor, string text)
    {
        var context = new CaseScenario().Context;
        return RoleChanges.Handle(
            assignments,
            On(assignments, context.Calendar.Today(context.Now)),
            RequestReader.Parse(text),
            actor,
            null,
            context
        );
    }

    private static string Words(RoleOutcome outcome) => string.Join(' ', ((View.Notice)outcome.Answer!).Lines.Select(line => line.Text));
}
