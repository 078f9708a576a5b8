using System.Diagnostics.CodeAnalysis;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// What a process remembers so that it need not be read again: at most so many, and what was not asked for the longest time goes first.
/// Never the only place where something is known. Thread-safe.
/// </summary>
public sealed class BoundedCache<TKey, TValue>(int most, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> places = new(comparer);
    private readonly LinkedList<(TKey Key, TValue Value)> newest = [];

    public int Count
    {
        get
        {
            lock (gate)
                return places.Count;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (!places.TryGetValue(key, out var place))
            {
                value = default;
                return false;
            }
            newest.Remove(place);
            newest.AddFirst(place);
            value = place.Value.Value;
            return true;
        }
    }

    public TValue? Get(TKey key) => TryGet(key, out var value) ? value : default;

    /// <returns>The value itself.</returns>
    public TValue Set(TKey key, TValue value)
    {
        lock (gate)
        {
            if (places.Remove(key, out var before))
                newest.Remove(before);
            else if (places.Count >= most && newest.Last is { } oldest)
            {
                newest.RemoveLast();
                places.Remove(oldest.Value.Key);
            }
            places[key] = newest.AddFirst((key, value));
            return value;
        }
    }

    public bool Remove(TKey key)
    {
        lock (gate)
        {
            if (!places.Remove(key, out var place))
                return false;
            newest.Remove(place);
            return true;
        }
    }
}
