using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Policies;

/// <summary>One difference between two policies.</summary>
/// <param name="Id">Of the clause, question or rule; empty where the section has none.</param>
/// <param name="Title">What it is called, in the newer policy where it is there.</param>
/// <param name="Words">"notice at High: 48 hours → 24 hours".</param>
public sealed record PolicyChange(PolicySection Section, string Id, string Title, string Words);

/// <summary>What changed from one policy to another, in words: for those who approve it, and for everybody it binds.</summary>
public static class PolicyDiff
{
    /// <returns>In the order of the file; what is gone stands last in its section. Empty where nothing that counts differs.</returns>
    public static IReadOnlyList<PolicyChange> Of(Policy old, Policy changed, Wording wording)
    {
        var before = new PolicyOutline(old, SharedWords.Of(old, changed), wording).Items().ToList();
        var after = new PolicyOutline(changed, changed, wording).Items().ToList();
        return
        [
            .. Enum.GetValues<PolicySection>()
                .SelectMany(section =>
                    Section(
                        [.. before.Where(item => item.Section == section)],
                        [.. after.Where(item => item.Section == section)],
                        (old, changed),
                        wording
                    )
                ),
        ];
    }

    private static IEnumerable<PolicyChange> Section(
        IReadOnlyList<PolicyItem> before,
        IReadOnlyList<PolicyItem> after,
        (Policy Old, Policy Changed) policies,
        Wording wording
    )
    {
        foreach (var item in after)
        {
            var earlier = before.FirstOrDefault(one => one.Id == item.Id);
            if (earlier is null)
                yield return Whole("difference.item_added", item, wording);
            // Who approves something new reads all that it says.
            var changes = earlier is null
                ? FacetDiff.Of(item with { Facets = [] }, item, wording)
                : FacetDiff.Of(earlier, item, wording).Concat(Moved(item, policies, wording));
            foreach (var words in changes)
                yield return new(item.Section, item.Id, item.Title, words);
        }
        foreach (var gone in before.Where(item => after.All(one => one.Id != item.Id)))
            yield return Whole("difference.item_removed", gone, wording);
    }

    private static PolicyChange Whole(string key, PolicyItem item, Wording wording) =>
        new(
            item.Section,
            item.Id,
            item.Title,
            item.Summary.Length == 0 ? wording[$"{key}_bare"] : wording.Fill(key, ("summary", item.Summary))
        );

    private static IEnumerable<string> Moved(PolicyItem item, (Policy Old, Policy Changed) policies, Wording wording) =>
        item.Section != PolicySection.Questions
            ? []
            : MovedChoices
                .Of(policies.Old.Question(item.Id), policies.Changed.Question(item.Id))
                .Select(moved => wording.Fill(moved.Up ? "difference.riskier" : "difference.less_risky", ("choice", moved.Choice.Words)));
}

/// <summary>Choices that both versions have and that stand elsewhere in the order of risk.</summary>
internal static class MovedChoices
{
    /// <summary>As few choices as explain the new order, those that moved past the most others first.</summary>
    public static IEnumerable<(Choice Choice, bool Up)> Of(Question old, Question changed)
    {
        var left = changed.Choices.Where(choice => old.Choice(choice.Id) is not null).ToList();
        while (left.Count > 0)
        {
            var moved = left.Select(choice => (Choice: choice, Past: Past(choice, left, old).ToList())).MaxBy(one => one.Past.Count);
            if (moved.Past.Count == 0)
                yield break;
            yield return (moved.Choice, moved.Past.Sum() > 0);
            left.Remove(moved.Choice);
        }
    }

    /// <summary>1 for each other choice that it is riskier against than before, -1 for each that it is less risky against.</summary>
    private static IEnumerable<int> Past(Choice choice, IReadOnlyList<Choice> others, Question old) =>
        others
            .Select(other =>
                Math.Sign(choice.Rank - other.Rank).CompareTo(Math.Sign(old.Choice(choice.Id)!.Rank - old.Choice(other.Id)!.Rank))
            )
            .Where(sign => sign != 0)
            .Select(Math.Sign);
}
