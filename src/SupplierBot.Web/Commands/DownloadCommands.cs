using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>The files that people get in chat, written to a path; each is on the log of exports, also beside a running bot.</summary>
internal static class DownloadCommands
{
    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".xlsx"] = ExportFormat.Excel,
        [".csv"] = ExportFormat.Csv,
        [".json"] = ExportFormat.Json,
        [".docx"] = ExportFormat.Word,
        [".md"] = ExportFormat.Markdown,
        [".txt"] = ExportFormat.Text,
        [".zip"] = ExportFormat.Zip,
    };

    public static Command Download() =>
        new("download", "Write a file that people get in chat: the register, a security schedule, the policy, a report, the audit pack.")
        {
            Register(),
            Schedule(),
            Needs(),
            PolicyText(),
            Report(),
            Pack(),
        };

    private static Command Register()
    {
        var file = FileArgument(".xlsx, .csv or .json");
        var only = new Option<string>("--only")
        {
            Description =
                "Which suppliers, in the words of the chat: \"high not ready\", \"owner Priya Shah\", \"with OpenAI\", \"due this quarter\".",
        };
        var command = new Command("register", "The Supplier Register, or the part of it that a filter names.") { file, only };
        SetAction(
            command,
            file,
            [ExportFormat.Excel, ExportFormat.Csv, ExportFormat.Json],
            (parsed, format) => new ExportOrder.Register(FilterOf(parsed.GetValue(only)), format)
        );
        return command;
    }

    private static Command Schedule()
    {
        var (number, file) = (NumberArgument(), FileArgument(".docx or .md"));
        var legal = new Option<bool>("--for-legal")
        {
            Description = "Our own copy: with the notes for Legal as comments. Not for the supplier.",
        };
        var command = new Command("schedule", "The clauses that one supplier has to agree to, to send them.") { number, file, legal };
        SetAction(
            command,
            file,
            [ExportFormat.Word, ExportFormat.Markdown],
            (parsed, format) => new ExportOrder.Schedule(parsed.GetRequiredValue(number), parsed.GetValue(legal), format)
        );
        return command;
    }

    private static Command Needs()
    {
        var (number, file) = (NumberArgument(), FileArgument(".txt"));
        var command = new Command("needs", "What one supplier has to send and agree to, as the text of a mail.") { number, file };
        SetAction(command, file, [ExportFormat.Text], (parsed, _) => new ExportOrder.Needs(parsed.GetRequiredValue(number)));
        return command;
    }

    private static Command PolicyText()
    {
        var file = FileArgument(".docx or .md");
        var command = new Command("policy", "The Supplier Security Policy as a document for people.") { file };
        SetAction(command, file, [ExportFormat.Word, ExportFormat.Markdown], (_, format) => new ExportOrder.PolicyText(format));
        return command;
    }

    private static Command Report()
    {
        var quarter = new Argument<Quarter>("QUARTER") { Description = "2026-Q4.", CustomParser = QuarterOf };
        var file = FileArgument(".docx or .md");
        var command = new Command("report", "Figures of a quarter for the management review.") { quarter, file };
        SetAction(
            command,
            file,
            [ExportFormat.Word, ExportFormat.Markdown],
            (parsed, format) => new ExportOrder.Report(parsed.GetRequiredValue(quarter), format)
        );
        return command;
    }

    private static Command Pack()
    {
        var file = FileArgument(".zip");
        var from = new Option<DateOnly>("--from")
        {
            Description = "First day of the period, 2026-01-01.",
            Required = true,
            CustomParser = DayOf,
        };
        var to = new Option<DateOnly>("--to")
        {
            Description = "Last day of the period, 2026-12-31.",
            Required = true,
            CustomParser = DayOf,
        };
        var sample = new Option<int>("--sample") { Description = "How many suppliers to draw, 1 to 1000. Default: all." };
        var tier = new Option<Tier?>("--tier")
        {
            Description = "Draw of this tier alone: Low, Medium, High or Critical.",
            CustomParser = TierOf,
        };
        var seed = new Option<int>("--seed") { Description = "The same number draws the same suppliers. Default: 0." };
        var files = new Option<bool>("--files") { Description = "With the documents of the suppliers that were drawn." };
        var command = new Command("pack", "Everything an auditor asks for, in a ZIP that proves itself.")
        {
            file,
            from,
            to,
            sample,
            tier,
            seed,
            files,
        };
        SetAction(
            command,
            file,
            [ExportFormat.Zip],
            (parsed, _) =>
                new ExportOrder.Pack(
                    parsed.GetValue(from),
                    parsed.GetValue(to),
                    new(parsed.GetValue(sample), parsed.GetValue(tier), parsed.GetValue(seed)),
                    parsed.GetValue(files)
                ),
            parsed =>
                parsed.GetValue(from) > parsed.GetValue(to) ? "--from is after --to. Name the first day and the last one."
                : parsed.GetValue(sample) is < 0 or > PackSample.MostCount ? $"--sample is not 1 to {PackSample.MostCount}."
                : null
        );
        return command;
    }

    private static void SetAction(
        Command command,
        Argument<FileInfo> file,
        ExportFormat[] formats,
        Func<ParseResult, ExportFormat, ExportOrder> order,
        Func<ParseResult, string?>? refusal = null
    ) =>
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Note,
            (parsed, kept, cancellation) =>
                DownloadedFile.WriteAsync(
                    parsed.GetRequiredValue(file).FullName,
                    order(parsed, Formats[parsed.GetRequiredValue(file).Extension]),
                    kept,
                    cancellation
                ),
            parsed => Refusal(parsed.GetRequiredValue(file), formats) ?? refusal?.Invoke(parsed)
        );

    private static string? Refusal(FileInfo file, ExportFormat[] formats) =>
        !Formats.TryGetValue(file.Extension, out var format) || !formats.Contains(format)
            ? $"{file.FullName}: name a file that ends with {string.Join(" or ", formats.Select(one => Formats.First(pair => pair.Value == one).Key))}."
        : file.Exists ? $"{file.FullName}: is there already. Name another file; nothing is written over."
        : null;

    private static RegisterFilter FilterOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return RegisterFilter.None;
        return RequestReader.Parse($"register {typed}") is Request.ListRegister { Unread: "" } listed
            ? listed.Filter
            : throw new CommandFault([
                $"--only {typed}: is not understood. Write it as in chat: \"high not ready\", \"owner Priya Shah\", \"due this quarter\".",
            ]);
    }

    private static Quarter QuarterOf(ArgumentResult result)
    {
        var typed = Typed(result);
        if (RequestReader.Parse($"management report {typed}") is Request.DownloadReport { Quarter: { } quarter })
            return quarter;
        result.AddError($"`{typed}` is no quarter. Write 2026-Q4.");
        return default;
    }

    private static DateOnly DayOf(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(Typed(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"`{Typed(result)}` is no day. Write 2026-01-31.");
        return default;
    }

    private static Tier? TierOf(ArgumentResult result)
    {
        if (Enum.TryParse<Tier>(Typed(result), ignoreCase: true, out var tier) && Enum.IsDefined(tier))
            return tier;
        result.AddError($"`{Typed(result)}` is no risk tier. Write Low, Medium, High or Critical.");
        return null;
    }

    private static string Typed(ArgumentResult result) => result.Tokens is [{ Value: var value }, ..] ? value : "";

    private static Argument<FileInfo> FileArgument(string endings) =>
        new("FILE") { Description = $"The file to write, {endings}; it must not be there yet." };

    private static Argument<string> NumberArgument() => new("NUMBER") { Description = "REQ-2026-0012 or SUP-0003." };
}
