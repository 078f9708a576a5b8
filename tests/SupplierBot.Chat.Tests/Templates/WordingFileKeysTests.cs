using System.Text.RegularExpressions;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>The sentences of the wording and the places that say them: none is missing, none is left over.</summary>
public sealed partial class WordingFileKeysTests
{
    private static readonly Wording Wording = ShippedCards.Wording;
    private static readonly string[] Literals =
    [
        .. Sources().SelectMany(code => Literal().Matches(code).Select(match => match.Groups[1].Value)).Distinct(),
    ];

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var said = Literals.SelectMany(Forms).Select(form => new Regex(form)).ToList();
        var templates = Directory
            .EnumerateFiles(ShippedCards.Folder, "*.json", SearchOption.AllDirectories)
            .SelectMany(file => Word().Matches(File.ReadAllText(file)))
            .Select(match => "card." + match.Groups[1].Value)
            .ToHashSet();
        Assert.DoesNotContain(Wording.Keys, key => !templates.Contains(key) && !said.Exists(form => form.IsMatch(key)));
    }

    [Fact]
    public void Every_sentence_that_is_said_is_there()
    {
        var sections = Wording.Keys.Select(key => key.Split('.')[0]).ToHashSet();
        var said = Literals.Where(literal => Key().IsMatch(literal) && sections.Contains(literal.Split('.')[0])).ToList();
        Assert.True(said.Count > 200, $"Only {said.Count} were found in the source.");
        Assert.DoesNotContain(said, key => !Wording.Has(key));
    }

    /// <summary>
    /// The key itself, the title and the sentence behind it, the one for the number one, and <c>{holes}</c> as what stands in one step of a
    /// key.
    /// </summary>
    private static IEnumerable<string> Forms(string literal)
    {
        if (!Wording.Has(literal) && !Key().IsMatch(Hole().Replace(literal, "x")))
            return [];
        var form = string.Join("[A-Za-z0-9_]+", Hole().Split(literal).Select(Regex.Escape));
        return [$"^{form}(_title)?(_one)?$"];
    }

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    [GeneratedRegex("\"([^\"\\n]+)\"")]
    private static partial Regex Literal();

    /// <summary>A name of a file looks like one, too.</summary>
    [GeneratedRegex(@"^[a-z]+(\.[A-Za-z0-9_]+)+(?<!\.(xlsx|csv|json|docx|md|zip))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\$root\.words\.([A-Za-z0-9_]+)")]
    private static partial Regex Word();
}
