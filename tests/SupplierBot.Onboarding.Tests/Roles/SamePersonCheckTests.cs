using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>
/// Where nobody can say whether two accounts are one person's, no verb that takes somebody else changes anything, and nothing typed is
/// lost.
/// </summary>
public sealed class SamePersonCheckTests
{
    private static readonly UnclearAccount Rita = new(CaseScenario.Rita.Person, HasNoAddress: false);
    private const string Reason = "They train on our calls and say so.";

    [Theory]
    [InlineData("approve", ""), InlineData("approve_conditions", "sent"), InlineData("reject", "sent"), InlineData("settle", "sent")]
    public void Nothing_is_decided_about_what_is_open(string verb, string target)
    {
        var room = CaseScenario.With(CaseAnswers.Medium.With("training", "not_sure"));
        (string, string)[] values =
        [
            ("terms", "covered"),
            ("terms_ref", "MSA v3"),
            ("comment", Reason),
            ("condition_text", Reason),
            ("training", "no"),
            ("source", Reason),
        ];
        if (verb == "approve")
            room = CaseScenario.With(CaseAnswers.Medium);
        HeldBack(room, CaseScenario.Sam, verb, target, values);
        Assert.NotNull(Press(room, CaseScenario.Sam, verb, target, [], values).Case);
    }

    [Fact]
    public void Nothing_is_revoked()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Approve(CaseScenario.Sam);
        HeldBack(room, CaseScenario.Priya, "revoke", "sent", [("comment", Reason)]);
        Assert.NotNull(Press(room, CaseScenario.Priya, "revoke", "sent", [], [("comment", Reason)]).Case);
    }

    [Fact]
    public void Who_asks_claims_or_is_refused_anyway_hears_what_they_would_hear()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Assert.NotNull(Press(room, CaseScenario.Sam, "claim", "", [Rita], []).Case);
        Assert.Equal(
            "refusal.own_request",
            Press(room, CaseScenario.Rita, "approve", "", [Rita], [("terms", "covered"), ("terms_ref", "MSA v3")]).Refused
        );
        Assert.Equal(
            "refusal.not_approver",
            Press(room, CaseScenario.Auditor, "approve", "", [Rita], [("terms", "covered"), ("terms_ref", "MSA v3")]).Refused
        );
    }

    [Fact]
    public void A_platform_that_knows_no_address_is_told_from_one_that_is_silent()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Assert.Equal(
            "refusal.no_address",
            Press(
                room,
                CaseScenario.Sam,
                "approve",
                "",
                [Rita with { HasNoAddress = true }],
                [("terms", "covered"), ("terms_ref", "MSA v3")]
            ).Refused
        );
        Assert.Equal(
            "refusal.cannot_check",
            Press(
                room,
                CaseScenario.Sam,
                "approve",
                "",
                [Rita with { HasNoAddress = true }, Rita],
                [("terms", "covered"), ("terms_ref", "MSA v3")]
            ).Refused
        );
    }

    private static void HeldBack(CaseScenario room, Actor actor, string verb, string target, (string, string)[] values)
    {
        var held = Press(room, actor, verb, target, [Rita], values);
        Assert.True(held.ChangesNothing);
        Assert.Equal("refusal.cannot_check", held.Refused);
        if (held.Answer is View.Form form)
            Assert.Contains(form.Blocks.SelectMany(block => block.Fields).Concat(form.Fields), field => field.Value == Reason);
    }

    private static Outcome Press(
        CaseScenario room,
        Actor actor,
        string verb,
        string target,
        IReadOnlyList<UnclearAccount> unclear,
        (string Id, string Value)[] values
    ) =>
        CaseDecider.Handle(
            new TurnState { Case = room.Case, Entry = room.Entry },
            RequestReader.Pressed(
                verb,
                target,
                CardStamp.OfCase(room.Case!.Id, "review-security", room.Case.ContentVersion),
                values.ToDictionary(pair => pair.Id, pair => pair.Value),
                false
            ),
            actor,
            CaseScenario.Policy,
            room.Context with
            {
                Unclear = unclear,
            }
        );
}
