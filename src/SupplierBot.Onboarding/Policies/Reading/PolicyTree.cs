using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// The node tree of a policy text, whose nodes know their lines. What a person never writes and what would keep the process busy or end it
/// (nesting without end, an anchor inside an anchor that stands for millions of entries) is refused while it is read.
/// </summary>
internal static class PolicyTree
{
    /// <summary>Characters; three times what any policy needs, and what one row of the store still takes.</summary>
    public const int LongestText = 400_000;

    private const string HowToGoOn = "Correct this line or the one above it; `policy show --yaml` prints a policy that reads.";

    public static (YamlMappingNode? Root, PolicyFault? Fault) Read(string text)
    {
        if (text.Length > LongestText)
            return (
                null,
                new(1, $"policy: the text has {text.Length} characters; {LongestText} are the most. Name the policy file itself.")
            );
        try
        {
            return (new DeserializerBuilder().WithTypeConverter(new Guarded()).Build().Deserialize<Loaded?>(text)?.Root, null);
        }
        catch (YamlException fault)
        {
            return (
                null,
                new(
                    Math.Max(1, (int)fault.Start.Line),
                    $"policy: this is not YAML with fields: {fault.Message.TrimEnd('.')}. {Remedy(text, fault)}"
                )
            );
        }
    }

    /// <summary>The parser may notice a line before or after the tab.</summary>
    private static string Remedy(string text, YamlException fault)
    {
        var near = text.Split('\n')
            .Index()
            .FirstOrDefault(line => Math.Abs(line.Index + 1 - fault.Start.Line) <= 1 && line.Item.TrimStart(' ').StartsWith('\t'));
        return near.Item is null ? HowToGoOn : $"Line {near.Index + 1} begins with a tab: indent with spaces.";
    }

    /// <summary>A type of our own, because the deserializer reads its own nodes without asking a converter.</summary>
    private sealed record Loaded(YamlMappingNode Root);

    private sealed class Guarded : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(Loaded);

        public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var root = new YamlMappingNode();
            ((IYamlConvertible)root).Read(new GuardedParser(parser), type, nestedType => rootDeserializer(nestedType));
            return new Loaded(root);
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            throw new NotSupportedException("A policy is read only.");
    }

    private sealed class GuardedParser(IParser inner) : IParser
    {
        private const int DeepestNesting = 40;

        private readonly Stack<bool> anchored = new();
        private readonly HashSet<string> anchors = new(StringComparer.Ordinal);

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            Follow(inner.Current);
            return inner.MoveNext();
        }

        /// <summary>Sees every event once, when the reader goes past it.</summary>
        private void Follow(ParsingEvent? passed)
        {
            if (passed is NodeEvent { Anchor.IsEmpty: false } named)
                anchors.Add(named.Anchor.Value);
            switch (passed)
            {
                case MappingStart or SequenceStart:
                    anchored.Push(!((NodeEvent)passed).Anchor.IsEmpty || (anchored.Count > 0 && anchored.Peek()));
                    if (anchored.Count > DeepestNesting)
                        throw new YamlException(passed.Start, passed.End, $"nested deeper than {DeepestNesting} levels");
                    break;
                case MappingEnd or SequenceEnd:
                    anchored.TryPop(out _);
                    break;
                case AnchorAlias alias when anchored.Count > 0 && anchored.Peek():
                    throw new YamlException(
                        alias.Start,
                        alias.End,
                        $"`*{alias.Value}` stands inside an entry that has an anchor itself: write it out"
                    );
                case AnchorAlias alias when !anchors.Contains(alias.Value.Value):
                    throw new YamlException(alias.Start, alias.End, $"`*{alias.Value}` has no `&{alias.Value}` above it");
            }
        }
    }
}
