using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>A change counts once Legal takes it, and a gap while somebody answers for it.</summary>
public sealed class AcceptClauseHandlerTests
{
    private const string Why = "Their wording says the same.";
    private static readonly Actor Lena = Member("Lena");
    private static readonly RoleHolders WithLegal = RolesOf(
        (RoleNames.Security, [Sam, Priya]),
        (RoleNames.Ciso, [Carla]),
        (RoleNames.Legal, [Lena])
    );

    [Fact]
    public void Legal_takes_a_change()
    {
        var room = Changed(WithLegal);
        Assert.False(Item(room).IsSettled);
        var row = Assert
            .IsType<View.Entries>(room.Press(Lena, "clauses").Answer)
            .Groups.SelectMany(group => group.Rows)
            .Single(one => one.Press!.Target == "CONF");
        Assert.Equal(("accept_clause", "Changed, to decide"), (row.Press!.Verb, row.Press.Label));
        Accept(room, Lena, "short");
        Assert.Equal(("refusal.too_short", null), (room.Last.Refused, Item(room).AcceptedBy));
        Accept(room, Lena, Why);
        Assert.Equal((true, Lena.Person, ClauseState.Changed), (Item(room).IsSettled, Item(room).AcceptedBy, Item(room).State));
        Assert.Equal((AuditEventKind.ClauseAccepted, true, 0), (room.Facts[^1].Event.Kind, room.Last.ByRole, room.Case!.Deviations.Count));
        ClauseHandlerTests.Verify(room);
        Accept(room, Lena, Why);
        Assert.Equal("accept.nothing", room.Last.Refused);
    }

    [Fact]
    public void Legal_refuses_a_change_and_the_risk_owner_answers_for_the_gap()
    {
        var room = Changed(WithLegal);
        Accept(room, Lena, "They may keep copies for ever.", "refuse");
        Assert.Equal(
            (ClauseState.Refused, Lena.Person, "They may keep copies for ever."),
            (Item(room).State, Item(room).By, Item(room).Words)
        );
        Accept(room, Lena, Why);
        Assert.Equal("accept.not_yours", room.Last.Refused);
        Accept(room, Carla, Why, until: "2027-05-16");
        Assert.Equal(
            (ClauseState.RiskAccepted, new DateOnly(2027, 5, 16), Carla.Person, true),
            (Item(room).State, Item(room).Until, Item(room).AcceptedBy, Item(room).IsSettled)
        );
        ClauseHandlerTests.Verify(room);
    }

    [Theory]
    [InlineData(""), InlineData("2026-11-17"), InlineData("2027-05-17"), InlineData("tomorrow"), InlineData("2025-01-01")]
    public void A_gap_is_accepted_from_tomorrow_and_for_180_days(string until)
    {
        var room = Refused("CONF");
        Accept(room, Carla, Why, until: until);
        Assert.StartsWith(
            "Choose a day from tomorrow to Sun 16 May",
            Assert.IsType<View.Form>(room.Last.Answer).Problem,
            StringComparison.Ordinal
        );
        Assert.Equal(ClauseState.Refused, Item(room).State);
    }

    [Fact]
    public void Nobody_accepts_a_gap_that_the_policy_names()
    {
        var room = Refused("DPA");
        Assert.Contains("DPA", room.Rules.Agreements.Acceptance!.Never);
        room.Press(Carla, "accept_clause", "DPA");
        Assert.Equal("accept.never", room.Last.Refused);
    }

    [Fact]
    public void Neither_the_requester_nor_who_said_so_decides_where_another_could()
    {
        var room = Changed(RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Legal, [Sam, Lena, Rita])));
        Accept(room, Rita, Why);
        Assert.Equal("refusal.own_request", room.Last.Refused);
        Accept(room, Sam, Why);
        Assert.Equal("accept.own", room.Last.Refused);
        var line = CaseLine.Of(room.Case!, room.Roles).ForAgreements(room.Case!);
        Assert.Equal((false, true), (AgreementWaits.Wait(line, Sam.Id, room.Roles), AgreementWaits.Wait(line, Lena.Id, room.Roles)));
        Accept(room, Priya, Why);
        Assert.Equal("accept.not_yours", room.Last.Refused);
        Assert.Null(Item(room).AcceptedBy);
        room.Roles = RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Legal, [Sam]));
        Assert.True(AgreementWaits.Wait(line, Sam.Id, room.Roles));
        Accept(room, Sam, Why);
        Assert.Equal(Sam.Person, Item(room).AcceptedBy);
    }

    [Fact]
    public void Where_nobody_holds_legal_who_decides_does_and_it_is_on_the_record()
    {
        var room = Changed(RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla])));
        Accept(room, Sam, Why);
        Assert.Equal("accept.own", room.Last.Refused);
        Accept(room, Priya, Why);
        Assert.Equal(Priya.Person, Item(room).AcceptedBy);
        Assert.Equal(
            "Priya accepted the change of “Data protection and confidentiality”, because nobody holds the role Legal.",
            Assert.Single(room.Case!.Deviations)
        );
        ClauseHandlerTests.Verify(room);
    }

    [Fact]
    public void A_change_that_was_made_meanwhile_is_shown_before_it_is_taken()
    {
        var room = Changed(WithLegal);
        var shown = Target(room, Lena, "");
        ClauseHandlerTests.Settle(room, Priya, "CONF", ("clause_state", "changed"), ("clause_words", "They keep copies for ever."));
        room.Press(Lena, "accept_clause", shown, values: [("accept_reason", Why)]);
        Assert.Equal(("clause.meanwhile", null), (room.Last.Refused, Item(room).AcceptedBy));
    }

    private static CaseScenario Changed(RoleHolders roles)
    {
        var room = With(CaseAnswers.Medium, roles: roles);
        ClauseHandlerTests.Settle(room, Sam, "CONF", ("clause_state", "changed"), ("clause_words", "They keep it for two years."));
        Assert.Equal(ClauseState.Changed, Item(room).State);
        return room;
    }

    private static CaseScenario Refused(string id)
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        ClauseHandlerTests.Settle(room, Sam, id, ("clause_state", "refused"), ("clause_words", "They don't sign it for anybody."));
        Assert.Equal(ClauseState.Refused, Item(room, id).State);
        return room;
    }

    private static ClauseItem Item(CaseScenario room, string id = "CONF") => room.Case!.Clauses!.Single(item => item.Clause == id);

    private static void Accept(CaseScenario room, Actor actor, string reason, string then = "", string until = "") =>
        room.Press(actor, "accept_clause", Target(room, actor, then), values: [("accept_reason", reason), ("accept_until", until)]);

    private static string Target(CaseScenario room, Actor actor, string then) =>
        room.Press(actor, "accept_clause", "CONF").Answer is View.Form form
            ? form.Buttons.First(button => button.Verb == "accept_clause" && button.Target.EndsWith(then, StringComparison.Ordinal)).Target
            : "CONF:0123456789ab";
}
