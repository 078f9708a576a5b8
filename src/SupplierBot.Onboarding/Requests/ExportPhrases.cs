using System.Collections.Frozen;
using SupplierBot.Onboarding.Exports;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// How people ask for a file: "download register high as csv", "send me the supplier security policy", "report for Q4", "pack 2026 sample 5
/// high seed 7". Where a text is awaited, only what is clearly a command is one.
/// </summary>
internal static class ExportPhrases
{
    private static readonly FrozenDictionary<string, ExportFormat> Formats = new Dictionary<string, ExportFormat>
    {
        ["excel"] = ExportFormat.Excel,
        ["xlsx"] = ExportFormat.Excel,
        ["csv"] = ExportFormat.Csv,
        ["json"] = ExportFormat.Json,
        ["word"] = ExportFormat.Word,
        ["docx"] = ExportFormat.Word,
        ["markdown"] = ExportFormat.Markdown,
        ["md"] = ExportFormat.Markdown,
        // No file is written so: whoever asks for it reads which formats there are.
        ["pdf"] = ExportFormat.Text,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Clearly = ["download", "export"];

    private static readonly string[] Getting =
    [
        .. Clearly,
        "give me",
        "give us",
        "send me",
        "send us",
        "send",
        "get me",
        "can i have",
        "can we have",
        "could i have",
        "may i have",
        "can i get",
        "can we get",
        "could i get",
        "can i download",
        "can i export",
        "i need",
        "we need",
        "i want",
        "i would like",
        "i'd like",
    ];

    private static readonly string[] Showing =
    [
        "show me",
        "show us",
        "show",
        "list",
        "can i see",
        "could i see",
        "may i see",
        "i'd like to see",
    ];

    private static readonly string[] Filling =
    [
        "the",
        "a",
        "an",
        "our",
        "your",
        "all",
        "full",
        "complete",
        "entire",
        "whole",
        "current",
        "latest",
        "copy",
        "of",
    ];

    private static readonly string[] OfRegister = ["register", "supplier register", "vendor register", "register of suppliers"];

    private static readonly string[] OfSuppliers =
    [
        "suppliers",
        "vendors",
        "supplier list",
        "vendor list",
        "list of suppliers",
        "list of all suppliers",
        "list of vendors",
        "supplier inventory",
        "inventory of suppliers",
    ];

    private static readonly string[] OfPolicy =
    [
        "policy",
        "supplier policy",
        "security policy",
        "supplier security policy",
        "policy document",
        "supplier policy document",
        "supplier security policy document",
    ];

    /// <summary>Nothing else is called so, with or without "download" before it.</summary>
    private static readonly string[] PolicyAlone = ["policy document", "supplier security policy"];

    private static readonly string[] OfReport =
    [
        "management report",
        "management review report",
        "management review figures",
        "figures for management review",
        "figures for the management review",
        "supplier report",
        "quarterly report",
        "key figures",
        "kpis",
        "statistics",
        "supplier statistics",
    ];

    private static readonly string[] ReadingPolicy =
    [
        "i have read the policy",
        "i've read the policy",
        "i read the policy",
        "i have read our policy",
        "read and understood the policy",
    ];

    /// <param name="words">Without politeness.</param>
    /// <param name="year">The year a quarter without one belongs to; null where it means nothing.</param>
    /// <param name="awaited">It may be the text that somebody was asked for.</param>
    public static Request? Read(IReadOnlyList<CommandWord> words, int? year, bool awaited)
    {
        var (rest, format) = Format(words);
        var plain = Plain(rest);
        if (format is null && (plain == "policy read" || (!awaited && ReadingPolicy.Contains(plain))))
            return new Request.AcknowledgePolicy();
        if (awaited && !Clearly.Contains(rest.Count == 0 ? "" : rest[0].Plain))
            return Whole(rest, format, year);
        var (said, gets, shows) = Asked(rest);
        var read =
            Policy(said, format, gets, shows)
            ?? Register(said, format, gets, shows)
            ?? Report(said, format, year, gets)
            ?? PackPhrases.Read(said, year);
        return awaited && read is Request.DownloadRegister { Unread: not "" } or Request.DownloadPack { Unread: not "" } ? null : read;
    }

    /// <summary>What a button says to get the file.</summary>
    public static string Command(ExportOrder order) =>
        order switch
        {
            ExportOrder.Register register => $"download {RegisterWords.Command(register.Lines)} as {Word(order.Format)}",
            ExportOrder.Schedule schedule =>
                $"{(schedule.ForLegal ? "legal schedule" : "schedule")} {schedule.CaseId} as {Word(order.Format)}",
            ExportOrder.Needs needs => $"needs {needs.CaseId}",
            ExportOrder.PolicyText => $"download policy as {Word(order.Format)}",
            ExportOrder.Report report => $"management report {report.Quarter.Words} as {Word(order.Format)}",
            ExportOrder.Pack pack => PackPhrases.Command(pack),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>"… as excel", "… in a CSV file", "… to pdf" at the end.</summary>
    public static (IReadOnlyList<CommandWord> Said, ExportFormat? Format) Format(IReadOnlyList<CommandWord> words)
    {
        var end = words.Count;
        if (end > 3 && words[end - 1].Plain is "file" or "format" or "document" or "spreadsheet" or "sheet")
            end--;
        if (end < 3 || !Formats.TryGetValue(words[end - 1].Plain, out var format))
            return (words, null);
        end -= words[end - 2].Plain is "a" or "an" ? 2 : 1;
        return end > 1 && words[end - 1].Plain is "as" or "in" or "to" ? ([.. words.Take(end - 1)], format) : (words, null);
    }

    /// <summary>What follows the longest of the openings; null where the words begin with none of them.</summary>
    public static IReadOnlyList<CommandWord>? After(string[] openings, IReadOnlyList<CommandWord> words)
    {
        var found = openings
            .Select(opening => opening.Split(' '))
            .Where(opening => words.Count >= opening.Length && opening.Zip(words).All(pair => pair.First == pair.Second.Plain))
            .MaxBy(opening => opening.Length);
        return found is null ? null : [.. words.Skip(found.Length)];
    }

    private static string Word(ExportFormat format) => Formats.First(pair => pair.Value == format).Key;

    /// <summary>"pack 2026" is a command where a text is awaited, too; "report" and "Pack of notes" are the text.</summary>
    private static Request? Whole(IReadOnlyList<CommandWord> words, ExportFormat? format, int? year) =>
        words is [{ Plain: "pack" }, _, ..]
            ? PackPhrases.Read(words, year) is { Unread: "" } pack
                ? pack
                : null
            : After(["management report"], words) is { Count: > 0 }
                ? Report(words, format, year, gets: false)
                : null;

    /// <summary>Without "download the", "send me a copy of our" before it.</summary>
    private static (IReadOnlyList<CommandWord> Said, bool Gets, bool Shows) Asked(IReadOnlyList<CommandWord> words)
    {
        var gets = After(Getting, words);
        var shows = gets is null ? After(Showing, words) : null;
        var said = gets ?? shows ?? words;
        return ([.. said.SkipWhile(word => Filling.Contains(word.Plain))], gets is not null, shows is not null);
    }

    private static Request? Policy(IReadOnlyList<CommandWord> said, ExportFormat? format, bool gets, bool shows) =>
        Plain(said) is var plain && !OfPolicy.Contains(plain) ? null
        : gets || format is not null || (PolicyAlone.Contains(plain) && !shows) ? new Request.DownloadPolicy(format)
        : shows ? new Request.ShowPolicy(PolicyTopic.Overview)
        : null;

    /// <summary>"register high as csv": the list itself, as a file. Without a format, and to be shown, it is the list.</summary>
    private static Request? Register(IReadOnlyList<CommandWord> said, ExportFormat? format, bool gets, bool shows)
    {
        var formally = After(OfRegister, said);
        var lines = formally ?? After(OfSuppliers, said) ?? (gets || format is not null ? RegisterWords.AboutSuppliers(said) : null);
        if (lines is null)
            return null;
        var (filter, unread) = RegisterWords.Read(lines);
        // "register excel"
        if (unread.Length > 0 && format is null && Formats.TryGetValue(CommandText.Fold(unread), out var named))
            (format, unread) = (named, "");
        if (unread.Length > 0 && (formally is null || shows))
            return null;
        return gets || format is not null ? new Request.DownloadRegister(filter, format, unread)
            : shows || formally is null ? new Request.ListRegister(filter)
            : null;
    }

    /// <summary>"management report", "report for Q4"; a report alone is something else.</summary>
    private static Request? Report(IReadOnlyList<CommandWord> said, ExportFormat? format, int? year, bool gets)
    {
        if (After(OfReport, said) is { } when)
            return SpokenQuarter.Read(when, year) is var (quarter, last) ? new Request.DownloadReport(quarter, last, format) : null;
        return After(["report"], said) is { } named && (gets || named.Count > 0) && SpokenQuarter.Read(named, year) is var (number, before)
            ? new Request.DownloadReport(number, before, format)
            : null;
    }

    private static string Plain(IEnumerable<CommandWord> words) =>
        string.Join(' ', words.Select(word => word.Plain).Where(plain => plain.Length > 0));
}
