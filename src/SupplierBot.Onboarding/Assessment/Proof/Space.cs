namespace SupplierBot.Onboarding;

/// <summary>The product of some partitions: every combination of classes has one index.</summary>
internal sealed class Space
{
    private readonly Vocabulary words;

    public Space(Vocabulary words, IReadOnlyList<Partition> axes)
    {
        (this.words, Axes, Strides) = (words, axes, new int[axes.Count]);
        long size = 1;
        for (var axis = axes.Count - 1; axis >= 0; axis--)
        {
            Strides[axis] = (int)Math.Min(size, int.MaxValue);
            size *= axes[axis].Count;
        }

        Size = size;
    }

    public IReadOnlyList<Partition> Axes { get; }
    public int[] Strides { get; }
    public long Size { get; }

    public int Digit(int index, int axis) => index / Strides[axis] % Axes[axis].Count;

    /// <summary>One answer set that stands for this index.</summary>
    public ulong[] Answers(int index)
    {
        var picked = new ulong[words.Count];
        for (var axis = 0; axis < Axes.Count; axis++)
        {
            picked[Axes[axis].Place] = Axes[axis].Sample(Digit(index, axis));
        }

        return picked;
    }

    /// <summary>The value of a rule for every index.</summary>
    public int[] Tabulate(Measure rule, Func<Facts, Facts> prepare)
    {
        var values = new int[Size];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = rule(prepare(new Facts(words, Answers(index))));
        }

        return values;
    }

    /// <summary>The first index whose riskier neighbour has a lower value, for every step of every axis.</summary>
    public IEnumerable<(int Axis, Step Step, int Index)> Falls<T>(T[] values) where T : IComparable<T>
    {
        for (var axis = 0; axis < Axes.Count; axis++)
        {
            foreach (var step in Axes[axis].Steps)
            {
                if (FirstFall(values, axis, step) is { } index)
                {
                    yield return (axis, step, index);
                }
            }
        }
    }

    private int? FirstFall<T>(T[] values, int axis, Step step) where T : IComparable<T>
    {
        var stride = Strides[axis];
        var block = stride * Axes[axis].Count;
        for (var start = 0; start < values.Length; start += block)
        {
            var before = values.AsSpan(start + (step.From * stride), stride);
            var after = values.AsSpan(start + (step.To * stride), stride);
            for (var at = 0; at < stride; at++)
            {
                if (after[at].CompareTo(before[at]) < 0)
                {
                    return start + (step.From * stride) + at;
                }
            }
        }

        return null;
    }
}
