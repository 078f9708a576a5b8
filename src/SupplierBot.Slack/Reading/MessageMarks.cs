using System.Text;

namespace SupplierBot.Slack.Reading;

/// <summary>
/// Slack's formatting around typed words: nobody who typed into its editor sees the asterisks, so they are no part of what was said. Pairs
/// go by Slack's own rule: the first stands at the beginning of a word, the second at the end of one, on one line, so that
/// <c>snake_case_ai</c> and <c>2 * 3 * 4</c> stay. What is written as code is taken as it is. Linear in the length.
/// </summary>
internal sealed class MessageMarks
{
    private const char Solid = 'x';
    private const int MostNested = 4;

    private readonly StringBuilder skeleton = new();

    /// <summary>What stands for a cell of the skeleton: a link, a mention, a letter of code.</summary>
    private readonly Dictionary<int, string> atoms = [];

    public void Append(ReadOnlySpan<char> typed) => skeleton.Append(typed);

    /// <summary>Something whole, in which there are no marks.</summary>
    public void AppendWhole(string seen)
    {
        if (seen.Length == 0)
            return;
        atoms[skeleton.Length] = seen;
        skeleton.Append(Solid);
    }

    /// <summary>The words alone.</summary>
    public string Read()
    {
        var cells = skeleton.ToString().ToCharArray();
        var gone = new bool[cells.Length];
        TakeCode(cells, gone, "```");
        TakeCode(cells, gone, "`");
        for (
            var depth = 0;
            depth < MostNested && (TakePairs(cells, gone, '*') | TakePairs(cells, gone, '_') | TakePairs(cells, gone, '~'));
            depth++
        ) { }
        TakeLineStarts(cells, gone);
        return EmojiCodes.WithoutGestures(Left(gone));
    }

    private string Left(bool[] gone)
    {
        var left = new StringBuilder(gone.Length);
        for (var at = 0; at < gone.Length; at++)
        {
            if (gone[at])
                continue;
            if (atoms.TryGetValue(at, out var atom))
                left.Append(atom);
            else
                left.Append(skeleton[at]);
        }
        return left.ToString();
    }

    /// <summary>Takes the fences; what is between them stays letter by letter.</summary>
    private void TakeCode(char[] cells, bool[] gone, string fence)
    {
        var text = new string(cells);
        for (var from = 0; text.IndexOf(fence, from, StringComparison.Ordinal) is var open and >= 0; )
        {
            var inside = open + fence.Length;
            var close = text.IndexOf(fence, inside, StringComparison.Ordinal);
            if (close < 0 || (fence.Length == 1 && text.AsSpan(inside, close - inside).Contains('\n')))
                return;
            if (close > inside)
            {
                for (var at = inside; at < close; at++)
                    Keep(cells, at);
                for (var at = 0; at < fence.Length; at++)
                    gone[open + at] = gone[close + at] = true;
            }
            from = close + fence.Length;
        }
    }

    private void Keep(char[] cells, int at)
    {
        if (cells[at] == '\n' || char.IsWhiteSpace(cells[at]))
            return;
        atoms.TryAdd(at, cells[at].ToString());
        cells[at] = Solid;
    }

    /// <returns>Whether there was one.</returns>
    private static bool TakePairs(char[] cells, bool[] gone, char mark)
    {
        var (open, taken) = (-1, false);
        for (var at = 0; at < cells.Length; at++)
        {
            if (cells[at] == '\n')
                open = -1;
            if (cells[at] != mark || gone[at])
                continue;
            var (before, after) = (Beside(cells, gone, at, -1), Beside(cells, gone, at, 1));
            if (open >= 0 && !char.IsWhiteSpace(before) && before != mark && IsEdge(after, mark))
            {
                gone[open] = gone[at] = taken = true;
                open = -1;
            }
            else if (IsEdge(before, mark) && !char.IsWhiteSpace(after) && after != mark)
            {
                open = open < 0 ? at : open;
            }
        }
        return taken;
    }

    /// <summary>The next one that is left, in a direction; a space beyond the ends.</summary>
    private static char Beside(char[] cells, bool[] gone, int at, int step)
    {
        do at += step;
        while (at >= 0 && at < cells.Length && gone[at]);
        return at >= 0 && at < cells.Length ? cells[at] : ' ';
    }

    /// <summary>A word neither goes on nor begins there.</summary>
    private static bool IsEdge(char beside, char mark) => beside != mark && !char.IsLetterOrDigit(beside) && !char.IsSurrogate(beside);

    /// <summary>Quotes and bullets: marks of a line, not of its words.</summary>
    private static void TakeLineStarts(char[] cells, bool[] gone)
    {
        for (var at = 0; at < cells.Length; at++)
        {
            if (at > 0 && cells[at - 1] != '\n')
                continue;
            var left = cells.AsSpan(at);
            var indent = 0;
            while (indent < left.Length && left[indent] is ' ' or '\t')
                indent++;
            var taken = indent + Quote(left[indent..]);
            if (taken == indent && left.Length > indent + 1 && left[indent] is '•' or '◦' or '▪' && char.IsWhiteSpace(left[indent + 1]))
                taken = indent + 2;
            if (taken > indent)
                gone.AsSpan(at, taken).Fill(true);
        }
    }

    /// <summary>
    /// Its length: Slack sends the bracket as an entity. Without a space behind it one is a sign of the words: <c>&gt;100 people</c>.
    /// </summary>
    private static int Quote(ReadOnlySpan<char> line)
    {
        const string bracket = "&gt;";
        var length = 0;
        while (line[length..].StartsWith(bracket, StringComparison.Ordinal))
            length += bracket.Length;
        return length == 3 * bracket.Length || length == line.Length || char.IsWhiteSpace(line[length]) ? length : 0;
    }
}
