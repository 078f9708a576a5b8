using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// The fields of one entry of the policy file. Everything that is missing or of the wrong kind is noted as a fault and a harmless value
/// returned, so that reading goes on; <see cref="Close"/> notes the fields nobody asked for.
/// </summary>
/// <param name="subject">How messages name the entry: "clause AI-TEST".</param>
internal sealed class PolicyFields(YamlMappingNode map, string subject, PolicyFaults faults)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public YamlMappingNode Node => map;
    public string Subject => subject;
    public string Id => OptionalText("id") ?? "";

    /// <summary>The same entry under the name it turned out to have.</summary>
    public PolicyFields Named(string name)
    {
        var named = new PolicyFields(map, name, faults);
        named.asked.UnionWith(asked);
        return named;
    }

    public IReadOnlyList<string> Names => [.. map.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")];

    public YamlNode? Optional(string name)
    {
        asked.Add(name);
        return map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;
    }

    public YamlNode? Required(string name)
    {
        var node = Optional(name);
        if (node is null)
        {
            Fault(map, $"`{name}` is missing");
        }

        return node;
    }

    public string Text(string name) => Required(name) is { } node ? Scalar(node, name) : "";

    public string? OptionalText(string name) => Optional(name) is { } node ? Scalar(node, name) : null;

    public int Number(string name, int least, int most) => Required(name) is { } node ? Number(node, name, least, most) : least;

    public int? OptionalNumber(string name, int least, int most) => Optional(name) is { } node ? Number(node, name, least, most) : null;

    /// <summary>A number with a decimal point: a share of something.</summary>
    public double Share(string name, double least, double most)
    {
        if (Required(name) is not { } node)
        {
            return least;
        }

        var text = (node as YamlScalarNode)?.Value ?? "";
        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share >= least
            && share <= most
        )
        {
            return share;
        }

        Fault(node, string.Create(CultureInfo.InvariantCulture, $"`{name}` must be a number from {least} to {most}, found {Kind(node)}"));
        return least;
    }

    public bool Flag(string name) => Required(name) is { } node && Flag(node, name);

    public bool OptionalFlag(string name) => Optional(name) is { } node && Flag(node, name);

    public DateOnly Date(string name)
    {
        if (Required(name) is not { } node)
        {
            return default;
        }

        var text = Scalar(node, name);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Fault(node, $"`{name}: {text}` is not a date like 2026-11-16");
        }

        return date;
    }

    public IReadOnlyList<YamlNode> List(string name) => Required(name) is { } node ? Items(node, name) : [];

    public IReadOnlyList<YamlNode> OptionalList(string name) => Optional(name) is { } node ? Items(node, name) : [];

    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(node => Scalar(node, name))];

    public IReadOnlyList<string> OptionalTexts(string name) => [.. OptionalList(name).Select(node => Scalar(node, name))];

    public PolicyFields? Section(string name, string named) => Required(name) is { } node ? Entry(node, named) : null;

    public PolicyFields? OptionalSection(string name, string named) => Optional(name) is { } node ? Entry(node, named) : null;

    /// <summary>A list of entries, each named by its <c>id</c>: "clause AI-TEST".</summary>
    public IReadOnlyList<PolicyFields> Entries(string name, string kind) => Identified(List(name), kind);

    public IReadOnlyList<PolicyFields> Identified(IEnumerable<YamlNode> nodes, string kind) =>
        [.. nodes.Select(node => Entry(node, kind)).OfType<PolicyFields>().Select(entry => entry.Named($"{kind} {entry.Text("id")}"))];

    /// <summary>An entry inside this one; its faults are reported under <paramref name="named"/>.</summary>
    public PolicyFields? Entry(YamlNode node, string named)
    {
        if (node is YamlMappingNode inner)
        {
            return new PolicyFields(inner, named, faults);
        }

        faults.Add(node, $"{named}: expected fields, found {Kind(node)}");
        return null;
    }

    public string Scalar(YamlNode node, string name)
    {
        if (node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
        {
            return value;
        }

        Fault(node, $"`{name}` must be a text, found {Kind(node)}");
        return "";
    }

    public int Number(YamlNode node, string name, int least, int most)
    {
        if (
            node is YamlScalarNode { Value: { } text }
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Fault(node, $"`{name}` must be a whole number from {least} to {most}, found {Kind(node)}");
        return least;
    }

    public IReadOnlyList<YamlNode> Items(YamlNode node, string name)
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children];
        }

        Fault(node, $"`{name}` must be a list, found {Kind(node)}");
        return [];
    }

    public void Fault(YamlNode at, string message) => faults.Add(at, $"{subject}: {message}");

    /// <summary>A statement that changes nothing is a mistake: somebody believes in it.</summary>
    public void NoEffect(YamlNode at, string statement, string why)
    {
        faults.AddDead((int)at.Start.Line, $"{subject}: {statement} has no effect: {why}");
    }

    public void Stands(PolicyCondition condition, YamlNode at) => faults.Stands(condition, at);

    public void Close()
    {
        foreach (var key in map.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!asked.Contains(name))
            {
                Fault(key, $"unknown field `{name}`{DidYouMean.Hint(name, asked)}");
            }
        }
    }

    private bool Flag(YamlNode node, string name)
    {
        if (node is YamlScalarNode { Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        Fault(node, $"`{name}` must be true or false, found {Kind(node)}");
        return false;
    }

    private static string Kind(YamlNode node) =>
        node switch
        {
            YamlScalarNode { Value: null or "" } => "nothing",
            YamlScalarNode scalar => $"`{scalar.Value}`",
            YamlSequenceNode => "a list",
            _ => "fields",
        };
}

/// <summary>Collects what is wrong, so that all of it can be said at once.</summary>
internal sealed class PolicyFaults
{
    private readonly List<PolicyFault> faults = [];
    private readonly Dictionary<PolicyCondition, int> lines = new(ReferenceEqualityComparer.Instance);

    private readonly List<PolicyFault> dead = [];

    /// <summary>For policies of old cases, which were accepted with statements that have no effect.</summary>
    public bool AllowsDeadStatements { get; init; }

    /// <summary>Statements without effect only where nothing else is wrong: one mistyped name makes many of them.</summary>
    public IReadOnlyList<PolicyFault> All => [.. (faults.Count > 0 ? faults : dead).Distinct().OrderBy(fault => fault.Line)];
    public bool None => faults.Count == 0 && dead.Count == 0;

    public void Add(YamlNode at, string message) => faults.Add(new((int)at.Start.Line, message));

    public void AddDead(int line, string message)
    {
        if (!AllowsDeadStatements)
        {
            dead.Add(new(line, message));
        }
    }

    /// <summary>Remembers where a condition stands: what it does is known only when the whole policy is.</summary>
    public void Stands(PolicyCondition condition, YamlNode at) => lines[condition] = (int)at.Start.Line;

    public int LineOf(PolicyCondition condition) => lines.GetValueOrDefault(condition, 1);
}
