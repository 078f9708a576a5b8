using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Nobody helps to decide what they, or anyone who gave them their part, asked for or own.</summary>
public sealed class InterestsTests
{
    private static readonly Dictionary<string, Actor> People = new[] { Rita, Sam, Priya, Carla, Owner, Stranger, Admin }.ToDictionary(
        actor => actor.Person.Name
    );

    /// <summary>The accounts of a delegate and of who is away can turn out to be one person's: then nobody stands in for anybody.</summary>
    [Fact]
    public void Nobody_stands_in_for_their_own_other_account()
    {
        var room = new CaseScenario();
        var company = new CaseRoles(room, Admin);
        room.Send(CaseAnswers.Of("Medium"), Rita);
        Assert.True(company.Says(Sam, "delegate to Stranger until 20 Dec"));
        company.Join(Sam, Stranger);
        room.Press(Stranger, "approve", values: [("terms", "agreed"), ("terms_ref", "MSA v3")]);
        var yes = Assert.Single(room.Case!.Approvals);
        Assert.Null(yes.InPlaceOf);
    }

    [Theory]
    [InlineData("Sam", "Rita", "Sam: delegate to Stranger until 20 Dec", "Stranger", "refusal.stands_in_requester")]
    [InlineData("Rita", "Sam", "Sam: delegate to Stranger until 20 Dec", "Stranger", "refusal.stands_in_owner")]
    [InlineData("Rita", "Priya", "Sam: delegate to Stranger until 20 Dec", "Stranger", null)]
    [InlineData(
        "Carla",
        "Rita",
        "Sam: delegate to Carla until 20 Dec; Carla: delegate to Stranger until 19 Dec",
        "Stranger",
        "refusal.stands_in_requester"
    )]
    [InlineData(
        "Sam",
        "Rita",
        "Sam: delegate to Carla until 20 Dec; Carla: delegate to Stranger until 19 Dec",
        "Stranger",
        "refusal.stands_in_requester"
    )]
    [InlineData("Priya", "Rita", "Sam: delegate to Carla until 20 Dec; Carla: delegate to Stranger until 19 Dec", "Stranger", null)]
    [InlineData("Admin", "Rita", "Admin: roles add security Stranger", "Stranger", "refusal.appointed_requester")]
    [InlineData("Rita", "Admin", "Admin: roles add security Stranger", "Stranger", "refusal.appointed_owner")]
    [InlineData("Rita", "Owner", "Admin: roles add security Stranger", "Stranger", null)]
    [InlineData(
        "Admin",
        "Rita",
        "Admin: roles add security Stranger; Stranger: delegate to Owner until 20 Dec",
        "Owner",
        "refusal.appointed_requester"
    )]
    [InlineData(
        "Stranger",
        "Rita",
        "Admin: roles add security Stranger; Stranger: delegate to Owner until 20 Dec",
        "Owner",
        "refusal.stands_in_requester"
    )]
    [InlineData(
        "Admin",
        "Rita",
        "Admin: roles remove security Priya; Admin: roles add security Priya",
        "Priya",
        "refusal.appointed_requester"
    )]
    public void A_part_that_came_from_who_asks_or_owns_is_none(string requester, string owner, string said, string presses, string? refused)
    {
        var room = With(CaseAnswers.Medium.OwnedBy(People[owner]), People[requester]);
        Hand(room, said);
        room.Approve(People[presses]);
        Assert.Equal((refused is null ? 1 : 0, refused), (room.Case!.Approvals.Count, room.Last.Refused));
    }

    [Theory]
    [InlineData(-1, true), InlineData(-29, true), InlineData(-31, false)]
    public void A_role_given_shortly_before_is_given_for_it_and_an_older_one_is_on_the_record(int days, bool refused)
    {
        var room = new CaseScenario();
        var sends = room.Now;
        var company = new CaseRoles(room, Admin);
        room.Now = sends.AddDays(days);
        Assert.True(company.Says(Admin, "roles add security Stranger"));
        room.Now = sends;
        company.Apply();
        room.Send(CaseAnswers.Medium, Admin);
        room.Approve(Stranger);
        Assert.Equal(!refused, room.Case!.IsApproved);
        Assert.Equal(!refused, room.Case.Deviations.Any(words => words.Contains("got that role from", StringComparison.Ordinal)));
    }

