using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Tests;

/// <summary>Every test that <c>tests/README.md</c> names for a promise is there.</summary>
public sealed partial class ReadmePromisesTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests");

    public static TheoryData<string> Named =>
        [.. Lines().SelectMany(line => Name().Matches(line.Split('|')[2]).Select(name => name.Groups[1].Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Named))]
    public void The_test_of_a_promise_is_there(string name) =>
        Assert.Contains(
            Directory.EnumerateFiles(Tests, "*.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains($" class {name}", StringComparison.Ordinal)
        );

    [Fact]
    public void Every_promise_has_one() => Assert.All(Lines(), line => Assert.Matches(Name(), line.Split('|')[2]));

    private static IEnumerable<string> Lines() =>
        File.ReadLines(Path.Combine(Tests, "README.md"))
            .SkipWhile(line => !line.StartsWith("| Promise", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();
}
