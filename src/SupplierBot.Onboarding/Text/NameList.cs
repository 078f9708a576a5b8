namespace SupplierBot.Onboarding.Text;

/// <summary>Names that somebody typed one after the other: "OpenAI, AWS and Hetzner".</summary>
public static class NameList
{
    private static readonly string[] Between = [",", ";", "/", "\n", " and ", " & "];

    /// <summary>Each once, as typed; what stands in brackets belongs to the name before it.</summary>
    public static IEnumerable<string> Of(string typed) => Parts(typed).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Parts(string typed)
    {
        var (begin, depth) = (0, 0);
        for (var at = 0; at < typed.Length; at++)
        {
            depth = Math.Max(0, depth + Bracket(typed, at));
            if (depth > 0 || Array.Find(Between, one => IsAt(typed, at, one)) is not { } between)
                continue;
            if (typed[begin..at].Trim() is { Length: > 0 } part)
                yield return part;
            at += between.Length - 1;
            begin = at + 1;
        }
        if (begin < typed.Length && typed[begin..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    /// <summary>One that nobody closes parts nothing.</summary>
    private static int Bracket(string typed, int at) =>
        typed[at] switch
        {
            '(' when typed.IndexOf(')', at) > 0 => 1,
            ')' => -1,
            _ => 0,
        };

    private static bool IsAt(string typed, int at, string between) =>
        typed.AsSpan(at).StartsWith(between, StringComparison.OrdinalIgnoreCase);
}
