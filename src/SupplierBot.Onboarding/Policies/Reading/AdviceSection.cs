using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>What the bot says without deciding: contradiction checks and suggested conditions.</summary>
internal static partial class AdviceSection
{
    private const string BeforeUse = "before use";

    /// <summary>Holes of the check texts: the words found, and the entry of the register.</summary>
    private static readonly string[] Holes = ["match", "entry"];

    public static IReadOnlyList<ContradictionCheck> Checks(PolicyFields root, PolicyConditionTerms words)
    {
        var entries = root.Entries("checks", "check");
        SectionReading.NoTwins(entries);
        return [.. entries.Select(entry => Check(entry, words))];
    }

    public static IReadOnlyList<SuggestedApprovalCondition> Suggestions(PolicyFields root, PolicyConditionTerms words)
    {
        var entries = root.Entries("suggested_conditions", "suggested condition");
        SectionReading.NoTwins(entries);
        return [.. entries.Select(entry => Suggestion(entry, words))];
    }

    private static ContradictionCheck Check(PolicyFields entry, PolicyConditionTerms words)
    {
        var check = new ContradictionCheck(
            entry.Id,
            entry.OptionalCondition("when", words),
            entry.OptionalTexts("words"),
            CheckText(entry, "to_requester"),
            CheckText(entry, "to_reviewer")
        );
        if (check.When is null && check.Words.Count == 0)
        {
            entry.Fault(entry.Node, "needs `when`, `words` or both");
        }

        if (check.ToRequester is null && check.ToReviewer is null)
        {
            entry.Fault(entry.Node, "needs `to_requester`, `to_reviewer` or both");
        }

        entry.Close();
        return check;
    }

    private static string? CheckText(PolicyFields entry, string name)
    {
        var text = entry.OptionalText(name);
        foreach (var hole in Braces().Matches(text ?? "").Select(match => match.Groups["hole"].Value).Where(hole => !Holes.Contains(hole)))
        {
            entry.Fault(entry.Optional(name)!, $"`{{{hole}}}` is not known here{DidYouMean.Hint(hole, Holes)}");
        }

        return text;
    }

    private static SuggestedApprovalCondition Suggestion(PolicyFields entry, PolicyConditionTerms words)
    {
        var suggestion = new SuggestedApprovalCondition(entry.Id, entry.Condition("when", words), entry.Text("text"), Due(entry));
        entry.Close();
        return suggestion;
    }

    private static int? Due(PolicyFields entry)
    {
        if (entry.Required("due") is not { } node || entry.Scalar(node, "due") is not { Length: > 0 } due || due == BeforeUse)
        {
            return null;
        }

        if (Days().Match(due) is { Success: true } match)
        {
            return int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture);
        }

        Wrong(entry, node, due);
        return null;
    }

    private static void Wrong(PolicyFields entry, YamlNode node, string due) =>
        entry.Fault(node, $"`due: {due}` must be `{BeforeUse}` or a number of days like `30 days`");

    [GeneratedRegex(@"\{(?<hole>[^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(?<days>[1-9][0-9]{0,2}) days\z", RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
