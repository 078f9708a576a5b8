using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

public enum CaseStatus
{
    InReview,
    InfoRequested,
    Approved,
    ApprovedWithConditions,
    Rejected,
    Withdrawn,
    Expired,
    Revoked,
}

/// <summary>One request, from sending to its outcome and after. Everything a card shows can be rendered from it alone.</summary>
public sealed record Case
{
    public required string Id { get; init; }

    /// <summary>Rises with every commit: what messages chase.</summary>
    public required int Version { get; init; }

    /// <summary>Rises when what an approver must have read changes: a click on a card with an older one never decides.</summary>
    public required int ContentVersion { get; init; }
    public required CaseStatus Status { get; init; }
    public required Person Requester { get; init; }
    public required Person Owner { get; init; }
    public required Answers Answers { get; init; }
    public required Assessment Assessment { get; init; }

    /// <summary>Who set another tier than the answers give; null while the answers alone count.</summary>
    public TierChange? TierChange { get; init; }

    /// <summary>Contract points that the supplier changed or refused. They outlast the yes with which somebody said so.</summary>
    public IReadOnlyList<ClauseChange> ClauseChanges
    {
        get;
        init => field = value ?? Nothing<ClauseChange>();
    } = [];

    /// <summary>What must be settled before use; null for one that was sent before the bot kept that.</summary>
    public UseRequirements? Requirements { get; init; }

    /// <summary>One for each required clause, in the order of the assessment; null as above.</summary>
    public IReadOnlyList<ClauseItem>? Clauses { get; init; }

    public IReadOnlyList<EvidenceRecord> Evidence
    {
        get;
        init => field = value ?? Nothing<EvidenceRecord>();
    } = [];

    public SupplierContract? Contract { get; init; }

    /// <summary>Who handed it over since the last decision, or with this request; see <see cref="Interests"/>.</summary>
    public IReadOnlyList<FormerOwner> FormerOwners
    {
        get;
        init => field = value ?? Nothing<FormerOwner>();
    } = [];

    /// <summary>Rules of use that hold as long as it is used, and are never done.</summary>
    public IReadOnlyList<string> Restrictions
    {
        get;
        init => field = value ?? Nothing<string>();
    } = [];

    /// <summary>Names beside that of the answers; null where there are none.</summary>
    public RecordedNames? Names { get; init; }
    public required string PolicyHash { get; init; }

