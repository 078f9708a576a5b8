using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>The parameters of one clause, and whether its texts use them all and no others.</summary>
internal sealed partial class ClauseParameters
{
    private static readonly string[] TextFields = ["text", "plain"];

    private readonly List<(string Name, YamlNode Node)> named = [];

    public List<ParameterTable> Tables { get; } = [];
    public List<AnswerParameter> Answers { get; } = [];
    public IReadOnlyList<string> Names => [.. named.Select(parameter => parameter.Name)];

    public static ClauseParameters Read(PolicyFields clause, IReadOnlyList<Question> questions, PolicyConditionTerms words)
    {
        var parameters = new ClauseParameters();
        if (clause.OptionalSection("parameters", $"{clause.Subject}, parameters") is not { } section)
        {
            return parameters;
        }

        foreach (var (name, key) in section.Names.Zip(section.Node.Children.Keys))
        {
            if (section.Section(name, $"{clause.Subject}, parameter `{name}`") is { } fields)
            {
                parameters.named.Add((name, key));
                parameters.Add(name, fields, questions, words);
            }
        }

        return parameters;
    }

    /// <summary>Notes every hole without a parameter, every parameter without a hole, and braces that are no hole.</summary>
    public void CheckUse(PolicyFields clause)
    {
        var texts = TextNodes(clause).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in texts)
        {
            var text = node.Value ?? "";
            var holes = Holes().Matches(text).Select(match => match.Groups["hole"].Value).ToList();
            used.UnionWith(holes);
            foreach (var hole in holes.Where(hole => !Names.Contains(hole)).Distinct())
            {
                clause.Fault(node, $"`{{{hole}}}` has no parameter{DidYouMean.Hint(hole, Names)}");
            }

            if (Holes().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
            {
                clause.Fault(node, "a `{` or `}` that is no {parameter}");
            }
        }

        foreach (var (name, node) in named.Where(parameter => !used.Contains(parameter.Name)))
        {
            clause.Fault(node, $"parameter `{name}` is never used");
        }
    }

    private static IEnumerable<YamlScalarNode> TextNodes(PolicyFields clause) =>
        from field in TextFields
        from entry in (clause.Optional(field) as YamlSequenceNode)?.Children ?? []
        where entry is YamlMappingNode
        from pair in ((YamlMappingNode)entry).Children
        where pair.Key is YamlScalarNode { Value: "text" }
        select pair.Value as YamlScalarNode;

    private void Add(string name, PolicyFields fields, IReadOnlyList<Question> questions, PolicyConditionTerms words)
    {
        if (fields.Optional("from") is not null)
        {
            Answers.Add(FromAnswer(name, fields, questions));
        }
        else
        {
            Tables.Add(TierTable.Read(name, fields, words));
        }

        fields.Close();
    }

    private static AnswerParameter FromAnswer(string name, PolicyFields fields, IReadOnlyList<Question> questions)
    {
        var choiceQuestions = questions.Where(question => question.IsChoice).ToList();
        var from = fields.Reference("from", "question", [.. choiceQuestions.Select(question => question.Id)]);
        var choices = choiceQuestions.FirstOrDefault(question => question.Id == from)?.Choices ?? [];
        return new(
            name,
            from,
            choices
                .DistinctBy(choice => choice.Id)
                .ToDictionary(choice => choice.Id, choice => fields.Text(choice.Id), StringComparer.Ordinal),
            fields.Optional("typed") is null
                ? null
                : fields.Reference(
                    "typed",
                    "question",
                    [.. questions.Where(question => !question.IsChoice).Select(question => question.Id)]
                )
        );
    }

    [GeneratedRegex(@"\{(?<hole>[A-Za-z_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Holes();
}
