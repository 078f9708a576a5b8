using System.Collections.Immutable;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// Question id to raw answer: one string for a text or a single choice, the picked choice ids for several. Immutable; order of ids is
/// ordinal, so equal answers always serialise to equal bytes.
/// </summary>
public sealed class Answers
{
    public static readonly Answers Empty = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> values;

    private Answers(ImmutableSortedDictionary<string, ImmutableArray<string>> values) => this.values = values;

    public IEnumerable<string> Ids => values.Keys;

    public bool Answered(string id) => values.TryGetValue(id, out var picked) && !picked.IsEmpty;

    public ImmutableArray<string> Picked(string id) => values.TryGetValue(id, out var picked) ? picked : [];

    public string? One(string id) => values.TryGetValue(id, out var picked) && !picked.IsEmpty ? picked[0] : null;

    public bool Has(string id, string choice) => values.TryGetValue(id, out var picked) && picked.Contains(choice);

    public Answers With(string id, params ReadOnlySpan<string> picked) => new(values.SetItem(id, [.. picked]));

    public Answers Without(string id) => new(values.Remove(id));

    public bool SameAs(Answers other) =>
        values.Count == other.values.Count
        && values.All(pair =>
            other.values.TryGetValue(pair.Key, out var theirs) && theirs.SequenceEqual(pair.Value, StringComparer.Ordinal)
        );

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToDictionary() =>
        values.ToImmutableSortedDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value, StringComparer.Ordinal);

    public static Answers From(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> pairs) =>
        new(pairs.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal));
}
