using System.Globalization;
using System.Text;

namespace SupplierBot.Documents.Text;

/// <summary>
/// GitHub-flavoured Markdown. Everything that isn't ours is escaped character by character, and a line break in it is a break within its
/// place, so no name begins a list, a table or a tag.
/// </summary>
public static class MarkdownWriter
{
    private const string Break = "<br>";
    private const string Special = "\\`*_{}[]|~$#^";

    public static string Write(DocumentText document)
    {
        var (text, notes) = (new StringBuilder(), new List<Comment>());
        Paragraph(text, $"# {Line(document.Title)}");
        if (document.Subtitle.Length > 0)
            Paragraph(text, $"**{Inside(document.Subtitle)}**");
        foreach (var block in document.Blocks)
            Write(text, block, notes);
        Paragraph(text, "---");
        Paragraph(text, Inside(document.Frame.Source, atStart: true));
        foreach (var (note, at) in notes.Select((note, at) => (note, at)))
            Paragraph(text, $"[^{Number(at + 1)}]: {Inside(note.By)}: {Inside(note.Words)}");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Write(StringBuilder text, Block block, List<Comment> notes)
    {
        switch (block)
        {
            case Block.Heading heading:
                if (heading.Comment is { } comment)
                    notes.Add(comment);
                var note = heading.Comment is null ? "" : $" [^{Number(notes.Count)}]";
                Paragraph(text, $"{new string('#', heading.Level + 1)} {Line(heading.Words)}{note}");
                break;
            case Block.Paragraph paragraph:
                Paragraph(text, Runs(paragraph));
                break;
            case Block.BulletList list:
                Paragraph(
                    text,
                    string.Join(
                        '\n',
                        list.Items.Select((item, at) => (list.Numbered ? $"{Number(at + 1)}. " : "- ") + Inside(item, atStart: true))
                    )
                );
                break;
            case Block.Table table:
                Paragraph(text, Table(table));
                break;
            case Block.Signatures signatures:
                Paragraph(text, Signatures(signatures));
                break;
            case Block.Chart { Repeats: false } chart:
                if (chart.Title.Length > 0)
                    Paragraph(text, $"**{Inside(chart.Title)}**");
                Paragraph(text, Chart(chart));
                break;
        }
    }

    private static string Runs(Block.Paragraph paragraph)
    {
        var text = new StringBuilder();
        var boxed = paragraph.Style is ParagraphStyle.Neutral or ParagraphStyle.Good or ParagraphStyle.Attention;
        if (boxed)
            text.Append("> ");
        foreach (var (run, at) in paragraph.Runs.Select((run, at) => (run, at)))
        {
            var words = Inside(run.Words, atStart: at == 0);
            text.Append(run.Style is RunStyle.Strong or RunStyle.Deviation ? Strong(words) : words);
        }
        return text.ToString();
    }

    /// <summary>Markers count only beside what they mark: blanks stand outside of them.</summary>
    private static string Strong(string words)
    {
        var inner = words.Trim(' ');
        var before = words.Length - words.TrimStart(' ').Length;
        return inner.Length == 0 ? words : $"{words[..before]}**{inner}**{words[(before + inner.Length)..]}";
    }

    private static string Table(Block.Table table)
    {
        var lines = new List<string>
        {
            Cells(table.Columns.Select(column => Inside(table.Look == TableLook.Facts ? "" : column.Heading))),
            Cells(table.Columns.Select(column => column.IsNumber ? "---:" : "---")),
        };
        foreach (var row in table.Rows)
            lines.Add(Cells(table.Columns.Select((_, at) => CellOf(row.Cells.ElementAtOrDefault(at)))));
        return string.Join('\n', lines);
    }

    private static string CellOf(Cell? cell) =>
        cell is null ? ""
        : cell.Style is RunStyle.Strong or RunStyle.Deviation ? Strong(Inside(cell.Words))
        : Inside(cell.Words);

    private static string Signatures(Block.Signatures signatures)
    {
        var lines = new List<string>
        {
            Cells(signatures.Parties.SelectMany(party => new[] { Inside(party.Name), "" })),
            Cells(Enumerable.Repeat("---", signatures.Parties.Count * 2)),
        };
        for (var at = 0; at < signatures.Parties.Max(party => party.Lines.Count); at++)
        {
            var place = at;
            lines.Add(
                Cells(
                    signatures
                        .Parties.Select(party => party.Lines.ElementAtOrDefault(place))
                        .SelectMany(line => new[] { Inside(line?.Label ?? ""), Inside(line?.Words ?? "") })
                )
            );
        }
        return string.Join('\n', lines);
    }

    private static string Chart(Block.Chart chart) =>
        Table(
            new Block.Table(
                [new Column(""), .. chart.Series.Select(series => new Column(series.Name, IsNumber: true))],
                [
                    .. chart.Categories.Select(
                        (name, at) => Row.Of([name, .. chart.Series.Select(series => ChartXml.Number(series.Values[at]))])
                    ),
                ]
            )
        );

    private static string Cells(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Of a heading, which has one line.</summary>
    private static string Line(string words) => Escaped(SafeText.OneLine(words).Trim(), atStart: false);

    private static string Inside(string words, bool atStart = false) =>
        string.Join(Break, SafeText.Lines(words).Split('\n').Select((line, at) => Escaped(line, atStart && at == 0)));

    private static string Escaped(string line, bool atStart)
    {
        var text = new StringBuilder(line.Length + 8);
        var start = atStart ? line.TrimStart() : line;
        var number = start.Length - start.TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']).Length;
        for (var at = 0; at < start.Length; at++)
        {
            var one = start[at];
            // What begins a list, a rule or a definition does so at the start of a line only.
            var begins = atStart && ((at == 0 && one is '-' or '+' or '=' or ':') || (number > 0 && at == number && one is '.' or ')'));
            if (begins || Special.Contains(one, StringComparison.Ordinal))
                text.Append('\\').Append(one);
            else
                text.Append(
                    one switch
                    {
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '&' => "&amp;",
                        _ => one.ToString(),
                    }
                );
        }
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string words) => text.Append(words).Append("\n\n");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
