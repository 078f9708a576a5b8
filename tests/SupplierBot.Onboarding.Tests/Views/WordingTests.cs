using System.Text.RegularExpressions;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Views;

public sealed partial class WordingTests
{
    /// <summary>A key the code asks for and nobody wrote would only be found when somebody presses that button.</summary>
    [Fact]
    public void Every_sentence_the_code_asks_for_is_there()
    {
        var files = Directory
            .GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var asked = files
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Distinct()
            .ToList();
        Assert.True(asked.Count > 100, $"only {asked.Count} keys were found: the pattern no longer fits the code");
        Assert.Empty(asked.Except(WordingText.Wording.Keys));
    }

    [Fact]
    public void Buttons_and_titles_fit_both_channels()
    {
        foreach (
            var key in new[]
            {
                "page.following",
                "page.back",
                "page.stop",
                "page.result",
                "summary.send",
                "summary.send_change",
                "summary.edit",
            }
        )
            Assert.True(WordingText.Wording[key].Length <= 24, key);
        foreach (
            var key in new[]
            {
                "registered.another_use",
                "registered.open",
                "unfinished.continue",
                "unfinished.start_unnamed",
                "cancel.discard",
                "welcome.new",
                "welcome.mine",
                "welcome.help",
            }
        )
            Assert.True(WordingText.Wording[key].Length <= 40, key);
    }

    [GeneratedRegex("""(?:Wording\[|wording\[|Fill\(\s*|Say\(|Refuse\()"(?<key>[a-z_]+\.[a-zA-Z_.]+)"(?!\s*\+)""")]
    private static partial Regex Asked();
}