    [Theory]
    [
        InlineData("approve"),
        InlineData("approve_conditions"),
        InlineData("reject"),
        InlineData("ask"),
        InlineData("settle"),
        InlineData("claim"),
        InlineData("review"),
        InlineData("confirm"),
        InlineData("revoke"),
        InlineData("ended")
    ]
    public void Whatever_reviewers_do_they_do_not(string verb)
    {
        var room = With(CaseAnswers.Medium, Sam);
        var approved = verb is "confirm" or "revoke" or "ended";
        if (approved)
            room.ApproveIf(Priya, "Sign the data agreement first");
        if (approved)
            room.Press(Sam, "done", slot: "receipt", values: [("proof_text", "Signed yesterday, in the safe")]);
        if (verb == "ended")
            room.Press(
                Sam,
                "exit",
                "sent",
                slot: "receipt",
                values: [("exit_access", "closed"), ("exit_data", "deleted"), ("exit_moved", "none")]
            );
        Hand(room, "Sam: delegate to Stranger until 20 Dec");
        var before = room.Case;
        room.Press(Stranger, verb, "", values: Everything);
        Assert.Equal("refusal.stands_in_requester", room.Last.Refused);
        Assert.Same(before, room.Case);
        Assert.Contains("Sam", room.Problem, StringComparison.Ordinal);
        if (verb is "settle")
            return;
        if (verb is "review")
            Assert.IsType<View.Deciding>(room.Press(Priya, verb).Answer);
        else if (verb is "confirm")
            Assert.NotNull(room.Press(Priya, verb).Case);
        else
            Assert.NotNull(room.Press(Priya, verb, "sent", values: Everything).Case);
    }

    [Fact]
    public void A_requester_who_is_an_admin_assigns_the_case_to_nobody()
    {
        var room = With(CaseAnswers.Medium, Admin);
        Assert.True(room.Say(Admin, "assign REQ-2026-0012 to Sam").ChangesNothing);
        Assert.Equal("refusal.own_request", room.Last.Refused);
    }

    [Fact]
    public void It_is_assigned_only_to_people_with_a_part()
    {
        var room = With(CaseAnswers.Medium, Sam);
        Hand(room, "Sam: delegate to Stranger until 20 Dec");
        Assert.True(room.Say(Priya, "assign REQ-2026-0012 to Stranger").ChangesNothing);
        Assert.NotNull(room.Say(Priya, "assign REQ-2026-0012 to Priya").Case);
    }

    [Fact]
    public void The_seat_falls_to_the_others_and_the_card_says_why()
    {
        var room = With(CaseAnswers.High, Sam);
        Hand(room, "Sam: delegate to Stranger until 20 Dec");
        var deciding = Assert.IsType<View.Deciding>(room.Press(Priya, "review").Answer);
        Assert.Contains("Stranger stands in for Sam, the requester, so Stranger can't decide this.", deciding.News);
        room.Approve(Priya);
        room.Approve(Carla);
        Assert.True(room.Case!.IsApproved);
        Assert.Contains(room.Case.Deviations, words => words.StartsWith("Carla", StringComparison.Ordinal));
        Assert.Contains(new("as", "ciso"), room.Facts[^1].Event.Details);
    }

    [Fact]
    public void Accounts_of_one_person_are_one_person_on_the_way()
    {
        var room = With(CaseAnswers.Medium, Owner);
        var company = new CaseRoles(room);
        company.Join(Owner, Sam);
        Assert.True(company.Says(Sam, "delegate to Stranger until 20 Dec"));
        room.Approve(Stranger);
        Assert.Equal("refusal.stands_in_requester", room.Last.Refused);
    }

