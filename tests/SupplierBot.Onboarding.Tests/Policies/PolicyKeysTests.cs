using System.Text.RegularExpressions;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>src/SupplierBot.Onboarding/Policies/README.md "Who acts on it" names every section of the file, and code that exists.</summary>
public sealed partial class PolicyKeysTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "src", "SupplierBot.Onboarding", "Policies", "README.md"))
            .SkipWhile(line => line != "## Who acts on it")
            .Skip(4)
            .TakeWhile(line => line.StartsWith('|')),
    ];

    [Fact]
    public void Every_section_of_the_file_is_named()
    {
        var named = Rows.SelectMany(row => Names().Matches(row.Split('|')[1])).Select(match => match.Groups["name"].Value).ToHashSet();
        var sections = Sections().Matches(PolicyText.Shipped).Select(match => match.Groups["name"].Value).ToList();

        Assert.True(sections.Count >= 20);
        Assert.Empty(sections.Except(named));
    }

    [Fact]
    public void Every_type_it_names_exists()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        var types = Rows.SelectMany(row => Names().Matches(row.Split('|')[3])).Select(match => match.Groups["name"].Value).Distinct();

        Assert.All(types, type => Assert.True(files.Exists(text => Regex.IsMatch(text, $@"\b(class|record|struct|enum) {type}\b")), type));
    }

    [GeneratedRegex("`(?<name>[A-Za-z_.]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"^(?<name>[a-z_]+):", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Sections();
}
