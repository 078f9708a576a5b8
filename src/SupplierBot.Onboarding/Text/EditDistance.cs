namespace SupplierBot.Onboarding.Text;

/// <summary>How many slips of the keyboard lie between two words: a letter more, less, another one, or two in the wrong order.</summary>
internal static class EditDistance
{
    public static int Of(string one, string other)
    {
        var (before, last, next) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var row = 1; row <= one.Length; row++)
        {
            next[0] = row;
            for (var at = 1; at <= other.Length; at++)
            {
                var same = one[row - 1] == other[at - 1] ? 0 : 1;
                next[at] = Math.Min(Math.Min(next[at - 1], last[at]) + 1, last[at - 1] + same);
                if (row > 1 && at > 1 && one[row - 1] == other[at - 2] && one[row - 2] == other[at - 1])
                    next[at] = Math.Min(next[at], before[at - 2] + 1);
            }
            (before, last, next) = (last, next, before);
        }
        return last[other.Length];
    }
}
