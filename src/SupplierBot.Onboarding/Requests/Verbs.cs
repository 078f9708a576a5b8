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

    /// <summary>What a card has to open, in a place of its own where the client cannot fold.</summary>
    public const string Details = "details";
    public const string Approve = "approve";
    public const string ApproveWithConditions = "approve_conditions";
    public const string Reject = "reject";
    public const string Ask = "ask";
    public const string Reply = "reply";
    public const string Settle = "settle";
    public const string Claim = "claim";
    public const string Assign = "assign";
    public const string Remind = "remind";

    /// <summary>Somebody decides in the place of who presses it.</summary>
    public const string Delegate = "delegate";

    /// <summary>By an admin, to somebody.</summary>
    public const string GiveRole = "role_give";
    public const string Withdraw = "withdraw";

    /// <summary>Its target is the first audit event of the press, or nothing for the newest.</summary>
    public const string Undo = "undo";
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

    /// <summary>Begins another draft beside the one that is open; its target is the supplier's name.</summary>
    public const string StartDraft = "start_draft";

    /// <summary>Goes on with the draft that its target names.</summary>
    public const string ContinueDraft = "continue_draft";

    /// <summary>A condition that was reported done is not enough.</summary>
    public const string SendBack = "send_back";

    /// <summary>Somebody known takes the place of an owner who is only a name.</summary>
    public const string NameOwner = "name_owner";
    public const string ChangeOwner = "change_owner";

    /// <summary>Another name of a register entry; its target is the name.</summary>
    public const string Alias = "alias";
    public const string RemoveAlias = "alias_remove";

    /// <summary>Another name of the supplier, in the place of the one it has; its target is the name.</summary>
    public const string Rename = "rename";

    /// <summary>The documents of a supplier; its target is the first row of a page, or nothing.</summary>
    public const string Evidence = "evidence";

    /// <summary>Its target is the kind of document, or nothing.</summary>
    public const string AddEvidence = "evidence_add";

    /// <summary>Somebody who decides looks at a document; its target is the document's number.</summary>
    public const string CheckEvidence = "evidence_check";

    /// <summary>Where a document is and what was made of it.</summary>
    public const string OpenEvidence = "evidence_open";

    /// <summary>What is known of the contract; the form's own button says which record was on screen.</summary>
    public const string Contract = "contract";

    /// <summary>The contract points of a case; its target is the first row, or a heading.</summary>
    public const string Clauses = "clauses";

    /// <summary>One of them, by its id; with the stamp of what was shown it is sent.</summary>
    public const string Clause = "clause";

    /// <summary>Many of them in one document.</summary>
    public const string Cover = "cover";

    /// <summary>Somebody answers for a changed or refused one.</summary>
    public const string AcceptClause = "accept_clause";

    /// <summary>The clauses that a supplier has to agree to, as a document to send.</summary>
    public const string Schedule = "schedule";

    /// <summary>What a supplier has to send, as the text of a mail.</summary>
    public const string Needs = "needs";

    /// <summary>The assessment, computed again.</summary>
    public const string Explain = "explain";

    /// <summary>A step of an import of the register; its target says which, and of which file.</summary>
    public const string Import = "import";

    /// <summary>A step of a policy on its way into force; its target says which, and of which proposal.</summary>
    public const string Publish = "publish";

    /// <summary>The button says its target, as if the person had typed it.</summary>
    public const string Say = "say";

    /// <summary>The form that opens over somebody's message.</summary>
    public const string RequestSupplier = "request";

    /// <summary>The same for a supplier that is on the register, in which something changed.</summary>
    public const string ChangeSupplier = "change";

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
        Details,
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
        Undo,
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
        StartDraft,
        ContinueDraft,
        SendBack,
        NameOwner,
        ChangeOwner,
        Alias,
        RemoveAlias,
        Rename,
        Evidence,
        AddEvidence,
        CheckEvidence,
        OpenEvidence,
        Contract,
        Clauses,
        Clause,
        Cover,
        AcceptClause,
        Schedule,
        Needs,
        Explain,
        Import,
        Publish,
        Say,
        RequestSupplier,
        ChangeSupplier
    );
}
