using System.Numerics;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>The product of some partitions: every combination of classes has one index.</summary>
internal sealed class AnswerSpace
{
    private readonly QuestionIndex words;

    public AnswerSpace(QuestionIndex words, IReadOnlyList<Partition> axes)
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

    /// <summary>The value of a rule, 0–255, for every index.</summary>
    public byte[] Tabulate(Measure rule, Func<AnswerBits, AnswerBits> prepare)
    {
        var values = new byte[Size];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = (byte)Math.Clamp(rule(prepare(new AnswerBits(words, Answers(index)))), byte.MinValue, byte.MaxValue);
        }

        return values;
    }

    /// <summary>For every step of every axis the first index whose riskier neighbour has a lower value.</summary>
    public IEnumerable<(int Axis, Step Step, int Index)> Falls(byte[] values)
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

    private int? FirstFall(byte[] values, int axis, Step step)
    {
        var (stride, block) = (Strides[axis], Strides[axis] * Axes[axis].Count);
        for (var start = 0; start < values.Length; start += block)
        {
            var before = start + (step.From * stride);
            if (FirstFall(values.AsSpan(before, stride), values.AsSpan(start + (step.To * stride), stride)) is var at and >= 0)
            {
                return before + at;
            }
        }

        return null;
    }

    /// <summary>Many at a time as long as nothing falls; there are tens of millions of pairs.</summary>
    private static int FirstFall(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var at = 0;
        while (
            at + Vector<byte>.Count <= before.Length && !Vector.LessThanAny(new Vector<byte>(after[at..]), new Vector<byte>(before[at..]))
        )
        {
            at += Vector<byte>.Count;
        }

        for (; at < before.Length; at++)
        {
            if (after[at] < before[at])
            {
                return at;
            }
        }

        return -1;
    }
}
