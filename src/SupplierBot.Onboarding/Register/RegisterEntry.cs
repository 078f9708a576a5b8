using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Register;

/// <summary>One line of the Supplier Register: one supplier service. Written in the same transaction as the decision it shows.</summary>
public sealed record RegisterEntry
{
    public required string Id { get; init; }
    public required string Supplier { get; init; }
    public required string Service { get; init; }
    public required string Website { get; init; }

    /// <summary>Other names that an admin recorded, and what its supplier was called before; null where there are none.</summary>
    public RecordedNames? Names { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> Aliases => Names?.Aliases ?? [];

    [JsonIgnore]
    public IReadOnlyList<string> FormerNames => Names?.Former ?? [];
    public required string Purpose { get; init; }
    public required EntryStatus Status { get; init; }
    public required Person Owner { get; init; }
    public required string Type { get; init; }
    public required IReadOnlyList<string> Types { get; init; }
    public required Tier Tier { get; init; }

    /// <summary>That of the answers, where somebody set another one; null where nobody did.</summary>
    public Tier? ComputedTier { get; init; }

    /// <summary>The day on which a lower tier ends.</summary>
    public DateOnly? TierUntil { get; init; }
    public required int Score { get; init; }

    /// <summary>Choice ids of question <c>data</c>: what it may be used with at most.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>Who stands behind it, and where its data is; null where nobody named any, and in what an earlier release wrote.</summary>
    public Dependencies? Behind { get; init; }
    public required string CaseId { get; init; }
    public required string PolicyVersion { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public DateOnly? NextReview { get; init; }
    public ContractTerms? Terms { get; init; }

    /// <summary>What is missing before use, by whose move it is; none where it may be used, or nobody recorded what was agreed.</summary>
    public IReadOnlyList<UseGapCount> Gaps
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The last day on which everything that use needs is in date; null for as long as nothing changes.</summary>
    public DateOnly? ProofUntil { get; init; }

    /// <summary>
    /// Of the contract, what the last day to give notice is counted from; null where it doesn't renew, or nobody recorded it.
    /// </summary>
    public ContractTerm? Term { get; init; }

    /// <summary>Rules of use that hold as long as it is used.</summary>
    public IReadOnlyList<string> Restrictions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>It was approved before the bot kept what was agreed.</summary>
    public bool AgreementsUnrecorded { get; init; }
    public string TermsReference { get; init; } = "";

    /// <summary>Evidence ids a reviewer has seen; what the assessment asks for beyond these was not seen.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];
    public IReadOnlyList<string> OpenConditions { get; init; } = [];

    /// <summary>The open condition that is due first; null where none has a date.</summary>
    public DateOnly? ConditionDue { get; init; }

    /// <summary>When the supplier's next report is due.</summary>
    public DateOnly? NextReport { get; init; }

    /// <summary>Its review that is under way; null where none is.</summary>
    public ReviewUnderWay? Review { get; init; }

    /// <summary>Brought along from the register the company had before; null where it began with a request.</summary>
    public ImportedLine? Imported { get; init; }

    /// <summary>
    /// Who looks after what was brought along since somebody handed it over, before it was assessed; null while the file says who.
    /// </summary>
    public Person? ImportedOwner { get; init; }

    /// <summary>It is the same supplier as this entry, which answers for it; null where it stands for itself.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Entries that are the same supplier and were merged into this one, oldest first; null where there are none.</summary>
    [JsonPropertyName("merged")]
    public IReadOnlyList<MergedEntry>? MergedEntries { get; init; }

    /// <summary>With one more that is the same supplier.</summary>
    internal RegisterEntry With(MergedEntry merged) => this with { MergedEntries = [.. MergedEntries ?? [], merged] };

    internal RegisterEntry Without(string merged) =>
        this with
        {
            MergedEntries = (MergedEntries ?? []).Where(one => one.Id != merged).ToList() is { Count: > 0 } left ? left : null,
        };

    /// <summary>Null where nobody assessed it, and the file it came from says none.</summary>
    [JsonIgnore]
    public Tier? KnownTier => Status == EntryStatus.Legacy ? Imported?.Tier : Tier;
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>It is new by a request whose sending was undone: nobody finds it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeverSent { get; init; }

    /// <summary>Null where nobody can undo what it says.</summary>
    public HeldStatus? Held { get; init; }

    /// <summary>As it is read: while a press can be undone, the line says what it said before.</summary>
    public RegisterEntry AsOf(DateTimeOffset now) =>
        Held is { Status: { } status } held && now < held.Until ? this with { Status = status } : this;
}

/// <param name="Before">What the line said before: so it is again where the review ends without an outcome.</param>
public sealed record ReviewUnderWay(string CaseId, EntryStatus Before);
