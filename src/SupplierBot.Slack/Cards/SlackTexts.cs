using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Cards;

/// <summary>Rows of a view as texts of Slack: lines are joined, and what is too long for one text is divided, never cut. Pure.</summary>
internal static class SlackTexts
{
    /// <summary>Of one text object (PROTOCOL.md "Limits"), once it is escaped.</summary>
    public const int LongestText = 3000;

    /// <summary>As few texts as the rows fit into, in their order.</summary>
    public static IEnumerable<string> Chunks(IEnumerable<string> rows)
    {
        var (chunk, length) = (new List<string>(), 0);
        foreach (var row in rows.SelectMany(row => Pieces(row, LongestText)).Where(row => row.Length > 0))
        {
            var more = SlackMrkdwn.LengthOf(row) + 1;
            if (chunk.Count > 0 && length + more > LongestText + 1)
            {
                yield return string.Join('\n', chunk);
                chunk.Clear();
                length = 0;
            }
            chunk.Add(row);
            length += more;
        }
        if (chunk.Count > 0)
            yield return string.Join('\n', chunk);
    }

    /// <summary>At a space where there is one, else between two characters.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        var left = text;
        while (!Fits(left, most))
        {
            var length = FittingLength(left, most);
            var space = left.LastIndexOf(' ', length - 1, length / 2);
            var end =
                space > 0 ? space
                : char.IsHighSurrogate(left[length - 1]) ? length - 1
                : length;
            yield return left[..end].TrimEnd();
            left = left[end..].TrimStart();
        }
        if (left.Length > 0)
            yield return left;
    }

    /// <summary>A number's own dot parts it from the text.</summary>
    public static string Row(LabelledText line) =>
        line.Labelled ? $"{Bold(line.Label)} {(line.Label.EndsWith('.') ? "" : "· ")}{line.Text}" : line.Text;

    public static string Row(CardRow row) => Row(new LabelledText(row.Text, row.Title));

    /// <summary>Ours: an asterisk that somebody typed is none.</summary>
    public static string Bold(string text) => $"{SlackMrkdwn.Bold}{text}{SlackMrkdwn.Bold}";

    private static bool Fits(string text, int most) => text.Length <= most / SlackMrkdwn.MostOfOne || SlackMrkdwn.LengthOf(text) <= most;

    /// <summary>How many characters from the start are no longer than that once they are escaped.</summary>
    private static int FittingLength(string text, int most)
    {
        var (low, high) = (1, text.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (SlackMrkdwn.LengthOf(text[..middle]) <= most)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
