using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Audit;

public enum AuditEventKind
{
    Submitted,
    Edited,
    Asked,
    Replied,
    Settled,
    Claimed,
    Approved,
    ApprovedWithConditions,
    Rejected,
    Withdrawn,
    ConditionReported,
    ConditionConfirmed,
    Revoked,
    MainTypeChanged,
    Reminded,
    Escalated,
    Expired,
    Suspended,
    Reviewed,
    Lapsed,
    Checked,
    ReportSeen,
    IncidentNoted,
    ExitStarted,
    ExitReported,
    Terminated,
    RoleGiven,
    RoleTaken,
    PlaceChosen,
    PlaceGivenUp,
    PlaceLost,
    PlaceBack,
    Delegated,
    WentAway,
    CameBack,
    Assigned,

    /// <summary>What a clock that was ahead did too soon was undone.</summary>
    PutRight,

    /// <summary>Somebody set another tier than the answers give, or took one back.</summary>
    TierChanged,
    TierLoweringEnded,

    /// <summary>A later policy gives what is approved a higher tier: its review is due.</summary>
    RulesChanged,

    /// <summary>A condition that was reported done is not.</summary>
    ConditionSentBack,

    /// <summary>Somebody known is the owner now, in place of a name that nobody bears.</summary>
    OwnerNamed,

    /// <summary>Somebody who doesn't decide filled in what they know of clauses.</summary>
    ClauseProposed,

    /// <summary>Somebody who decides said how far clauses are agreed.</summary>
    ClauseSettled,

    /// <summary>Legal took a changed clause, or the risk owner the gap of a refused one.</summary>
    ClauseAccepted,
    EvidenceAdded,
    EvidenceJudged,
    ContractRecorded,

    /// <summary>The last day of an accepted gap, or of a document, has passed.</summary>
    ProofLapsed,

    /// <summary>The owner, or an admin, handed what is in use over to somebody else.</summary>
    OwnerChanged,

    /// <summary>An admin recorded another name of the register entry, or took one away.</summary>
    AliasAdded,
    AliasRemoved,

    /// <summary>An admin gave the supplier another name; the one before is a former name.</summary>
    SupplierRenamed,

    /// <summary>Somebody took a file home.</summary>
    FileTaken,

    /// <summary>Somebody said that they have read the policy.</summary>
    PolicyRead,

    /// <summary>Another program may ask for something, or no longer.</summary>
    ApiKeyMade,
    ApiKeyEnded,

    /// <summary>Somebody undid their own press at once, before anybody was notified of it.</summary>
    Undone,

    /// <summary>Lines of a file came onto the register.</summary>
    RegisterImported,

    /// <summary>They were taken off it again, but for those that somebody had worked on.</summary>
    ImportUndone,

    /// <summary>Something happened to a provider of what is approved: its owner is asked.</summary>
    ProviderChanged,

    /// <summary>An admin found that two register entries are one supplier: another entry answers for this one.</summary>
    EntryMerged,

    /// <summary>They are two after all, and it stands for itself again.</summary>
    MergeUndone,

    /// <summary>An admin proposed a policy.</summary>
    PolicyProposed,

    /// <summary>Somebody else accepted it: it is in force.</summary>
    PolicyAccepted,
    PolicyRejected,
    PolicyWithdrawn,

    /// <summary>Nobody decided on it in time.</summary>
    PolicyExpired,
}

/// <summary>
/// What happened, in the past tense, for the auditor. Holds person ids, ids of the policy and salted hashes of comments only: names and
/// texts sit beside it, so that erasing a person keeps the chain whole.
/// </summary>
/// <param name="Details">In a fixed order; part of the hashed bytes.</param>
/// <param name="Comment">The text whose salted hash is in <paramref name="Details"/>; kept beside the event, not in the chain. Empty where
/// there is none.</param>
public sealed record AuditEvent(
    AuditEventKind Kind,
    PersonId Actor,
    DateTimeOffset At,
    IReadOnlyList<KeyValuePair<string, string>> Details,
    string Comment = "",
    string Salt = ""
);

/// <param name="Sequence">1-based within the case.</param>
/// <param name="Canonical">The exact bytes that were hashed; stored as they are and never serialised again.</param>
public sealed record ChainedEvent(int Sequence, AuditEvent Event, ReadOnlyMemory<byte> Canonical, string PreviousHash, string Hash);
