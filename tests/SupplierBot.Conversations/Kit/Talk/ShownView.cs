namespace SupplierBot.Conversations.Kit.Talk;

/// <summary>What somebody has in front of them, whatever client shows it: a card, a message, a modal, words for them alone.</summary>
internal abstract record ShownView
{
    /// <summary>Everything there is to read, in its order, as it looks.</summary>
    public abstract IReadOnlyList<string> Texts { get; }
    public abstract IReadOnlyList<ShownInput> Inputs { get; }

    /// <summary>What its buttons do.</summary>
    public abstract IReadOnlyList<string> Verbs { get; }

    /// <summary>Where buttons lead that open a browser.</summary>
    public abstract IReadOnlyList<string> Addresses { get; }

    public string Reading => string.Join('\n', Texts);

    public abstract bool Has(string titleOrVerb);

    /// <summary>What is bold on one platform only is the same text.</summary>
    public bool Holds(IEnumerable<string> texts) =>
        Plain(Reading) is var reading && texts.All(text => reading.Contains(Plain(text), StringComparison.Ordinal));

    private static string Plain(string text) => text.Replace("*", "", StringComparison.Ordinal);

    public ShownInput Input(string id) =>
        Inputs.FirstOrDefault(input => input.Id == id)
        ?? throw new InvalidOperationException(
            $"No input `{id}`; there are: {string.Join(", ", Inputs.Select(input => input.Id))}\n{Reading}"
        );
}

/// <param name="Value">As it is shown; empty where nothing is filled in.</param>
/// <param name="Choices">Their labels.</param>
internal sealed record ShownInput(string Id, string Value, IReadOnlyList<string> Choices);
