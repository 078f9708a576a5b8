using System.Reflection;
using System.Text.RegularExpressions;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>Row keys are made in one place: no other file of the project spells the beginning of one.</summary>
public sealed partial class KeysTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private static readonly string[] Prefixes =
    [
        .. typeof(Keys)
            .GetFields(Declared)
            .Where(field => field.IsLiteral)
            .Select(field => field.GetRawConstantValue())
            .OfType<string>()
            .Where(value => Prefix().IsMatch(value)),
    ];

    [Fact]
    public void No_other_file_spells_a_prefix_of_a_key()
    {
        var sources = Path.Combine(Repository.Root, "src", "SupplierBot.Chat");
        string[] ours =
        [
            .. Directory
                .EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
                .Where(file => !IsBuilt(Path.GetRelativePath(sources, file))),
        ];
        Assert.Contains(ours, IsKeys);
        Assert.Empty(
            ours.Where(file => !IsKeys(file))
                .SelectMany(file => SpelledIn(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(sources, file)}: {line}"))
        );
    }

    /// <summary>The test above would hold as well where nothing is found.</summary>
    [Fact]
    public void The_prefixes_are_known() =>
        Assert.Superset(new HashSet<string>(["r-", "a-", "ip-", "k-turn-", "b-digest"]), Prefixes.ToHashSet());

    [Theory]
    [InlineData("table.ReadAsync(partition, \"ip-\", cancellation)")]
    [InlineData("var key = $\"a-{caseId}-\";")]
    [InlineData("var key = $\"{row.Values[\"r-1\"]}\";")]
    public void A_literal_that_begins_like_a_key_is_found(string code) => Assert.Single(SpelledIn(code));

    [Theory]
    [InlineData("/// <summary>\"a-REQ-2026-0001\" is a key.</summary>")]
    [InlineData("var key = Keys.EventPrefix + \"\"; // not \"a-\"")]
    [InlineData("var words = \"what a-b is\";")]
    public void Comments_and_other_texts_are_not(string code) => Assert.Empty(SpelledIn(code));

    /// <summary>A key has 1 KiB at most and none of the characters Azure refuses, whatever a supplier is called.</summary>
    [Theory]
    [InlineData("/\\#?\t\u0085")]
    [InlineData("株式会社")]
    [InlineData("ν")]
    [InlineData("👩‍💻")]
    [InlineData("a b c d e f g ")]
    public void Any_name_has_keys(string part)
    {
        var name = string.Concat(Enumerable.Repeat(part, 200))[..200];
        string[] keys =
        [
            Keys.Named(name, "SUP-0001"),
            .. SupplierNames.Endings(name).Select(ending => Keys.Ending(ending, name, "SUP-0001")),
            .. SupplierNames.Guesses(name).Select(guess => Keys.Guessed(guess, name, "SUP-0001")),
            .. SupplierNames.Guesses(name).Select(guess => Keys.CaseGuessed(guess, true, DateTimeOffset.UnixEpoch, "REQ-2026-0001")),
            Keys.AtSite(name, name, "SUP-0001"),
            Keys.CaseAtSite(name, false, DateTimeOffset.UnixEpoch, "REQ-2026-0001"),
        ];
        Assert.All(
            keys,
            key =>
                Assert.True(
                    key.Length <= 512 && key.All(one => char.IsAsciiLetterOrDigit(one) || "-_!".Contains(one, StringComparison.Ordinal)),
                    key
                )
        );
    }

    /// <summary>The class is divided by family of rows.</summary>
    private static bool IsKeys(string file) => Path.GetFileName(file).StartsWith("Keys.", StringComparison.Ordinal);

    private static IEnumerable<string> SpelledIn(string source) =>
        source
            .Split('\n')
            .Select(line => Comment().Replace(line, ""))
            .Where(line => Prefixes.Any(prefix => line.Contains('"' + prefix, StringComparison.Ordinal)));

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    [GeneratedRegex("^[a-z]{1,2}-")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(^|\s)//.*$")]
    private static partial Regex Comment();

    /// <summary>Two kinds of index rows in one range would each be taken for the other.</summary>
    [Fact]
    public void Every_kind_of_index_row_has_a_prefix_of_its_own_that_begins_no_other()
    {
        string[] all = [.. IndexRows.OfCases, .. IndexRows.OfEntries];
        foreach (var prefix in all)
            Assert.Equal(prefix, Assert.Single(all, other => other.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
