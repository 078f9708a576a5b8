using System.Text;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>RFC 4180, read strictly: anything else is a fault of the file.</summary>
internal static class Csv
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var (lines, line, field) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder());
        for (var at = text.StartsWith('\uFEFF') ? 1 : 0; at < text.Length; at++)
        {
            if (text[at] == '"' && field.Length == 0)
                at = Quoted(text, at + 1, field);
            if (at == text.Length || text[at] is ',' or '\n' || (text[at] == '\r' && text[at + 1] == '\n'))
            {
                line.Add(field.ToString());
                field.Clear();
                if (at == text.Length || text[at] != ',')
                {
                    lines.Add([.. line]);
                    line.Clear();
                    at += at < text.Length && text[at] == '\r' ? 1 : 0;
                }
            }
            else
            {
                Assert.NotEqual('"', text[at]);
                field.Append(text[at]);
            }
        }
        Assert.Empty(line);
        return lines;
    }

    /// <returns>The place behind the closing quote.</returns>
    private static int Quoted(string text, int at, StringBuilder field)
    {
        while (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'))
        {
            field.Append(text[at]);
            at += text[at] == '"' ? 2 : 1;
        }
        return at + 1;
    }
}
