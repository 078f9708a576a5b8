using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// Policies up to 2026.11 said less: what they left to the program is written into their tree here, so that old cases are decided and
/// assessed again as they were. Nodes keep the lines of their file.
/// </summary>
internal static partial class FormatOne
{
    private const string Never = "(sensitivity >= 1 and sensitivity <= 0)";

    /// <summary>They had one table for each of eight fixed parts.</summary>
    public static bool Is(YamlMappingNode root) => Member(root, "score") is YamlMappingNode;

    public static YamlMappingNode Upgraded(YamlMappingNode root)
    {
        var more = PolicyTree.Read(Fitting(root, FormatOneRules.Yaml)).Root!;
        Keep(root, more);
        foreach (var (section, rules) in more.Children)
        {
            switch (section.ToString())
            {
                case "questions" or "triggers":
                    AddToEntries(Entries(root, section.ToString()), (YamlMappingNode)rules);
                    break;
                case "choices":
                    AddToChoices(root, (YamlMappingNode)rules);
                    break;
                default:
                    root.Children[section] = rules;
                    break;
            }
        }

        Reviews(root, more);
        TypedCountries(root);
        if (Member(root, "score") is YamlMappingNode score)
        {
            root.Children[new YamlScalarNode("score")] = FormatOneScore.Parts(score, Fitting(root, FormatOneRules.Score));
        }

        return root;
    }

    /// <summary>An answer that this policy does not know was never given: what asks for it never holds.</summary>
    private static string Fitting(YamlMappingNode root, string rules)
    {
        var known = Entries(root, "questions")
            .ToDictionary(
                Id,
                question => Entries(question, "choices").Select(Id).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        return Comparisons()
            .Replace(
                rules,
                match =>
                    known.TryGetValue(match.Groups["question"].Value, out var choices) && !choices.Contains(match.Groups["choice"].Value)
                        ? Never
                        : match.Value
            );
    }

    /// <summary>Only what this policy has: its own questions and roles.</summary>
    private static void Keep(YamlMappingNode root, YamlMappingNode more)
    {
        var questions = Entries(root, "questions").Select(Id).ToHashSet(StringComparer.Ordinal);
        foreach (var trigger in ((YamlMappingNode)Member(more, "triggers")!).Children.Values.Cast<YamlMappingNode>())
        {
            var asked = (YamlSequenceNode)Member(trigger, "asks_again")!;
            trigger.Children[new YamlScalarNode("asks_again")] = new YamlSequenceNode(
                asked.Children.Where(id => questions.Contains(id.ToString()))
            );
        }

        var floors = Entries(root, "floors").Select(Id).ToHashSet(StringComparer.Ordinal);
        var lower = (YamlMappingNode)Member((YamlMappingNode)Member(more, "tier_changes")!, "lower")!;
        lower.Children[new YamlScalarNode("never_under")] = new YamlSequenceNode(
            ((YamlSequenceNode)Member(lower, "never_under")!).Children.Where(id => floors.Contains(id.ToString()))
        );
        var roles = (Member(root, "roles") as YamlSequenceNode)?.Children.Select(role => role.ToString()).ToList() ?? [];
        var exceptions = (YamlMappingNode)Member(more, "seat_exceptions")!;
        if (!roles.Contains("ciso") || !roles.Contains("security"))
        {
            exceptions.Children.Remove(new YamlScalarNode("helper"));
        }

        if (!roles.Contains("ciso"))
        {
            lower.Children[new YamlScalarNode("role")] = new YamlScalarNode(roles.FirstOrDefault() ?? "security");
        }

        if (!roles.Contains("privacy"))
        {
            exceptions.Children.Remove(new YamlScalarNode("notified"));
        }
    }

    private static void AddToEntries(IEnumerable<YamlMappingNode> entries, YamlMappingNode byId)
    {
        foreach (var entry in entries)
        {
            if (Member(byId, Id(entry)) is YamlMappingNode fields)
            {
                Add(entry, fields);
            }
        }
    }

    /// <summary>The rules of a choice stand under the id of its question, or under `any`.</summary>
    private static void AddToChoices(YamlMappingNode root, YamlMappingNode rules)
    {
        foreach (var question in Entries(root, "questions"))
        {
            var choices = Entries(question, "choices").ToList();
            if (Member(rules, Id(question)) is YamlMappingNode own)
            {
                AddToEntries(choices, own);
            }

            if (Member(question, "kind")?.ToString() == "several")
            {
                AddToEntries(choices, (YamlMappingNode)Member(rules, "any")!);
            }
        }
    }

    private static void Reviews(YamlMappingNode root, YamlMappingNode more)
    {
        if (Member(root, "reviews") is not YamlMappingNode reviews)
        {
            return;
        }

        foreach (var cycle in reviews.Children.Values.OfType<YamlMappingNode>())
        {
            if (MonthsOf(Member(cycle, "supplier_report")?.ToString() ?? "") is { } months)
            {
                cycle.Children[new YamlScalarNode("report_months")] = new YamlScalarNode(months);
            }
        }

        Add(reviews, (YamlMappingNode)Member(more, "review_rules")!);
        root.Children.Remove(new YamlScalarNode("review_rules"));
    }

    /// <summary>The first interval that the words named.</summary>
    private static string? MonthsOf(string report) =>
        report.StartsWith("quarterly", StringComparison.OrdinalIgnoreCase) ? "3"
        : report.StartsWith("half-yearly", StringComparison.OrdinalIgnoreCase) ? "6"
        : report.StartsWith("yearly", StringComparison.OrdinalIgnoreCase) ? "12"
        : null;

    private static void TypedCountries(YamlMappingNode root)
    {
        foreach (
            var parameter in Entries(root, "clauses")
                .Select(clause => Member(clause, "parameters"))
                .OfType<YamlMappingNode>()
                .SelectMany(parameters => parameters.Children.Values)
                .OfType<YamlMappingNode>()
                .Where(parameter => Member(parameter, "from")?.ToString() == "where")
        )
        {
            parameter.Children[new YamlScalarNode("typed")] = new YamlScalarNode("where_text");
        }
    }

    internal static YamlNode? Member(YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;

    private static IEnumerable<YamlMappingNode> Entries(YamlMappingNode map, string name) =>
        (Member(map, name) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    private static string Id(YamlMappingNode entry) => Member(entry, "id")?.ToString() ?? "";

    private static void Add(YamlMappingNode entry, YamlMappingNode fields)
    {
        foreach (var (name, value) in fields.Children)
        {
            entry.Children[name] = value;
        }
    }

    [GeneratedRegex(
        @"\b(?<question>[a-z]+) (has|is|>=|<=) (?<choice>[A-Za-z0-9_]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Comparisons();
}