    [Fact]
    public void A_yes_of_an_account_that_turns_out_to_be_the_requesters_is_none_while_it_is_open()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam);
        new CaseRoles(room).Join(Rita, Sam);
        room.Approve(Priya);
        Assert.True(room.Case!.IsOpen);
        room.Approve(Carla);
        Assert.True(room.Case.IsApproved);
    }

    [Theory]
    [InlineData("Sam", "Stranger"), InlineData("Stranger", "Sam")]
    public void One_part_is_one_yes_no_matter_who_says_it(string first, string second)
    {
        var room = With(CaseAnswers.High);
        var company = new CaseRoles(room);
        if (first == "Sam")
            room.Approve(Sam);
        Assert.True(company.Says(Sam, "delegate to Stranger until 20 Dec"));
        if (first == "Stranger")
            room.Approve(Stranger);
        if (first == "Stranger")
            Assert.Equal([Sam.Id], room.Case!.Approvals[0].InPlaceOf);
        if (first == "Stranger")
            Assert.True(company.Says(Sam, "I'm back"));
        room.Approve(People[second]);
        Assert.Equal("refusal.one_part", room.Last.Refused);
        Assert.Single(room.Case!.Approvals);
        room.Approve(Priya);
        Assert.True(room.Case.IsApproved);
    }

    [Fact]
    public void Who_lost_the_role_does_not_turn_their_yes_into_a_no()
    {
        var room = With(
            CaseAnswers.High,
            roles: RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Auditor, [Sam]))
        );
        room.Approve(Sam);
        Hand(room, "Admin: roles remove security Sam");
        room.Reject(Sam);
        Assert.Equal((true, "refusal.not_approver"), (room.Case!.IsOpen, room.Last.Refused));
    }

    [Fact]
    public void Who_stands_in_for_the_one_who_reported_it_does_not_confirm_it()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(
            Priya,
            "approve_conditions",
            values:
            [
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("condition_text", "Sign the data agreement first"),
                ("condition_when", "before_use"),
                ("condition_owner", "me"),
            ]
        );
        room.Press(Priya, "done", values: [("proof_text", "Signed yesterday, in the safe")]);
        Assert.Equal(ApprovalConditionState.Reported, room.Case!.Conditions[0].State);
        Hand(room, "Priya: delegate to Stranger until 20 Dec");
        room.Press(Stranger, "confirm");
        Assert.Equal("confirm.own", room.Last.Refused);
        Assert.NotNull(room.Press(Sam, "confirm").Case);
    }

    [Fact]
    public void A_role_that_is_emptied_after_sending_is_on_the_card_and_on_the_record()
    {
        var room = With(
            CaseAnswers.High,
            roles: RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Privacy, [Owner]))
        );
        Assert.Empty(room.Case!.Deviations);
        var company = new CaseRoles(room);
        Assert.True(company.Says(Admin, "roles remove privacy Owner"));
        Assert.Contains(
            Assert.IsType<View.Deciding>(room.Press(Sam, "review").Answer).News,
            words => words.StartsWith("Privacy", StringComparison.Ordinal)
        );
        room.Approve(Sam);
        Assert.Contains(new("not_held", "privacy"), room.Facts[^1].Event.Details);
        Assert.Contains(new("roles", "1"), room.Facts[^1].Event.Details);
        room.Approve(Priya);
        Assert.Contains(room.Case.Deviations, words => words.StartsWith("Privacy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_that_is_held_again_is_missed_no_more()
    {
        var room = With(CaseAnswers.High);
        Assert.Contains(new("not_held", "privacy"), room.Facts[0].Event.Details);
        var company = new CaseRoles(room);
        Assert.True(company.Says(Admin, "roles add privacy Owner"));
        Assert.DoesNotContain(
            Assert.IsType<View.Deciding>(room.Press(Sam, "review").Answer).News,
            words => words.StartsWith("Privacy", StringComparison.Ordinal)
        );
        foreach (var person in new[] { Sam, Priya, Owner })
            room.Approve(person);
        Assert.Equal((true, 0), (room.Case!.IsApproved, room.Case.Deviations.Count));
    }

    [Fact]
    public void Seats_that_cannot_all_be_filled_are_on_the_record() =>
        Assert.Contains(new("fillable", "2 of 3"), With(CaseAnswers.Critical, Sam).Facts[0].Event.Details);

    private static readonly (string, string)[] Everything =
    [
        ("terms", "agreed"),
        ("terms_ref", "MSA v3"),
        ("comment", "This is a long enough reason."),
        ("question", "What goes in there, please?"),
        ("source", "their terms"),
        ("condition_text", "Switch off training."),
        ("condition_when", "before_use"),
        ("condition_owner", "requester"),
    ];

    private static void Hand(CaseScenario room, string said)
    {
        var company = new CaseRoles(room);
        foreach (var one in said.Split("; "))
            Assert.True(company.Says(People[one.Split(": ")[0]], one.Split(": ")[1]), one);
    }
}
