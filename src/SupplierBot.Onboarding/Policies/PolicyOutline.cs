using System.Globalization;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Policies;

/// <summary>A chapter of the policy, in the order of the file.</summary>
public enum PolicySection
{
    Version,
    Types,
    Questions,
    Facts,
    Score,
    Tiers,
    Floors,
    Clauses,
    Evidence,
    Agreements,
    Reviews,
    Triggers,
    Approvals,
    Timers,
    Flags,
    Checks,
    Conditions,
}

/// <summary>One thing that the policy says, with all that can change of it.</summary>
/// <param name="Summary">What it says, for a reader who never saw it.</param>
internal sealed record PolicyItem(PolicySection Section, string Id, string Title, string Summary, IReadOnlyList<PolicyFacet> Facets);

/// <param name="Key">The same in every version.</param>
/// <param name="What">"full text", in words.</param>
/// <param name="Value">In words.</param>
internal sealed record PolicyFacet(string Key, string What, string Value)
{
    /// <summary>What is compared; null where it is the words.</summary>
    public string? Exact { get; init; }

    /// <summary>A sentence of the policy, which stands in quotes.</summary>
    public bool IsText { get; init; }

    /// <summary>Key of the facet that it belongs to: where that is new or gone, it is not told as well.</summary>
    public string? Parent { get; init; }

    /// <summary>Of a condition: what it is made of.</summary>
    public ConditionParts? Parts { get; init; }

    /// <summary>A list, of which only what is new or gone is told; null where it is none.</summary>
    public IReadOnlyList<string>? Items { get; init; }
}

/// <summary>A whole policy as things that can be compared one by one.</summary>
/// <param name="called">The same policy with the names by which conditions and lists call things.</param>
internal sealed partial class PolicyOutline(Policy policy, Policy called, Wording wording)
{
    private readonly PolicyConditionWords conditions = new(called, wording);

    public IEnumerable<PolicyItem> Items() =>
        [
            Version(),
            .. policy.Types.Select(Type),
            .. policy.Questions.Select(Question),
            .. policy.DerivedFacts.Select(Fact),
            .. policy.Score.Select(Score),
            .. policy.Tiers.Select(Tier),
            .. policy.Floors.Select(Floor),
            TierChanges(),
            .. policy.Clauses.Select(Clause),
            .. policy.Evidence.Select(Evidence),
            Agreements(),
            .. policy.Tiers.Select(tier => BeforeUse(policy.Agreements.Of(tier.Tier))),
            Reviews(),
            .. policy.Reviews.Cycles.Select(Review),
            .. policy.Triggers.Select(Trigger),
            .. policy.Tiers.Select(tier => Approvals(tier.Tier)),
            Seats(),
            Timers(),
            .. policy.Flags.Select(Flag),
            .. policy.Checks.Select(Check),
            .. policy.SuggestedConditions.Select(Condition),
        ];

    private PolicyItem Version() =>
        Item(
            PolicySection.Version,
            "",
            "",
            "",
            Value("version", policy.Version),
            Value("approved_by", policy.ApprovedBy),
            Value("approved_on", Dates.Value(policy.ApprovedOn)),
            Flag("regulated", policy.OrganisationIsRegulated),
            List("roles", policy.Roles.Select(role => Role(role.Id))),
            List("headings", policy.Headings)
        );

    private static PolicyItem Item(
        PolicySection section,
        string id,
        string title,
        string summary,
        params IEnumerable<PolicyFacet?> facets
    ) => new(section, id, title, summary, [.. facets.OfType<PolicyFacet>().GroupBy(facet => facet.Key).SelectMany(Numbered)]);

    /// <summary>What is said twice of one thing is told apart by its place.</summary>
    private static IEnumerable<PolicyFacet> Numbered(IEnumerable<PolicyFacet> same) =>
        same.Select((facet, index) => index == 0 ? facet : facet with { Key = $"{facet.Key} #{index}" });

    private PolicyFacet Value(string key, string value) => new(key, What(key), value);

    private PolicyFacet Number(string key, int value) => Value(key, Number(value));

    private PolicyFacet Flag(string key, bool value) => Value(key, wording[value ? "difference.yes" : "difference.no"]);

    /// <summary>Nothing where there is no text.</summary>
    private PolicyFacet? Text(string key, string? text) =>
        string.IsNullOrEmpty(text) ? null : new PolicyFacet(key, What(key), text) { IsText = true };

    private PolicyFacet? When(string key, PolicyCondition? condition) => condition is null ? null : Conditional(key, What(key), condition);

    private PolicyFacet Conditional(string key, string what, PolicyCondition condition) =>
        new(key, what, conditions.Of(condition)) { Exact = condition.ToString(), Parts = conditions.Parts(condition) };

    private PolicyFacet List(string key, IEnumerable<string> items) => new(key, What(key), "") { Items = [.. items] };

    private string What(string key) => wording[$"difference.{key}"];

    private string TierName(Tier tier) => conditions.Tier(tier);

    /// <summary>As this policy calls it; else as the bot does.</summary>
    private string Role(string id) =>
        policy.Roles.FirstOrDefault(role => role.Id == id)?.Title is { } title ? title
        : wording.Has($"role.{id}") ? wording[$"role.{id}"]
        : id.Replace('_', ' ');

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Numbers(IEnumerable<int> values) =>
        string.Join(", ", values.Select(Number)) is { Length: > 0 } all ? all : wording["difference.none"];
}
