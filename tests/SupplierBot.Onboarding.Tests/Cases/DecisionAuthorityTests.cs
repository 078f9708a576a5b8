using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>What is done by right of a role, and which case a press is about.</summary>
public sealed class DecisionAuthorityTests
{
    private const string This = "REQ-2026-0012",
        Its = "SUP-0031",
        Other = "REQ-2026-0099";
    private static readonly Case Current = With(CaseAnswers.Medium).Case!;

    private static Request.OnCase Pressed(string verb, string stamped = This, string target = "", string pick = "") =>
        Assert.IsAssignableFrom<Request.OnCase>(
            RequestReader.Pressed(
                verb,
                target,
                stamped.Length == 0 ? CardStamp.None : CardStamp.OfCase(stamped, "review-security", 1),
                pick.Length == 0 ? new Dictionary<string, string>() : new() { [CardPress.Pick] = pick },
                false
            )
        );

    [Theory]
    [
        InlineData(Verbs.Approve, AuditEventKind.Approved, true),
        InlineData(Verbs.ApproveWithConditions, AuditEventKind.ApprovedWithConditions, true)
    ]
    [
        InlineData(Verbs.Reject, AuditEventKind.Rejected, true),
        InlineData(Verbs.Ask, AuditEventKind.Asked, true),
        InlineData(Verbs.Settle, AuditEventKind.Settled, true)
    ]
    [
        InlineData(Verbs.Claim, AuditEventKind.Claimed, true),
        InlineData(Verbs.Tier, AuditEventKind.TierChanged, true),
        InlineData(Verbs.Assign, AuditEventKind.Assigned, true),
        InlineData(Verbs.Confirm, AuditEventKind.ConditionConfirmed, true)
    ]
    [
        InlineData(Verbs.Clause, AuditEventKind.ClauseSettled, true),
        InlineData(Verbs.Cover, AuditEventKind.ClauseSettled, true),
        InlineData(Verbs.AcceptClause, AuditEventKind.ClauseAccepted, true),
        InlineData(Verbs.Clauses, AuditEventKind.ClauseProposed, false)
    ]
    [InlineData(Verbs.SendBack, AuditEventKind.ConditionSentBack, true), InlineData(Verbs.NameOwner, AuditEventKind.OwnerNamed, true)]
    [
        InlineData(Verbs.CheckEvidence, AuditEventKind.EvidenceJudged, true),
        InlineData(Verbs.AddEvidence, AuditEventKind.EvidenceAdded, false)
    ]
    [InlineData(Verbs.Revoke, AuditEventKind.Revoked, true), InlineData(Verbs.Ended, AuditEventKind.Terminated, true)]
    [
        InlineData(Verbs.Reply, AuditEventKind.Replied, false),
        InlineData(Verbs.Remind, AuditEventKind.Reminded, false),
        InlineData(Verbs.Withdraw, AuditEventKind.Withdrawn, false)
    ]
    [
        InlineData(Verbs.Done, AuditEventKind.ConditionReported, false),
        InlineData(Verbs.Checked, AuditEventKind.Checked, false),
        InlineData(Verbs.Report, AuditEventKind.ReportSeen, false)
    ]
    [
        InlineData(Verbs.Alias, AuditEventKind.AliasAdded, true),
        InlineData(Verbs.RemoveAlias, AuditEventKind.AliasRemoved, true),
        InlineData(Verbs.Rename, AuditEventKind.SupplierRenamed, true)
    ]
    [
        InlineData(Verbs.Incident, AuditEventKind.IncidentNoted, false),
        InlineData(Verbs.Exit, AuditEventKind.ExitStarted, false),
        InlineData(Verbs.Edit, AuditEventKind.Edited, false)
    ]
    public void A_request_takes_a_role_where_what_it_leads_to_does(string verb, AuditEventKind kind, bool byRole) =>
        Assert.Equal((byRole, byRole), (DecisionAuthority.Asks(Pressed(verb)), DecisionAuthority.IsBehind(kind)));

    [Fact]
    public void Twenty_one_kinds_of_events_and_no_more_are_done_by_right_of_a_role() =>
        Assert.Equal(21, Enum.GetValues<AuditEventKind>().Count(DecisionAuthority.IsBehind));

    [Theory]
    [InlineData(This, "", "", true)]
    [InlineData(This, "condition-1", "", true)]
    [InlineData(This, This, "", true)]
    [InlineData(This, Its, "", true)]
    [InlineData(This, "", Its, true)]
    [InlineData(This, Other, "", false)]
    [InlineData(This, "", Other, false)]
    [InlineData(This, "SUP-0099", "", false)]
    [InlineData(Other, "", "", false)]
    [InlineData(Other, This, "", false)]
    [InlineData("", This, "", false)]
    [InlineData("", "", This, false)]
    public void A_decision_is_about_the_case_of_its_card_and_no_other(string stamped, string target, string pick, bool names) =>
        Assert.Equal(names, DecisionAuthority.NamesItsCase(Pressed(Verbs.Approve, stamped, target, pick), Current));

    [Theory]
    [
        InlineData(Verbs.Approve, false),
        InlineData(Verbs.ApproveWithConditions, false),
        InlineData(Verbs.Reject, false),
        InlineData(Verbs.Ask, false),
        InlineData(Verbs.Settle, false)
    ]
    [
        InlineData(Verbs.Assign, false),
        InlineData(Verbs.Tier, false),
        InlineData(Verbs.Withdraw, false),
        InlineData(Verbs.Revoke, false),
        InlineData(Verbs.Confirm, false),
        InlineData(Verbs.Ended, false),
        InlineData(Verbs.Incident, false)
    ]
    [InlineData(Verbs.Review, true), InlineData(Verbs.Claim, true), InlineData(Verbs.Remind, true), InlineData(Verbs.Open, true)]
    public void Only_what_shows_a_case_or_asks_somebody_to_look_may_name_it_without_its_card(string verb, bool may) =>
        Assert.Equal(
            (may, true),
            (
                DecisionAuthority.NamesItsCase(Pressed(verb, "", This), Current),
                DecisionAuthority.NamesItsCase(Pressed(verb, This, This), Current)
            )
        );

    [Theory]
    [InlineData(This, "", "", true)]
    [InlineData("", This, "", true)]
    [InlineData("", "", This, true)]
    [InlineData("", "", Its, true)]
    [InlineData("", This, Its, true)]
    [InlineData("", This, Other, false)]
    [InlineData("", Other, This, false)]
    [InlineData(Other, "", This, false)]
    [InlineData(This, "", Other, false)]
    public void A_case_picked_from_a_list_is_the_only_one_the_press_names(string stamped, string target, string pick, bool names) =>
        Assert.Equal(names, DecisionAuthority.NamesItsCase(Pressed(Verbs.Review, stamped, target, pick), Current));

    [Theory]
    [InlineData(Other, This, ""), InlineData(This, Other, ""), InlineData("", This, Other)]
    public void A_case_is_opened_wherever_it_is_named(string stamped, string target, string pick) =>
        Assert.True(DecisionAuthority.NamesItsCase(Assert.IsType<Request.ShowCase>(Pressed(Verbs.Open, stamped, target, pick)), Current));
}
