using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Audit;

/// <summary>What the head of a case must say by its events alone, as far as they say it; one method for each kind of event.</summary>
internal sealed class CaseReplay
{
    private static readonly CaseStatus[] Undecided = [CaseStatus.InReview, CaseStatus.Approved, CaseStatus.ApprovedWithConditions];

    public AuditEvent? Submitted { get; private set; }
    public int ContentVersion { get; private set; }

    /// <summary>Any of these: a yes of an older release does not say whether it was the last one needed.</summary>
    public IReadOnlyList<CaseStatus> Status { get; private set; } = [];

    /// <summary>Who ended it; null while it is open, or where <see cref="Status"/> leaves that open.</summary>
    public AuditEvent? Decision { get; private set; }
    public string? Tier { get; private set; }

    /// <summary>The newest content hash, and the content version it is of.</summary>
    public (string Hash, int Version)? Content { get; private set; }
    public bool OwnerMayDiffer { get; private set; }
    public List<AuditEvent> Approvals { get; } = [];
    public Dictionary<int, (AuditEvent Asked, AuditEvent? Replied)> InformationRequests { get; } = [];
    public List<AuditEvent> Resolved { get; } = [];
    public (string Person, DateTimeOffset At)? Claim { get; private set; }
    public ReplayedConditions Conditions { get; } = new();

    /// <summary>Whom somebody put in place of an owner who was only a name; null where nobody did.</summary>
    public string? NamedOwner { get; private set; }
    public HashSet<string> Moments { get; } = [];

    /// <summary>An older release put a clock right, and did not say which moments come again.</summary>
    public bool ForgotMoments { get; private set; }
    public ReplayedUse Use { get; } = new();
    public int Version { get; private set; }
    public int Undos { get; private set; }
    public bool NeverSent { get; private set; }

    /// <summary>By which it is the same supplier as another entry; null where its entry stands for itself.</summary>
    public AuditEvent? Merge { get; private set; }

    /// <summary>The hash that seals the case; null where the newest event holds none.</summary>
    public string? Sealed { get; private set; }

    /// <summary>The hash that seals it without texts.</summary>
    public string? Core { get; private set; }
    public List<string> Strange { get; } = [];
    public ReplayedTier SetTier { get; } = new();
    public ReplayedProviders Providers { get; } = new();
    public ReplayedClauses Clauses { get; } = new();

    public static CaseReplay Of(IEnumerable<ChainedEvent> events)
    {
        var replay = new CaseReplay();
        var all = events.ToList();
        var undone = all.SelectMany(ReplayedUndo.UndoneBy).ToHashSet();
        foreach (var auditEvent in all.Where(auditEvent => !undone.Contains(auditEvent.Sequence)))
            replay.Next(auditEvent.Event, auditEvent.Sequence);
        return replay;
    }

    private void Next(AuditEvent auditEvent, int number)
    {
        if ((Submitted is null) != (auditEvent.Kind == AuditEventKind.Submitted))
            Strange.Add($"fact {number} is {auditEvent.Kind}: a case begins with Submitted and has one");
        if (HistoryLines(auditEvent))
            Strange.Add($"fact {number} is {auditEvent.Kind}, which is no fact of a case");
        SetTier.Next(auditEvent);
        Providers.Next(auditEvent);
        if (Said(auditEvent, "moment") is { } timer)
            Moments.Add(timer);
        if (Said(auditEvent, "tier") is { } tier)
            Tier = tier;
        if (Said(auditEvent, "content") is { } content)
            Content = (content, ContentVersion);
        // The yes itself was about the version before.
        if (Clauses.Next(auditEvent))
            ContentVersion++;
        if (Said(auditEvent, CaseSeal.Status) is { } status && Enum.TryParse<CaseStatus>(status, out var kept))
            Is(kept, auditEvent);
        if (CaseSeal.VersionIn(auditEvent) is { } version)
            Version = version;
        everSealed |= Sealed is not null;
        (Sealed, Core) = (CaseSeal.In(auditEvent), Said(auditEvent, CaseSeal.CoreDetail));
    }

    /// <summary>An older release wrote to it after this one, or somebody took the seal away.</summary>
    public bool LostSeal => everSealed && Sealed is null;

    private bool everSealed;

