using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// A condition as somebody reads it who does not know the policy file: labels of questions, answers in the words of the policy, and none of
/// its ids. Parts of one level are parted by commas, those of the level above by semicolons; deeper ones stand in parentheses.
/// </summary>
public sealed class PolicyConditionWords(Policy policy, Wording wording)
{
    private readonly ConditionAnswers answers = new(policy, wording);

    /// <summary>"always" for none.</summary>
    public string Of(PolicyCondition? condition) => condition is null ? wording["when.always"] : Text(Part(condition)).Text;

    /// <summary>Each is enough alone.</summary>
    public IReadOnlyList<string> Alternatives(PolicyCondition? condition) =>
        condition is not null && Parts(condition) is { All: false, Words: var either } ? either : [Of(condition)];

    internal ConditionParts Parts(PolicyCondition condition) =>
        Part(condition) switch
        {
            ConditionPart.Group group => new(group.All, [.. group.Parts.Select(part => Text(part).Text)]),
            var one => new(null, [Text(one).Text]),
        };

    public string Tier(Tier tier) => wording[$"words.tier.{tier}"];

    private ConditionPart Part(PolicyCondition condition) =>
        condition switch
        {
            PolicyCondition.And => Group(condition, all: true),
            PolicyCondition.Or => Group(condition, all: false),
            PolicyCondition.Not(var inner) => Opposite(Part(inner)),
            PolicyCondition.Holds(var id) => Fact(id),
            PolicyCondition.AtLeast("tier", var value) => new ConditionPart.Sentence(FromTier(value)),
            PolicyCondition.AtMost("tier", var value) => new ConditionPart.Sentence(wording.Fill("when.tier_to", ("tier", Tier(value)))),
            PolicyCondition.Is("tier", var value) => new ConditionPart.Sentence(wording.Fill("when.tier_at", ("tier", Tier(value)))),
            PolicyCondition.Has("floors", var id) => Named("when.floor", policy.Floors.FirstOrDefault(one => one.Id == id)?.Words),
            PolicyCondition.Has("clauses", var id) => Named("when.clause", policy.Clauses.FirstOrDefault(one => one.Id == id)?.Title),
            PolicyCondition.Has("checks", var id) => Named("when.check", Check(id)),
            _ => answers.Of(condition),
        };

    private ConditionPart Group(PolicyCondition condition, bool all)
    {
        var parts = new List<ConditionPart>();
        foreach (var part in Operands(condition, all).Select(Part))
        {
            if (Merged(parts, part, all) is var (at, merged))
                parts[at] = merged;
            else
                parts.Add(part);
        }
        return parts.Count == 1 ? parts[0] : new ConditionPart.Group(all, parts);
    }

    /// <summary>"A or B" of one question is one statement, and so is "neither A nor B".</summary>
    private static (int At, ConditionPart.Answer Merged)? Merged(List<ConditionPart> parts, ConditionPart part, bool all)
    {
        if (part is not ConditionPart.Answer { Merges: true } answer || answer.Negated != all)
            return null;
        var at = parts.FindIndex(one =>
            one is ConditionPart.Answer { Merges: true } other && other.Negated == all && other.Subject.Id == answer.Subject.Id
        );
        return at < 0 ? null
            : parts[at] is ConditionPart.Answer before ? (at, before with { Choices = [.. before.Choices.Union(answer.Choices)] })
            : null;
    }

    private static IEnumerable<PolicyCondition> Operands(PolicyCondition condition, bool all) =>
        condition switch
        {
            PolicyCondition.And(var left, var right) when all => Operands(left, all).Concat(Operands(right, all)),
            PolicyCondition.Or(var left, var right) when !all => Operands(left, all).Concat(Operands(right, all)),
            _ => [condition],
        };

    private static ConditionPart Opposite(ConditionPart part) =>
        part switch
        {
            ConditionPart.Answer answer => answer with { Negated = !answer.Negated },
            ConditionPart.Not(var inner) => inner,
            _ => new ConditionPart.Not(part),
        };

    /// <summary>With how many levels of signs it has.</summary>
    private (string Text, int Levels) Text(ConditionPart part) =>
        part switch
        {
            ConditionPart.Sentence(var words) => (words, 0),
            ConditionPart.Answer answer => (answers.Text(answer), 0),
            ConditionPart.Not(ConditionPart.Group inner) => (wording.Fill("when.not_all", ("what", Text(inner).Text)), 0),
            ConditionPart.Not(ConditionPart.Sentence inner) => (wording.Fill("when.not", ("what", inner.Bare ?? inner.Words)), 0),
            ConditionPart.Group group => Text(group),
            _ => throw new InvalidOperationException($"Unknown part {part.GetType().Name}."),
        };

    private (string Text, int Levels) Text(ConditionPart.Group group)
    {
        var parts = group.Parts.Select(Text).ToList();
        var levels = Math.Min(parts.Max(part => part.Levels), 1);
        var between = wording[
            (levels, group.All) switch
            {
                (0, true) => "when.and",
                (0, false) => "when.or",
                (_, true) => "when.and_far",
                _ => "when.or_far",
            }
        ];
        return (string.Join(between, parts.Select(part => part.Levels > 1 ? $"({part.Text})" : part.Text)), levels + 1);
    }

    private string Tier(string id) => Tier(Enum.Parse<Tier>(id));

    private string FromTier(string id) =>
        wording.Fill(Enum.Parse<Tier>(id) == policy.Tiers[^1].Tier ? "when.tier_at" : "when.tier_from", ("tier", Tier(id)));

    private ConditionPart.Sentence Named(string key, string? name) => new(wording.Fill(key, ("name", name ?? wording["when.unknown"])));

    /// <summary>Without the word that was found: here none was yet.</summary>
    private string? Check(string id) =>
        policy.Checks.FirstOrDefault(check => check.Id == id) is { } check
            ? Texts.Fill(
                (check.ToReviewer ?? check.ToRequester ?? "")
                    .Replace("“{match}”: ", "", StringComparison.Ordinal)
                    .Replace("\"{match}\": ", "", StringComparison.Ordinal),
                ("match", "…"),
                ("entry", "…")
            )
            : null;

    /// <summary>What stands behind a semicolon explains the fact; a name with a comma in it stands in quotes.</summary>
    private ConditionPart.Sentence Fact(string id)
    {
        var known = $"when.known_{id.Replace('.', '_')}";
        var words =
            policy.DerivedFacts.FirstOrDefault(fact => fact.Id == id)?.Words.Split(';')[0]
            ?? wording[wording.Has(known) ? known : "when.unknown"];
        return new(words.Contains(',', StringComparison.Ordinal) ? wording.Fill("when.quoted", ("what", words)) : words) { Bare = words };
    }
}
