using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>Choices of a question, in the order people see them; their rank comes from <c>order</c>, least risky first.</summary>
internal static class ChoiceList
{
    /// <summary>Limit of an option on Slack (src/SupplierBot.Slack/PROTOCOL.md "Limits").</summary>
    private const int LongestLabel = 75;

    /// <param name="several">More than one can be picked.</param>
    public static IReadOnlyList<Choice> Read(PolicyFields question, bool several)
    {
        var entries = question.Entries("choices", $"{question.Subject}, choice");
        SectionReading.NoTwins(entries);
        var ids = entries.Select(entry => entry.Id).ToList();
        var ranks = Ranks(question, ids);
        return [.. entries.Select(entry => Choice(entry, ranks, ids, several))];
    }

    private static Choice Choice(PolicyFields entry, Dictionary<string, int> ranks, IReadOnlyList<string> ids, bool several)
    {
        var choice = new Choice(entry.Id, entry.Text("label"), entry.Text("words"), ranks.GetValueOrDefault(entry.Id))
        {
            Alone = entry.OptionalFlag("alone"),
            Also = entry.Optional("also") is null ? [] : entry.References("also", "choice", ids),
            Type = entry.OptionalText("type"),
        };
        if (choice.Alone && !several)
        {
            entry.NoEffect(entry.Optional("alone")!, "`alone`", "the question takes one answer anyway");
        }

        if (choice.Label.Length > LongestLabel)
        {
            entry.Fault(entry.Optional("label")!, $"`label` has {choice.Label.Length} characters; {LongestLabel} fit");
        }

        entry.Close();
        return choice;
    }

    /// <summary>All zero where there is no <c>order</c>; choices in one inner list share a rank.</summary>
    private static Dictionary<string, int> Ranks(PolicyFields question, IReadOnlyList<string> choices)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        if (question.Optional("order") is not { } order)
        {
            return ranks;
        }

        foreach (var (rank, place) in question.Items(order, "order").Index())
        {
            foreach (var node in place is YamlSequenceNode shared ? shared.Children : [place])
            {
                Rank(question, node, rank, choices, ranks);
            }
        }

        foreach (var missing in choices.Where(choice => choice.Length > 0 && !ranks.ContainsKey(choice)))
        {
            question.Fault(order, $"`order` leaves out `{missing}`");
        }

        return ranks;
    }

    private static void Rank(PolicyFields question, YamlNode node, int rank, IReadOnlyList<string> choices, Dictionary<string, int> ranks)
    {
        var choice = question.Scalar(node, "order");
        if (choice.Length > 0 && !choices.Contains(choice))
        {
            question.Unknown(node, "choice in `order`", choice, choices);
        }
        else if (!ranks.TryAdd(choice, rank))
        {
            question.Fault(node, $"`order` names `{choice}` twice");
        }
    }
}
