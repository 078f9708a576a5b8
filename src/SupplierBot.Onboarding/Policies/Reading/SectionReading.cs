using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>What the sections of the policy file have in common: conditions, unique ids and references.</summary>
internal static class SectionReading
{
    /// <summary>Stands for a condition that could not be read; never leaves a reading that found faults.</summary>
    private static readonly PolicyCondition Unread = new PolicyCondition.Holds("unread");

    public static PolicyCondition Condition(this PolicyFields entry, string name, PolicyConditionTerms words) =>
        entry.Required(name) is { } node ? entry.Condition(node, name, words) : Unread;

    public static PolicyCondition? OptionalCondition(this PolicyFields entry, string name, PolicyConditionTerms words) =>
        entry.Optional(name) is { } node ? entry.Condition(node, name, words) : null;

    /// <summary>The place of the word among those allowed; 0 where it is missing or unknown, which is noted.</summary>
    public static int Word(this PolicyFields entry, string name, IReadOnlyList<string> allowed)
    {
        if (entry.Required(name) is not { } node)
        {
            return 0;
        }

        var word = entry.Scalar(node, name);
        var place = allowed.ToList().IndexOf(word);
        if (place < 0 && word.Length > 0)
        {
            entry.Unknown(node, name, word, allowed);
        }

        return Math.Max(place, 0);
    }

    /// <summary>One of <paramref name="known"/>, or a fault that names the nearest.</summary>
    public static string Reference(this PolicyFields entry, string name, string kind, IReadOnlyCollection<string> known) =>
        entry.Required(name) is { } node ? entry.Reference(node, name, kind, known) : "";

    public static IReadOnlyList<string> References(this PolicyFields entry, string name, string kind, IReadOnlyCollection<string> known) =>
        [.. entry.List(name).Select(node => entry.Reference(node, name, kind, known))];

    public static void Unknown(this PolicyFields entry, YamlNode at, string kind, string typed, IEnumerable<string> known) =>
        entry.Fault(at, $"unknown {kind} `{typed}`{DidYouMean.Hint(typed, known)}");

    /// <summary>Notes every id that an earlier entry already has.</summary>
    public static void NoTwins(IEnumerable<PolicyFields> entries)
    {
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Id.Length > 0 && !lines.TryAdd(entry.Id, entry.Node.Start.Line)))
        {
            entry.Fault(entry.Node, $"the id `{entry.Id}` is used twice, first on line {lines[entry.Id]}");
        }
    }

    private static string Reference(this PolicyFields entry, YamlNode node, string name, string kind, IReadOnlyCollection<string> known)
    {
        var id = entry.Scalar(node, name);
        if (id.Length > 0 && !known.Contains(id))
        {
            entry.Unknown(node, kind, id, known);
        }

        return id;
    }

    private static PolicyCondition Condition(this PolicyFields entry, YamlNode node, string name, PolicyConditionTerms words)
    {
        var line = entry.Scalar(node, name);
        if (line.Length == 0)
        {
            return Unread;
        }

        switch (PolicyConditionReader.Read(line, words))
        {
            case PolicyConditionReading.Understood understood:
                entry.Stands(understood.PolicyCondition, node);
                return understood.PolicyCondition;
            case PolicyConditionReading.Misunderstood misunderstood:
                foreach (var message in misunderstood.Messages)
                {
                    entry.Fault(node, message);
                }

                break;
        }

        return Unread;
    }
}