    /// <returns>True where the event has no meaning here.</returns>
    private bool HistoryLines(AuditEvent auditEvent)
    {
        switch (auditEvent.Kind)
        {
            case AuditEventKind.Submitted:
                Begins(auditEvent);
                break;
            case AuditEventKind.Edited:
                Reassessed();
                break;
            case AuditEventKind.Settled:
                Resolved.Add(auditEvent);
                Reassessed();
                break;
            case AuditEventKind.TierChanged or AuditEventKind.TierLoweringEnded:
                ContentVersion++;
                if (Said(auditEvent, "approvals") is not null)
                    Voided();
                break;
            case AuditEventKind.Asked:
                InformationRequests[NumberOf(auditEvent)] = (auditEvent, null);
                Is(CaseStatus.InfoRequested, auditEvent);
                break;
            case AuditEventKind.Replied:
                Replied(auditEvent);
                break;
            case AuditEventKind.Claimed:
                Claim = (auditEvent.Actor.Value, auditEvent.At);
                break;
            case AuditEventKind.Assigned:
                Claim = (Said(auditEvent, "person") ?? "", auditEvent.At);
                break;
            case AuditEventKind.Approved or AuditEventKind.ApprovedWithConditions:
                Approvals.Add(auditEvent);
                (Status, Decision) = (Undecided, auditEvent);
                break;
            case AuditEventKind.Rejected:
                Is(CaseStatus.Rejected, auditEvent);
                break;
            case AuditEventKind.Withdrawn:
                Is(CaseStatus.Withdrawn, auditEvent);
                break;
            case AuditEventKind.Undone:
                TakenBack(auditEvent);
                break;
            case AuditEventKind.Expired:
                Is(CaseStatus.Expired, auditEvent);
                break;
            case AuditEventKind.Revoked:
                Is(CaseStatus.Revoked, auditEvent);
                break;
            case AuditEventKind.Reviewed:
                Reviewed(auditEvent);
                break;
            case AuditEventKind.OwnerNamed or AuditEventKind.OwnerChanged:
                (ContentVersion, OwnerMayDiffer, NamedOwner) = (ContentVersion + 1, false, Said(auditEvent, "person"));
                break;
            case AuditEventKind.SupplierRenamed:
                ContentVersion++;
                break;
            case AuditEventKind.PutRight:
                Undone(auditEvent);
                break;
            case AuditEventKind.EntryMerged or AuditEventKind.MergeUndone:
                Merge = auditEvent.Kind == AuditEventKind.EntryMerged ? auditEvent : null;
                break;
            case AuditEventKind.MainTypeChanged
            or AuditEventKind.Reminded
            or AuditEventKind.Escalated
            or AuditEventKind.Suspended
            or AuditEventKind.Lapsed
            or AuditEventKind.IncidentNoted
            or AuditEventKind.RulesChanged
            or AuditEventKind.ProviderChanged
            or AuditEventKind.ClauseProposed
            or AuditEventKind.ClauseSettled
            or AuditEventKind.ClauseAccepted
            or AuditEventKind.EvidenceAdded
            or AuditEventKind.EvidenceJudged
            or AuditEventKind.ContractRecorded
            or AuditEventKind.ProofLapsed
            or AuditEventKind.AliasAdded
            or AuditEventKind.AliasRemoved:
                break;
            default:
                return !Conditions.Next(auditEvent) && !Use.Next(auditEvent);
        }
        return false;
    }

    private void TakenBack(AuditEvent auditEvent)
    {
        Undos++;
        NeverSent = ReplayedUndo.IsOfSending(auditEvent);
        if (NeverSent)
            Is(CaseStatus.Withdrawn, auditEvent);
    }

    private void Undone(AuditEvent auditEvent)
    {
        var undone = Said(auditEvent, ClockAhead.Undone);
        ForgotMoments |= undone is null;
        Moments.ExceptWith(undone?.Split(',') ?? []);
    }

    private void Begins(AuditEvent auditEvent) => (Submitted, ContentVersion, Status) = (auditEvent, 1, [CaseStatus.InReview]);

    private void Reassessed()
    {
        ContentVersion++;
        OwnerMayDiffer = true;
        Voided();
    }

    /// <summary>What was approved before counts no more.</summary>
    private void Voided()
    {
        Approvals.Clear();
        Conditions.Clear();
        if (Status.Count > 1)
            (Status, Decision) = ([CaseStatus.InReview], null);
    }

    private void Replied(AuditEvent auditEvent)
    {
        if (Said(auditEvent, "content") is null)
            ContentVersion++;
        else
            Reassessed();
        var number = NumberOf(auditEvent);
        if (InformationRequests.TryGetValue(number, out var asked))
            InformationRequests[number] = (asked.Asked, auditEvent);
        else
            Strange.Add($"question {number} is answered and was never asked");
        if (InformationRequests.Values.All(informationRequest => informationRequest.Replied is not null))
            Is(CaseStatus.InReview, auditEvent);
    }

    private void Reviewed(AuditEvent auditEvent)
    {
        CaseStatus? outcome = Said(auditEvent, "outcome") switch
        {
            "satisfactory" => CaseStatus.Approved,
            "concerns" => CaseStatus.ApprovedWithConditions,
            "unsatisfactory" => CaseStatus.Rejected,
            _ => null,
        };
        if (outcome is { } known)
            Status = [known];
    }

    /// <summary>The status as it is after this event. What ended the case is the event that moved it there.</summary>
    private void Is(CaseStatus status, AuditEvent auditEvent)
    {
        var open = status is CaseStatus.InReview or CaseStatus.InfoRequested;
        if (open)
            Decision = null;
        else if (
            auditEvent.Kind
            is AuditEventKind.Rejected
                or AuditEventKind.Withdrawn
                or AuditEventKind.Undone
                or AuditEventKind.Expired
                or AuditEventKind.Revoked
        )
            Decision = auditEvent;
        Status = [status];
    }

    internal static int NumberOf(AuditEvent auditEvent) =>
        int.TryParse(Said(auditEvent, "number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static string? Said(AuditEvent auditEvent, string detail) => CaseSeal.Event(auditEvent, detail);
}
