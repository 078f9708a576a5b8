using System.Collections.Frozen;

namespace SupplierBot.Chat.Templates;

/// <summary>What a channel asks of its templates beside their language; applied once, when they are compiled.</summary>
/// <param name="Escape">What bound strings need at their place; null where the channel interprets no mark-up.</param>
public sealed record TemplateRules(EscapeRule Escape)
{
    /// <summary>The public language and nothing else.</summary>
    public static TemplateRules None { get; } = new(_ => null);

    /// <summary>An element that only templates know: in an array, the items of its own list stand in its place.</summary>
    public GroupRule? Group { get; init; }

    /// <summary>By <c>type</c>, a flag that every such element has beside what is written out.</summary>
    public IReadOnlyDictionary<string, FlagRule> Flags { get; init; } = FrozenDictionary<string, FlagRule>.Empty;

    /// <summary>A list with nothing in it is left out, for a platform that refuses one.</summary>
    public bool LeavesOutEmptyLists { get; init; }
}

/// <param name="Type">The <c>type</c> of the element.</param>
/// <param name="Items">The property with its items.</param>
public sealed record GroupRule(string Type, string Items);

/// <param name="Name">The property.</param>
public sealed record FlagRule(string Name, bool Value);
