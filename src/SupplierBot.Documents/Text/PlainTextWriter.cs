using System.Text;

namespace SupplierBot.Documents.Text;

/// <summary>Text for a mail: no mark-up, one line a paragraph, which a mail program breaks as it likes.</summary>
public static class PlainTextWriter
{
    private const string ToSign = "______________________________";

    /// <summary>Without the title: of a mail that is the subject.</summary>
    public static string Write(DocumentText document)
    {
        var parts = document.Blocks.Select(Text).Where(part => part.Length > 0);
        return string.Join("\n\n", parts) + "\n";
    }

    private static string Text(Block block) =>
        block switch
        {
            Block.Heading heading => SafeText.OneLine(heading.Words),
            Block.Paragraph paragraph => SafeText.Lines(string.Concat(paragraph.Runs.Select(run => run.Words))),
            Block.BulletList list => string.Join(
                '\n',
                list.Items.Select((item, at) => (list.Numbered ? $"{DocxWriter.Number(at + 1)}. " : "- ") + SafeText.OneLine(item))
            ),
            Block.Table table => string.Join('\n', table.Rows.Select(row => Line(table, row))),
            Block.Signatures signatures => string.Join("\n\n", signatures.Parties.Select(Party)),
            _ => "",
        };

    /// <summary>"Label: words" of facts, else each cell behind its heading.</summary>
    private static string Line(Block.Table table, Row row)
    {
        if (table.Look == TableLook.Facts || row.IsGroup)
            return string.Join(": ", row.Cells.Select(cell => SafeText.OneLine(cell.Words)));
        return string.Join(
            "; ",
            row.Cells.Zip(table.Columns, (cell, column) => (column.Heading, cell.Words))
                .Where(pair => pair.Words.Length > 0)
                .Select(pair => pair.Heading.Length == 0 ? pair.Words : $"{pair.Heading}: {pair.Words}")
                .Select(SafeText.OneLine)
        );
    }

    private static string Party(SignatureParty party)
    {
        var text = new StringBuilder(SafeText.OneLine(party.Name));
        foreach (var line in party.Lines)
            text.Append('\n')
                .Append(SafeText.OneLine(line.Label))
                .Append(": ")
                .Append(line.Words.Length == 0 ? ToSign : SafeText.OneLine(line.Words));
        return text.ToString();
    }
}
