using System.Text;
using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Tests;

/// <summary>Every page that a comment cites is in the repository, and the section that it names is a heading of that page.</summary>
public sealed partial class CitedPagesTests
{
    private const int FewestCitations = 20;

    private static readonly string Root = Repository.Root;
    private static readonly string[] Folders = ["src", "tests", "cards", "manifests"];
    private static readonly string[] LeftOut = ["bin", "obj", "node_modules", "artifacts", "TestResults"];

    [Fact]
    public void Every_page_and_section_that_a_comment_cites_is_there()
    {
        var missing = All().Select(Fault).OfType<string>().ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    /// <summary>The test above would hold as well where no citation is found.</summary>
    [Fact]
    public void Comments_cite_sections() =>
        Assert.InRange(All().Count(citation => citation.Section is not null), FewestCitations, int.MaxValue);

    [Theory]
    [InlineData("/// <summary>Signed (PAGE.md \"One thing\").</summary>", "PAGE.md", "One thing")]
    [InlineData("\t/// as it came (src/Some.Project/PAGE.md\n\t/// \"One thing\"). More.", "src/Some.Project/PAGE.md", "One thing")]
    [InlineData("var one = 1;\t// why: Folder/README.md \"Two\nthings\"", "Folder/README.md", null)]
    [InlineData("// see <c>README.md</c>, and nothing else", "README.md", null)]
    public void A_citation_is_a_page_and_the_section_in_quotes_behind_it(string text, string page, string? section) =>
        Assert.Equal(new Citation("here.cs", page, section), Assert.Single(CitationsIn("here.cs", text)));

    [Theory]
    [InlineData("var page = \"PAGE.md\";")]
    [InlineData("// https://example.com/docs/PAGE.md has it")]
    [InlineData("// every *.md of a folder")]
    public void Code_addresses_and_patterns_cite_nothing(string text) => Assert.Empty(CitationsIn("here.cs", text));

    private static List<Citation> All()
    {
        var files = Directory.EnumerateFiles(Root).Concat(Folders.SelectMany(folder => FilesUnder(Path.Combine(Root, folder))));
        return [.. files.SelectMany(file => CitationsIn(file, null))];
    }

    private static IEnumerable<string> FilesUnder(string folder)
    {
        var inside = Directory.EnumerateDirectories(folder).Where(one => !LeftOut.Contains(Path.GetFileName(one)));
        return Directory.EnumerateFiles(folder).Concat(inside.SelectMany(FilesUnder));
    }

    /// <param name="text">Read from the file where it is null.</param>
    private static IEnumerable<Citation> CitationsIn(string file, string? text)
    {
        Func<string, string>? comments = Path.GetExtension(file) switch
        {
            ".cs" or ".js" or ".cjs" or ".mjs" or ".bicep" or ".bicepparam" => content => Lines(content, AfterSlashes()),
            ".yaml" or ".yml" or ".sh" => content => Lines(content, AfterHash()),
            ".csproj" or ".props" or ".targets" => content => XmlComments(content),
            _ => null,
        };
        return comments is null ? [] : Cited().Matches(comments(text ?? File.ReadAllText(file))).Select(found => CitationOf(file, found));
    }

    private static Citation CitationOf(string file, Match found) =>
        new(file, found.Groups["page"].Value, found.Groups["section"] is { Success: true, Value: var section } ? section : null);

    private static string XmlComments(string content) =>
        string.Join('\n', InXml().Matches(content).Select(comment => WhiteSpace().Replace(comment.Value, " ")));

    /// <summary>What stands in comments: lines that follow one another are one text, so that a citation may go over two of them.</summary>
    private static string Lines(string content, Regex mark)
    {
        var comments = new StringBuilder();
        foreach (var line in content.Split('\n'))
        {
            if (mark.Match(line) is { Success: true } comment)
                comments.Append(comment.Groups[1].Value.Trim()).Append(' ');
            else
                comments.Append('\n');
        }
        return comments.ToString();
    }

    /// <summary>Null where the page is there and has the section.</summary>
    private static string? Fault(Citation citation)
    {
        var pages = PlacesOf(citation).ToList();
        var name = Path.GetRelativePath(Root, citation.File);
        if (pages.Count == 0)
            return $"{name} cites {citation.Page}, which is not there";
        if (citation.Section is null || pages.Exists(page => HasSection(page, citation.Section)))
            return null;
        return $"{name} cites {citation.Page} \"{citation.Section}\", which has no such section";
    }

    /// <summary>The page as seen from the citing file's project, from its folder and from the root.</summary>
    private static IEnumerable<string> PlacesOf(Citation citation)
    {
        var folder = Path.GetDirectoryName(citation.File)!;
        string?[] places = [ProjectOf(folder), folder, Root];
        return places.OfType<string>().Select(place => Path.Combine(place, citation.Page)).Where(File.Exists);
    }

    private static string? ProjectOf(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null && here.FullName != Root; here = here.Parent)
        {
            if (here.EnumerateFiles("*.csproj").Any())
                return here.FullName;
        }
        return null;
    }

    private static bool HasSection(string page, string section) =>
        File.ReadLines(page).Any(line => line.StartsWith('#') && line.TrimStart('#').Trim() == section);

    private sealed record Citation(string File, string Page, string? Section);

    [GeneratedRegex("""(?<![:\w./-])(?<page>[\w.-]+(?:/[\w.-]+)*\.md)\b(?: +"(?<section>[^"\n]+)")?""")]
    private static partial Regex Cited();

    [GeneratedRegex(@"(?:^|\s)//+(.*)$")]
    private static partial Regex AfterSlashes();

    [GeneratedRegex(@"(?:^|\s)#+(.*)$")]
    private static partial Regex AfterHash();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex InXml();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
