namespace SupplierBot.Onboarding;

public enum EntryStatus { Proposed, Onboarding, Active, ActiveConditional, ReviewDue, UnderReview, Suspended, Lapsed, Exiting, Terminated, NotApproved }

/// <summary>One line of the Supplier Register: one supplier service. Written in the same transaction as the decision it shows.</summary>
public sealed record RegisterEntry
{
    public required string Id { get; init; }
    public required string Supplier { get; init; }
    public required string Service { get; init; }
    public required string Website { get; init; }
    public required string Purpose { get; init; }
    public required EntryStatus Status { get; init; }
    public required Person Owner { get; init; }
    public required string Type { get; init; }
    public required IReadOnlyList<string> Types { get; init; }
    public required Tier Tier { get; init; }
    public required int Score { get; init; }
    /// <summary>Choice ids of question <c>data</c>: what it may be used with at most.</summary>
    public required IReadOnlyList<string> Data { get; init; }
    public required string CaseId { get; init; }
    public required string PolicyVersion { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public DateOnly? NextReview { get; init; }
    public ContractTerms? Terms { get; init; }
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
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <param name="Before">What the line said before: so it is again where the review ends without an outcome.</param>
public sealed record ReviewUnderWay(string CaseId, EntryStatus Before);

public static class SupplierNames
{
    /// <summary>The same supplier however it is typed: NFKC, lower case, letters and digits only. Empty where nothing is left.</summary>
    public static string Normalise(string name) =>
        string.Concat(Sound(name).Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));

    /// <summary>Characters of a name.</summary>
    public const int Longest = 200;
    /// <summary>Names offered for one that is not known exactly.</summary>
    public const int MostGuesses = 4;
    private const int MostEndings = 5;

    /// <summary>The name from its second, third … word on, normalised: what a search for a later word begins with. At most 5.</summary>
    public static IEnumerable<string> Endings(string name)
    {
        var whole = Normalise(name);
        var words = Sound(name).Normalize(System.Text.NormalizationForm.FormKC).Select((letter, at) => char.IsLetterOrDigit(letter) ? letter : ' ');
        var left = string.Concat(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, Math.Max(0, left.Length - 1)).Take(MostEndings).Select(first => Normalise(string.Concat(left.Skip(first)))).Where(ending => ending.Length > 0 && ending != whole).Distinct();
    }

    /// <summary>Without half surrogate pairs and U+FFFE, of which there is no normal form.</summary>
    private static string Sound(string name) => name.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || name.Contains('\uFFFE', StringComparison.Ordinal)
        ? string.Concat(name.EnumerateRunes().Where(rune => rune.Value != 0xFFFE))
        : name;
}