    /// <summary>"Security Lead, 2026-11-01": who approved the policy and when, printed on every case.</summary>
    public required string PolicyApproval { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The requester's own time zone, an IANA name: what they are promised is said in it. Null for the organisation's.</summary>
    public string? Zone { get; init; }
    public required string EntryId { get; init; }
    public string? FollowsCase { get; init; }

    /// <summary>The service was refused, or its approval revoked, when this was sent for it again.</summary>
    public bool RefusedBefore { get; init; }

    /// <summary>Null for a service that is new on the register.</summary>
    [JsonPropertyName("renewal")]
    public ReviewOrigin? ReviewOrigin { get; init; }

    /// <summary>Of what was approved; moved by time alone.</summary>
    public ReviewState ReviewState { get; init; }

    /// <summary>Set where a higher tier asked for a review of what is in use; null where the interval alone says when it is due.</summary>
    public DateOnly? ReviewDue { get; init; }

    /// <summary>The newest policy that gives what was approved a higher tier; null where none does.</summary>
    public RulesChange? RulesChange { get; init; }

    /// <summary>The newest thing that happened to a provider of what was approved; null where nothing did.</summary>
    public ProviderChange? ProviderChange { get; init; }

    /// <summary>On whom many critical services depend since the decision; null where it made nobody weigh as much.</summary>
    public IReadOnlyList<CriticalProvider>? CriticalProviders { get; init; }

    /// <summary>When the supplier's next report is due; null where the tier asks for none, or the review comes first.</summary>
    public DateOnly? NextReport { get; init; }

    /// <summary>Reports of the supplier that were looked at since the approval.</summary>
    public int ReportsSeen { get; init; }

    /// <summary>When somebody checked it for the first time since the approval.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When the owner was asked whether an approval that nobody uses is still needed; null while nobody was.</summary>
    public DateTimeOffset? UnusedAskedAt { get; init; }

    /// <summary>Use is being ended; null while it is not.</summary>
    [JsonPropertyName("leaving")]
    public Offboarding? Offboarding { get; init; }

    /// <summary>Its register entry is the same supplier as another one, which answers for it; null where it stands for itself.</summary>
    public EntryMerge? Merge { get; init; }

    /// <summary>
    /// Another case is behind the register entry now, or another entry answers for it: time does nothing to this one any more.
    /// </summary>
    public bool Replaced { get; init; }
    public IReadOnlyList<Approval> Approvals { get; init; } = [];
    public IReadOnlyList<ApprovalCondition> Conditions { get; init; } = [];

    [JsonPropertyName("enquiries")]
    public IReadOnlyList<InformationRequest> InformationRequests { get; init; } = [];

    [JsonPropertyName("settlements")]
    public IReadOnlyList<ResolvedPoint> ResolvedPoints { get; init; } = [];

    /// <summary>What changed after the case was first sent, oldest first.</summary>
    public IReadOnlyList<AnswerChange> Changes { get; init; } = [];
    public Claim? Claim { get; init; }

    /// <summary>Null while it is open.</summary>
    public Decision? Decision { get; init; }

    /// <summary>What was done differently from the rule and why: a role that is not configured, a seat the CISO took.</summary>
    public IReadOnlyList<string> Deviations { get; init; } = [];

    /// <summary>
    /// Roles whose review card was ever wanted, in order: a card that was posted is kept current also where its role is not needed any
    /// more.
    /// </summary>
    public IReadOnlyList<string> ReviewRoles { get; init; } = [];

    /// <summary>
    /// When time alone does something to it; <see cref="DateTimeOffset.MaxValue"/> for never, null for one that was kept before there was a
    /// clock.
    /// </summary>
    public DateTimeOffset? Wakes { get; init; }

    /// <summary>What became due and happened or was over by then: it does not happen again.</summary>
    public IReadOnlyList<string> Passed
    {
        get;
        init => field = value ?? Nothing<string>();
    } = [];

    /// <summary>Its due time has passed: deputies decide, too.</summary>
    public bool Late { get; init; }

    /// <summary>Numbers of conditions that were not kept: while one of them is not confirmed, the register entry is suspended.</summary>
    public IReadOnlyList<int> Overdue
    {
        get;
        init => field = value ?? Nothing<int>();
    } = [];

    /// <summary>Messages sent once to one person, oldest first; each is a slot of its own.</summary>
    [JsonPropertyName("told")]
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>Lines of the history, by their places in it, that are incidents; see <see cref="Register.Incidents"/>.</summary>
    public IReadOnlyList<int> Incidents
    {
        get;
        init => field = value ?? Nothing<int>();
    } = [];

    /// <summary>One line an event, for people; the evidence is the chain.</summary>
    [JsonPropertyName("story")]
    public IReadOnlyList<HistoryLine> History { get; init; } = [];

    [JsonPropertyName("factCount")]
    public required int EventCount { get; init; }

    /// <summary>Null where nothing can be undone, or the time for it is over.</summary>
    public UndoablePress? Undoable { get; init; }

    /// <summary>How many presses on it were undone: pressed again, each is another one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Undone { get; init; }

    /// <summary>It was sent, and that was undone: it is in no list, and only its number is left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeverSent { get; init; }

    /// <summary>Hash of the newest event; lower-case hexadecimal SHA-256.</summary>
    public required string ChainHead { get; init; }

    /// <summary>
    /// Of the hash by which the newest event seals the case (<see cref="CaseSeal"/>); null for one that was kept before there were seals.
    /// </summary>
    public string? Salt { get; init; }

    /// <summary>A member that came later is null in what was kept before.</summary>
    private static IReadOnlyList<T> Nothing<T>() => [];

    [JsonIgnore]
    public IReadOnlyList<string> Aliases => Names?.Aliases ?? [];

    [JsonIgnore]
    public IReadOnlyList<string> FormerNames => Names?.Former ?? [];

    public string Supplier => Answers.One("name") ?? "";
    public string Service => Answers.One("service") ?? "";
    public bool IsOpen => Status is CaseStatus.InReview or CaseStatus.InfoRequested;
    public bool IsApproved => Status is CaseStatus.Approved or CaseStatus.ApprovedWithConditions;

    /// <summary>Approved, or a review of what was: somebody may still use it.</summary>
    public bool MayBeInUse => IsApproved || Status == CaseStatus.Revoked || (Status == CaseStatus.Rejected && ReviewOrigin is not null);
}
