using System.Text.Json;
using SupplierBot.Web.Commands;
using SupplierBot.Web.Local.Demo;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("commands-");

    private static readonly string FormatOne = Path.Combine(
        Repository.Root,
        "tests",
        "SupplierBot.Onboarding.Tests",
        "Policies",
        "policy-2026.11-r1.yaml"
    );

    private static readonly string Shipped = Path.Combine(Repository.Root, "src", "SupplierBot.Onboarding", "Policies", "policy.yaml");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Assess_prints_JSON_alone_in_the_order_of_the_file()
    {
        const string item = """
            {"id":"ID","answers":{"deal":"negotiated","role":["COMPUTE"],"effects":["customers_see"],"data":["confidential","personal"],"access":["runs_live"],"stop":"customers",
            "volume":"large","training":"no","where":["uk_eea"],"replace":"none","others":"listed","proof":["iso27001"]}}
            """;
        var (exitCode, output, errors) = await Executable.RunAsync(
            "assess",
            Write($"[{item.Replace("ID", "b", StringComparison.Ordinal)},{item.Replace("ID", "ä", StringComparison.Ordinal)}]")
        );
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(
            ["b", "ä"],
            JsonDocument.Parse(output).RootElement.EnumerateArray().Select(assessed => assessed.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Faults_go_to_standard_error_and_the_exit_code_is_2()
    {
        foreach (
            var arguments in (string[][])
                [
                    ["assess", Write("[{")],
                    ["assess", "/nowhere.json"],
                    ["assess"],
                    ["asess", "x"],
                    ["policy", "check", "--policy", Write("version: [")],
                    ["policy", "check", "--polcy", "x"],
                ]
        )
        {
            var (exitCode, output, errors) = await Executable.RunAsync(arguments);
            Assert.Equal((2, ""), (exitCode, output));
            Assert.NotEmpty(errors);
        }
    }

    [Theory]
    [InlineData("help", "policy check", "audit verify", "manifest pack", "Examples:", "appsettings.sample.json")]
    [InlineData("--help", "policy check", "audit verify", "manifest pack", "Examples:", "appsettings.sample.json")]
    [InlineData("policy", "check", "show", "Examples:", "policy check --policy our-policy.yaml")]
    [InlineData("audit", "verify", "Examples:", "--Storage:Sqlite:Path")]
    [InlineData("index", "rebuild", "Examples:")]
    [InlineData("manifest", "pack", "Examples:", "--app-id")]
    [InlineData("help audit verify", "Exit code 0", "[--Section:Setting VALUE ...]")]
    [InlineData("export --help", "FILE", "Examples:", "export backup")]
    [InlineData("import -h", "FILE", "Examples:", "import backup")]
    public async Task Half_a_command_and_help_show_what_there_is_with_examples(string words, params string[] shown)
    {
        var (exitCode, output, errors) = await Executable.RunAsync(words.Split(' '));
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.All(shown, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain("dditional arguments", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("policy chek", "Did you mean `policy check`?", "See `policy --help`.")]
    [InlineData("asess x", "Did you mean `assess`?", "See `--help`.")]
    [InlineData("audit xyzzy", "Commands of `audit`: verify, replay, verify-pack.", "See `audit --help`.")]
    [InlineData("help polcy", "Did you mean `policy`?", "See `--help`.")]
    [InlineData("export", "FILE", "See `export --help`.")]
    public async Task A_mistyped_command_gets_the_right_one_suggested(string words, params string[] sentences)
    {
        var (exitCode, output, errors) = await Executable.RunAsync(words.Split(' '));
        Assert.Equal((2, ""), (exitCode, output));
        Assert.All(sentences, text => Assert.Contains(text, errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_policy_of_the_product_is_proved()
    {
        var (exitCode, output, errors) = await Executable.RunAsync("policy", "check");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("I2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shown_policy_is_a_policy_file()
    {
        var shown = await Executable.RunAsync("policy", "show", "--yaml");
        var again = await Executable.RunAsync("policy", "show", "--yaml", "--policy", Write(shown.Output));
        Assert.Equal((0, shown.Output, ""), again);
        Assert.StartsWith("version:", shown.Output.Split('\n').First(line => line.Length > 0 && line[0] != '#'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_is_shown_as_people_read_it()
    {
        var shown = await Executable.RunAsync("policy", "show");
        Assert.Equal(0, shown.ExitCode);
        Assert.StartsWith("Policy ", shown.Output, StringComparison.Ordinal);
        Assert.Contains("F14 at least Medium", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_policies_are_compared_in_words()
    {
        var (exitCode, output, errors) = await Executable.RunAsync("policy", "diff", FormatOne, Shipped);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith(
            "Version and approval\n--------------------\n  version: 2026.11-r1 → 2026.12-r4\n",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("      their staff have accounts with us: 12 → 8\n", output, StringComparison.Ordinal);
        Assert.Equal((0, "No difference.\n", ""), await Executable.RunAsync("policy", "diff", FormatOne, FormatOne));
    }

    [Fact]
    public async Task Faults_of_either_policy_are_told_with_their_lines()
    {
        var (exitCode, output, errors) = await Executable.RunAsync("policy", "diff", Write("version: ["), Write("{}"));
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("line 1:", errors, StringComparison.Ordinal);
        Assert.Contains("version", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_looked_up_in_the_storage()
    {
        var database = Path.Combine(folder.FullName, "none.db");
        var missing = await Executable.RunAsync("policy", "diff", "2026.11-r1", FormatOne, "--Storage:Sqlite:Path", database);
        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
        Assert.Contains(database, missing.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [
        InlineData(),
        InlineData("--urls", "http://localhost:1"),
        InlineData("--Local:Playground=false"),
        InlineData("urls=http://localhost:1")
    ]
    public async Task Without_a_verb_every_argument_goes_to_the_host(params string[] arguments)
    {
        foreach (var (words, expected) in new[] { (arguments, false), ([DemoStart.Name, .. arguments], true) })
        {
            var (exitCode, given, fills) = await InvokedAsync(words);
            Assert.Equal((7, expected), (exitCode, fills));
            Assert.Equal(arguments, given);
        }
    }

    private static async Task<(int ExitCode, string[]? Given, bool Fills)> InvokedAsync(string[] arguments)
    {
        (string[]? Given, bool Fills) got = (null, false);
        var exitCode = await CommandLine.InvokeAsync(
            arguments,
            (host, fills) =>
            {
                got = (host, fills);
                return Task.FromResult(7);
            }
        );
        return (exitCode, got.Given, got.Fills);
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.txt");
        File.WriteAllText(path, text);
        return path;
    }
}
