using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SupplierBot.Onboarding.Policies;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>What somebody reads who asks for help, types half a command or mistypes one: what there is, with an example of each.</summary>
internal static class CommandHelp
{
    /// <summary>By the words that lead to the command; the empty text stands for no command.</summary>
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [""] = ["--urls http://localhost:3980", "demo", "policy check", "audit verify", "export backup-2026-12-01.jsonl", "help"],
        ["demo"] = ["demo", "demo --Storage:Sqlite:Path data/demo.db"],
        ["assess"] = ["assess answers.json", "assess answers.json --policy our-policy.yaml"],
        ["policy"] = ["policy check", "policy check --policy our-policy.yaml", "policy show", "policy simulate our-policy.yaml"],
        ["policy check"] = ["policy check", "policy check --policy our-policy.yaml"],
        ["policy diff"] = ["policy diff our-policy-2026.yaml our-policy-2027.yaml", "policy diff 2026.11-r1 our-policy.yaml"],
        ["policy publish"] = ["policy publish our-policy.yaml", "policy publish our-policy.yaml --by \"Carla Ciso\" --yes"],
        ["policy simulate"] = ["policy simulate our-policy.yaml", "policy simulate our-policy.yaml --list"],
        ["policy show"] = ["policy show", "policy show --yaml --policy our-policy.yaml"],
        ["audit"] = ["audit verify", "audit verify --Storage:Sqlite:Path /var/lib/supplierbot/supplierbot.db"],
        ["audit verify"] =
        [
            "audit verify",
            "audit verify --expect 3F9A0C44298FC1C1",
            "audit verify --Storage:Sqlite:Path /var/lib/supplierbot/supplierbot.db",
        ],
        ["audit replay"] = ["audit replay", "audit replay --Storage:Sqlite:Path /var/lib/supplierbot/supplierbot.db"],
        ["audit verify-pack"] = ["audit verify-pack audit-2026.zip"],
        ["api-key"] = ["api-key list", "api-key new Jira --scopes register,write --owner teams:5b0a3a2e-6f0d-4c61-9a53-000000000002"],
        ["api-key new"] =
        [
            "api-key new \"Purchase orders\" --owner teams:5b0a3a2e-6f0d-4c61-9a53-000000000002",
            "api-key new Jira --scopes register,write --owner slack:T0LOCAL:U0PRIYA --days 90",
        ],
        ["api-key list"] = ["api-key list"],
        ["api-key end"] = ["api-key end k3m9x2p7qa"],
        ["index"] = ["index rebuild", "index rebuild --Storage:Sqlite:Path /var/lib/supplierbot/supplierbot.db"],
        ["index rebuild"] = ["index rebuild", "index rebuild --Storage:Sqlite:Path /var/lib/supplierbot/supplierbot.db"],
        ["erase"] = ["erase teams:5b0a3a2e-6f0d-4c61-9a53-000000000002", "erase teams:5b0a3a2e-6f0d-4c61-9a53-000000000002 --yes"],
        ["export"] =
        [
            "export backup-2026-12-01.jsonl",
            "export backup-2026-12-01.jsonl --Storage:Sqlite:Path /var/lib/supplierbot/supplierbot.db",
        ],
        ["download"] =
        [
            "download register register.xlsx",
            "download pack audit-2026.zip --from 2026-01-01 --to 2026-12-31 --sample 5 --tier High --seed 7",
        ],
        ["download register"] = ["download register register.xlsx", "download register high.csv --only \"high not ready\""],
        ["download schedule"] = ["download schedule SUP-0003 schedule.docx"],
        ["download needs"] = ["download needs SUP-0003 mail.txt"],
        ["download policy"] = ["download policy supplier-security-policy.docx"],
        ["download report"] = ["download report 2026-Q4 report.docx"],
        ["download pack"] =
        [
            "download pack audit-2026.zip --from 2026-01-01 --to 2026-12-31",
            "download pack audit-2026.zip --from 2026-01-01 --to 2026-12-31 --sample 5 --tier High --seed 7 --files",
        ],
        ["register"] = ["register import suppliers.xlsx", "register import undo IMP-0001"],
        ["register import"] =
        [
            "register import suppliers.xlsx",
            "register import suppliers.csv --map \"Vendor=supplier,Contact=owner\" --yes",
            "register import undo IMP-0001",
        ],
        ["register import undo"] = ["register import undo IMP-0001"],
        ["import"] =
        [
            "import backup-2026-12-01.jsonl",
            "import backup-2026-12-01.jsonl --Storage:Kind AzureTables --Storage:AccountUrl https://ACCOUNT.table.core.windows.net",
        ],
        ["manifest"] = ["manifest pack --app-id 12345678-1234-1234-1234-123456789abc --host suppliers.example.com"],
        ["manifest pack"] =
        [
            "manifest pack --app-id 12345678-1234-1234-1234-123456789abc --host suppliers.example.com --company \"Example Ltd\" --output SupplierBot.zip",
        ],
    };

    private const string Settings =
        "Settings come from appsettings.json (appsettings.sample.json has all of them), environment variables (Storage__Sqlite__Path) and the command line (--Storage:Sqlite:Path FILE).";

    /// <summary><c>help policy</c> is <c>policy --help</c>; a command that needs another word after it shows which there are.</summary>
    public static string[] Asked(string[] args, RootCommand root) =>
        args switch
        {
            ["help", var first, .. var rest] when root.Subcommands.All(command => command.Name != first) => [first, .. rest],
            ["help", .. var rest] => [.. rest, "--help"],
            [var only] when root.Subcommands.FirstOrDefault(command => command.Name == only) is { Subcommands.Count: > 0 } =>
            [
                only,
                "--help",
            ],
            _ => args,
        };

    public static RootCommand WithExamples(this RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new Shown((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    /// <summary>Who asks for help is owed it, whatever else is missing.</summary>
    public static bool Answers(ParseResult parsed) => parsed.Action is Shown;

    /// <summary>What is wrong with the words, and where the right ones are.</summary>
    public static IEnumerable<string> Faults(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = PathOf(parsed);
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var typed, ..])
            yield return Unknown(typed, path, command);
        else if (Missing(parsed) is { } missing)
            yield return $"`{path}` needs {missing.Name}. {missing.Description}";
        else
            foreach (var error in parsed.Errors)
                yield return error.Message;
        yield return $"See `{Words(path, "--help")}`.";
    }

    private static Argument? Missing(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.FirstOrDefault(argument =>
            argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 }
        );

    private static string Unknown(string typed, string path, Command command)
    {
        var names = command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name).ToList();
        var known = $"Commands{(path.Length > 0 ? $" of `{path}`" : "")}: {string.Join(", ", names)}.";
        var near = DidYouMean.Nearest(typed, names);
        return $"`{typed}` is not a command. {(near is null ? "" : $"Did you mean `{Words(path, near)}`? ")}{known}";
    }

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var at = parsed.CommandResult; at is { Command: not RootCommand }; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, at.Command.Name);
        return string.Join(' ', names);
    }

    private static string Words(string path, string last) => path.Length == 0 ? last : $"{path} {last}";

    /// <summary>The library's help, with what it does not know.</summary>
    private sealed class Shown(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
    {
        /// <summary>The library's words for settings, which it cannot list.</summary>
        private const string Unlisted = "[[--] <additional arguments>...]]";
        private const string UnlistedTitle = "Additional Arguments:";
        private const string CommandsTitle = "Commands:";

        public override int Invoke(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            using var written = new StringWriter();
            parseResult.InvocationConfiguration.Output = written;
            var code = usual.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            var path = PathOf(parseResult);
            var text = Before(
                UnlistedTitle,
                written.ToString().Replace(Unlisted, "[--Section:Setting VALUE ...]", StringComparison.Ordinal)
            );
            output.WriteLine((path.Length == 0 ? Before(CommandsTitle, text) : text).TrimEnd());
            if (path.Length == 0)
                WriteAll(parseResult.RootCommandResult.Command, output);
            if (Examples.TryGetValue(path, out var examples))
                output.WriteLine($"{Environment.NewLine}Examples:");
            foreach (var example in examples ?? [])
                output.WriteLine($"  dotnet SupplierBot.Web.dll {example}");
            if (path.Split(' ')[0] is "" or "demo" or "audit" or "index" or "export" or "import" or "register")
                output.WriteLine($"{Environment.NewLine}{Settings}");
            return code;
        }

        private static string Before(string title, string text) =>
            text.IndexOf(title, StringComparison.Ordinal) is var at and >= 0 ? text[..at] : text;

        /// <summary>Those below the first level, too, which the library leaves out.</summary>
        private static void WriteAll(Command root, TextWriter output)
        {
            output.WriteLine($"{Environment.NewLine}{CommandsTitle}");
            foreach (var command in root.Subcommands.Where(command => !command.Hidden))
            {
                if (command.Subcommands.Count == 0)
                    output.WriteLine($"  {command.Name, -16} {command.Description}");
                foreach (var sub in command.Subcommands)
                    output.WriteLine($"  {command.Name + " " + sub.Name, -16} {sub.Description}");
            }
        }
    }
}
