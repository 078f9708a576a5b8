using System.CommandLine;
using System.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Risk.Proofs;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>The core from the command line: results on standard output and nothing else there; faults on standard error.</summary>
internal static class PolicyCommands
{
    public static Command Assess()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A JSON array of {\"id\", \"answers\"}." };
        var policy = PolicyOption();
        var command = new Command("assess", "Assess answers: a JSON array of assessments on standard output, in the order of the file.")
        {
            file,
            policy,
        };
        command.SetAction(parsed =>
            Try(() =>
                AssessFile.Run(PolicyFile.Read(parsed.GetValue(policy)), PolicyFile.Text(parsed.GetRequiredValue(file))) switch
                {
                    AssessFileResult.Done done => Print(done.Json),
                    AssessFileResult.Faulty faulty => throw new CommandFault(faulty.Faults),
                    var other => throw new InvalidOperationException($"Unknown result: {other}"),
                }
            )
        );
        return command;
    }

    public static Command Policy() =>
        new("policy", "Look at the policy, prove it, compare it with another, try another on the register, or propose it.")
        {
            Check(),
            Show(),
            PolicyDiffCommand.Diff(),
            PolicySimulateCommand.Simulate(),
            PolicyPublishCommand.Publish(),
        };

    private static Command Check()
    {
        var policy = PolicyOption();
        var command = new Command("check", "Prove the rules that hold for every policy; what breaks one is shown as an example.")
        {
            policy,
        };
        command.SetAction(parsed => Try(() => Report(PolicyFile.Check(parsed.GetValue(policy)))));
        return command;
    }

    private static Command Show()
    {
        var policy = PolicyOption();
        var yaml = new Option<bool>("--yaml") { Description = "The policy file itself: the start of one of your own." };
        var command = new Command("show", "Print the policy as people read it.") { policy, yaml };
        command.SetAction(parsed =>
            Try(() =>
            {
                var file = parsed.GetValue(policy);
                var read = PolicyFile.Read(file);
                return Print((parsed.GetValue(yaml) ? PolicyFile.TextOf(file) : PolicyPrinter.Text(read)).TrimEnd());
            })
        );
        return command;
    }

    private static int Report(Policy policy)
    {
        var report = PolicyCheck.Run(policy);
        var lines = report.Proved.Select(proved => $"{proved.Id}: {proved.Words} ({proved.Examined:N0} situations)");
        Print(
            string.Join(
                Environment.NewLine,
                lines.Prepend(
                    $"Policy {policy.Version}, {policy.Questions.Count} questions, {policy.Clauses.Count} clauses. Proved: {report.Proved.Count}"
                )
            )
        );
        if (PolicyFile.IsShippedVersionOf(policy))
        {
            Print($"Note: {policy.Version} is the version of the policy that comes with the product. Give your text a version of its own.");
        }

        return report.Holds
            ? 0
            : throw new CommandFault(report.Counterexamples.Select(found => $"{found.Invariant} is broken: {found.Words}"));
    }

    private static Option<FileInfo?> PolicyOption() =>
        new("--policy") { Description = "A policy file; without it the policy that comes with the product." };

    private static int Try(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (CommandFault fault)
        {
            Console.Error.WriteLine(fault.Message);
            return CommandLine.Refused;
        }
    }

    /// <summary>UTF-8 whatever the console thinks: the output is a file more often than not.</summary>
    internal static int Print(string text)
    {
        // Encoded piece by piece: the assessments of a whole register are tens of megabytes.
        using var output = new StreamWriter(
            Console.OpenStandardOutput(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            bufferSize: 65_536
        );
        output.Write(text);
        output.Write('\n');
        return 0;
    }
}
