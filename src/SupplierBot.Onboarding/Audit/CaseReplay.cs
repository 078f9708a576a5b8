using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>What the head of a case must say by its facts alone, as far as they say it; one method for each kind of fact.</summary>
internal sealed class CaseReplay
{
    private static readonly CaseStatus[] Undecided = [CaseStatus.InReview, CaseStatus.Approved, CaseStatus.ApprovedWithConditions];

    public Fact? Submitted { get; private set; }
    public int ContentVersion { get; private set; }
    /// <summary>Any of these: a yes of an older release does not say whether it was the last one needed.</summary>
    public IReadOnlyList<CaseStatus> Status { get; private set; } = [];
    /// <summary>Who ended it; null while it is open, or where <see cref="Status"/> leaves that open.</summary>
    public Fact? Decision { get; private set; }
    public string? Tier { get; private set; }
    /// <summary>The newest content hash, and the content version it is of.</summary>
    public (string Hash, int Version)? Content { get; private set; }
    public bool OwnerMayDiffer { get; private set; }
    public List<Fact> Approvals { get; } = [];
    public Dictionary<int, (Fact Asked, Fact? Replied)> Enquiries { get; } = [];
    public List<Fact> Settled { get; } = [];
    public (string Person, DateTimeOffset At)? Claim { get; private set; }
    public Dictionary<int, Fact> Reported { get; } = [];
    public Dictionary<int, Fact> Confirmed { get; } = [];
    public HashSet<string> Moments { get; } = [];
    public Fact? FirstCheck { get; private set; }
    public int ReportsSeen { get; private set; }
    public List<Fact> Exits { get; } = [];
    public Fact? Ended { get; private set; }
    public int Version { get; private set; }
    /// <summary>The hash that seals the case; null where the newest fact holds none.</summary>
    public string? Sealed { get; private set; }
    /// <summary>The hash that seals it without texts.</summary>
    public string? Core { get; private set; }
    public List<string> Strange { get; } = [];

    public static CaseReplay Of(IEnumerable<ChainedFact> facts)
    {
        var replay = new CaseReplay();
        foreach (var fact in facts) replay.Next(fact.Fact, fact.Sequence);
        return replay;
    }

    private void Next(Fact fact, int number)
    {
        if ((Submitted is null) != (fact.Kind == FactKind.Submitted)) Strange.Add($"fact {number} is {fact.Kind}: a case begins with Submitted and has one");
        if (Happened(fact)) Strange.Add($"fact {number} is {fact.Kind}, which is no fact of a case");
        if (Said(fact, "moment") is { } moment) Moments.Add(moment);
        if (Said(fact, "tier") is { } tier) Tier = tier;
        if (Said(fact, "content") is { } content) Content = (content, ContentVersion);
        if (Said(fact, Seal.Status) is { } status && Enum.TryParse<CaseStatus>(status, out var kept)) Is(kept, fact);
        if (Seal.VersionIn(fact) is { } version) Version = version;
        everSealed |= Sealed is not null;
        (Sealed, Core) = (Seal.In(fact), Said(fact, Seal.CoreDetail));
    }

    /// <summary>An older release wrote to it after this one, or somebody took the seal away.</summary>
    public bool LostSeal => everSealed && Sealed is null;

    private bool everSealed;

    /// <returns>True where the fact has no meaning here.</returns>
    private bool Happened(Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Submitted: Begins(fact); break;
            case FactKind.Edited: Reassessed(); break;
            case FactKind.Settled: Settled.Add(fact); Reassessed(); break;
            case FactKind.Asked: Enquiries[NumberOf(fact)] = (fact, null); Is(CaseStatus.InfoRequested, fact); break;
            case FactKind.Replied: Replied(fact); break;
            case FactKind.Claimed: Claim = (fact.Actor.Value, fact.At); break;
            case FactKind.Assigned: Claim = (Said(fact, "person") ?? "", fact.At); break;
            case FactKind.Approved or FactKind.ApprovedWithConditions: Approvals.Add(fact); (Status, Decision) = (Undecided, fact); break;
            case FactKind.Rejected: Is(CaseStatus.Rejected, fact); break;
            case FactKind.Withdrawn: Is(CaseStatus.Withdrawn, fact); break;
            case FactKind.Expired: Is(CaseStatus.Expired, fact); break;
            case FactKind.Revoked: Is(CaseStatus.Revoked, fact); break;
            case FactKind.Reviewed: Reviewed(fact); break;
            case FactKind.ConditionReported: Reported[NumberOf(fact)] = fact; break;
            case FactKind.ConditionConfirmed: Confirmed[NumberOf(fact)] = fact; break;
            case FactKind.Checked: FirstCheck ??= fact; break;
            case FactKind.ReportSeen: ReportsSeen++; break;
            case FactKind.ExitStarted or FactKind.ExitReported: Exits.Add(fact); break;
            case FactKind.Terminated: Ended = fact; break;
            case FactKind.MainTypeChanged or FactKind.Reminded or FactKind.Escalated or FactKind.Suspended or FactKind.Lapsed or FactKind.IncidentNoted or FactKind.PutRight: break;
            default: return true;
        }
        return false;
    }

    private void Begins(Fact fact) => (Submitted, ContentVersion, Status) = (fact, 1, [CaseStatus.InReview]);

    /// <summary>What was approved before is void.</summary>
    private void Reassessed()
    {
        ContentVersion++;
        OwnerMayDiffer = true;
        Approvals.Clear();
        Reported.Clear();
        Confirmed.Clear();
        if (Status.Count > 1) (Status, Decision) = ([CaseStatus.InReview], null);
    }

    private void Replied(Fact fact)
    {
        if (Said(fact, "content") is null) ContentVersion++;
        else Reassessed();
        var number = NumberOf(fact);
        if (Enquiries.TryGetValue(number, out var asked)) Enquiries[number] = (asked.Asked, fact);
        else Strange.Add($"question {number} is answered and was never asked");
        if (Enquiries.Values.All(enquiry => enquiry.Replied is not null)) Is(CaseStatus.InReview, fact);
    }

    private void Reviewed(Fact fact)
    {
        CaseStatus? outcome = Said(fact, "outcome") switch
        {
            "satisfactory" => CaseStatus.Approved,
            "concerns" => CaseStatus.ApprovedWithConditions,
            "unsatisfactory" => CaseStatus.Rejected,
            _ => null,
        };
        if (outcome is { } known) Status = [known];
    }

    /// <summary>The status as it is after this fact. What ended the case is the fact that moved it there.</summary>
    private void Is(CaseStatus status, Fact fact)
    {
        var open = status is CaseStatus.InReview or CaseStatus.InfoRequested;
        if (open) Decision = null;
        else if (fact.Kind is FactKind.Rejected or FactKind.Withdrawn or FactKind.Expired or FactKind.Revoked) Decision = fact;
        Status = [status];
    }

    private static int NumberOf(Fact fact) => int.TryParse(Said(fact, "number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static string? Said(Fact fact, string detail) => Seal.Fact(fact, detail);
}
