using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Views;

/// <summary>The first words of the bot: to who asks, and to who decides.</summary>
public sealed class WelcomeCardTests
{
    private static readonly CaseScenario Room = new();

    private static CaseLine Line(int number, string role = RoleNames.Security, Actor? by = null) =>
        new()
        {
            Id = $"REQ-2026-000{number}",
            Supplier = $"Acme {number}",
            Status = CaseStatus.InReview,
            Tier = Tier.Medium,
            Requester = (by ?? Rita).Person,
            SubmittedAt = Room.Now,
            DueAt = Room.Now.AddDays(number),
            OpenPoints = 0,
            ApprovalsGiven = 0,
            ApprovalsNeeded = 1,
            NextRole = role,
        };

    private static View.Notice Greeted(Actor actor, params CaseLine[] pending) =>
        Assert.IsType<View.Notice>(
            CaseDecider
                .Handle(new TurnState { Pending = pending }, new Request.Installed(), actor, CaseScenario.Policy, Room.Context)
                .Answer
        );

    [Fact]
    public void Who_decides_reads_what_waits_for_them_first()
    {
        var card = Greeted(Sam, Line(1), Line(2, RoleNames.Ciso), Line(3), Line(4), Line(5), Line(6, by: Sam));
        Assert.Equal("Hello, Sam. 4 requests wait for you.", card.Title);
        Assert.Equal(["Acme 1", "Acme 3", "Acme 4"], card.Rows.Select(row => row.Title));
        Assert.All(card.Rows, row => Assert.Equal(Verbs.Review, row.Press!.Verb));
        Assert.StartsWith("You review supplier requests for Security.", card.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal(["pending", "new", "help"], card.Buttons.Select(button => button.Says));
    }

    [Fact]
    public void Nothing_waits_and_it_is_short()
    {
        var card = Greeted(Carla);
        Assert.Equal("Hello, Carla.", card.Title);
        Assert.Empty(card.Rows);
        Assert.Equal("Hello, Priya. 1 request waits for you.", Greeted(Priya, Line(1)).Title);
    }

    [Fact]
    public void Everybody_else_reads_how_to_ask_for_a_supplier()
    {
        foreach (var actor in new[] { Rita, Auditor, Admin })
        {
            var card = Greeted(actor, Line(1));
            Assert.Empty(card.Rows);
            Assert.Equal(CaseScenario.Wording["welcome.what"], card.Lines[0].Text);
        }
    }
}
