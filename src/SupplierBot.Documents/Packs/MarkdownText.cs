using System.Text;
using SupplierBot.Documents.Registers;

namespace SupplierBot.Documents.Packs;

/// <summary>A Markdown text that is put together piece by piece; what people typed is text in it and never mark-up.</summary>
internal sealed class MarkdownText
{
    private const string Marks = "\\`*_{}[]<>#|~&!";
    private readonly StringBuilder text = new();

    public override string ToString() => text.ToString();

    public MarkdownText Heading(int level, string words)
    {
        if (text.Length > 1 && text[^2] != '\n')
            text.Append('\n');
        text.Append('#', level).Append(' ').Append(Escaped(words)).Append("\n\n");
        return this;
    }

    public MarkdownText Paragraph(string words)
    {
        text.Append(Escaped(words)).Append("\n\n");
        return this;
    }

    public MarkdownText Warning(string words)
    {
        text.Append("> **").Append(Escaped(words)).Append("**\n\n");
        return this;
    }

    public MarkdownText Code(string line)
    {
        text.Append("    ").Append(SheetText.Whole(line)).Append("\n\n");
        return this;
    }

    /// <summary>Nothing where there is nothing to say.</summary>
    public MarkdownText Item(string label, string words)
    {
        if (words.Length > 0)
            text.Append("- **").Append(Escaped(label)).Append(":** ").Append(Escaped(words)).Append('\n');
        return this;
    }

    public MarkdownText Item(string words)
    {
        text.Append("- ").Append(Escaped(words)).Append('\n');
        return this;
    }

    public MarkdownText Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(header);
        Row([.. header.Select(_ => "---")], plain: true);
        foreach (var row in rows)
            Row(row);
        text.Append('\n');
        return this;
    }

    public static string Escaped(string words)
    {
        var written = new StringBuilder(words.Length + 16);
        foreach (var letter in SheetText.Whole(words).ReplaceLineEndings("\n"))
        {
            if (letter == '\n')
                written.Append("<br>");
            else if (!char.IsControl(letter))
                written.Append(Marks.Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(letter);
        }
        return written.ToString();
    }

    private void Row(IReadOnlyList<string> cells, bool plain = false)
    {
        foreach (var cell in cells)
            text.Append("| ").Append(plain ? cell : Escaped(cell)).Append(' ');
        text.Append("|\n");
    }
}
