using System.Collections.Frozen;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// What buttons of cards send, and nothing else does. They stand on cards that are on screen for years: a verb may be added, and never
/// renamed or used for something else.
/// </summary>
public static class Verbs
{
    public const string Answer = "answer";
    public const string Back = "back";
    public const string Edit = "edit";
    public const string Submit = "submit";
    public const string Cancel = "cancel";
    public const string Discard = "discard";
    public const string Open = "open";
    public const string NextPage = "next_page";
    public const string Review = "review";
    public const string Approve = "approve";
    public const string ApproveWithConditions = "approve_conditions";
    public const string Reject = "reject";
    public const string Ask = "ask";
    public const string Reply = "reply";
    public const string Settle = "settle";
    public const string Claim = "claim";
    public const string Assign = "assign";
    public const string Remind = "remind";
    public const string Withdraw = "withdraw";
    public const string Revoke = "revoke";
    public const string Done = "done";
    public const string Confirm = "confirm";
    public const string Renew = "renew";
    public const string Changed = "changed";
    public const string Exit = "exit";
    public const string Ended = "ended";
    public const string Checked = "checked";
    public const string Report = "report";
    public const string Incident = "incident";
    public const string Retry = "retry";
    public const string Tier = "tier";

    /// <summary>The button says its target, as if the person had typed it.</summary>
    public const string Say = "say";

    /// <summary>The form that opens over somebody's message.</summary>
    public const string RequestSupplier = "request";

    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        Answer,
        Back,
        Edit,
        Submit,
        Cancel,
        Discard,
        Open,
        NextPage,
        Review,
        Approve,
        ApproveWithConditions,
        Reject,
        Ask,
        Reply,
        Settle,
        Claim,
        Assign,
        Remind,
        Withdraw,
        Revoke,
        Done,
        Confirm,
        Renew,
        Changed,
        Exit,
        Ended,
        Checked,
        Report,
        Incident,
        Retry,
        Tier,
        Say,
        RequestSupplier
    );
}
