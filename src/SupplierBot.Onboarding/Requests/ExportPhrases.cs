using System.Collections.Frozen;
using System.Globalization;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Requests;

/// <summary>How people ask for a file: "download register high as csv", "schedule SUP-0003", "report Q4 2026", "pack 2026 sample 5 high seed 7".</summary>
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
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] OfRegister =
    [
        "download register",
        "download the register",
        "download supplier register",
        "download the supplier register",
        "export register",
        "export the register",
        "export supplier register",
    ];

    private static readonly string[] OfPolicy =
    [
        "download policy",
        "download the policy",
        "download supplier policy",
        "download the supplier policy",
        "download supplier security policy",
        "policy document",
        "supplier security policy",
        "export policy",
    ];

    private static readonly string[] OfReport =
    [
        "management report",
        "supplier report",
        "quarterly report",
        "download report",
        "download the report",
        "download management report",
    ];

    private static readonly string[] OfPack =
    [
        "pack",
        "audit pack",
        "auditor pack",
        "auditor's pack",
        "auditors pack",
        "download pack",
        "download audit pack",
        "download the audit pack",
    ];

    private static readonly string[] ReadingPolicy =
    [
        "policy read",
        "i have read the policy",
        "i've read the policy",
        "i read the policy",
        "i have read our policy",
        "read and understood the policy",
    ];

    /// <param name="words">Without politeness.</param>
    public static Request? Read(IReadOnlyList<CommandWord> words, bool awaited)
    {
        var (rest, format) = Format(words);
        var plain = Plain(rest);
        if (ReadingPolicy.Contains(plain) && format is null)
            return new Request.AcknowledgePolicy();
        if (OfPolicy.Contains(plain))
            return new Request.DownloadPolicy(format);
        if (After(OfRegister, rest) is { } lines)
            return Register(lines, format, awaited);
        // "register high as csv": the list itself, as a file.
        if (format is not null && After(["register", "supplier register"], rest) is { } listed)
            return Register(listed, format, awaited);
        if (After(OfReport, rest) is { } when && Quarter(when) is var (quarter, last))
            return new Request.DownloadReport(quarter, last, format);
        if (After(["report"], rest) is { Count: > 0 } named && Quarter(named) is var (number, before) && (number is not null || before))
            return new Request.DownloadReport(number, before, format);
        return After(OfPack, rest) is { } period && Pack(period) is var pack && (!awaited || pack.Unread.Length == 0) ? pack : null;
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
            ExportOrder.Pack pack => Command(pack),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string Command(ExportOrder.Pack pack) =>
        string.Join(
            ' ',
            new[]
            {
                string.Create(CultureInfo.InvariantCulture, $"pack from {pack.From:yyyy-MM-dd} to {pack.To:yyyy-MM-dd}"),
                pack.Sample.Count == 0 && pack.Sample.Tier is null
                    ? ""
                    : $"sample {(pack.Sample.Count == 0 ? "all" : pack.Sample.Count.ToString(CultureInfo.InvariantCulture))}{(pack.Sample.Tier is { } tier ? $" {tier.ToString().ToLowerInvariant()}" : "")}",
                pack.Sample.Seed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"seed {pack.Sample.Seed}"),
                pack.WithFiles ? "with files" : "",
            }.Where(words => words.Length > 0)
        );

    /// <summary>"… as excel" at the end.</summary>
    public static (IReadOnlyList<CommandWord> Said, ExportFormat? Format) Format(IReadOnlyList<CommandWord> words) =>
        words.Count > 2 && words[^2].Plain is "as" or "in" && Formats.TryGetValue(words[^1].Plain, out var format)
            ? ([.. words.SkipLast(2)], format)
            : (words, null);

    private static string Word(ExportFormat format) => Formats.First(pair => pair.Value == format).Key;

    private static Request.DownloadRegister? Register(IReadOnlyList<CommandWord> words, ExportFormat? format, bool awaited)
    {
        var (filter, unread) = RegisterWords.Read(words);
        return awaited && unread.Length > 0 ? null : new(filter, format, unread);
    }

    /// <summary>"Q4 2026", "2026-Q4", "last quarter"; null where it is something else.</summary>
    private static (Quarter? Quarter, bool Last)? Quarter(IReadOnlyList<CommandWord> words)
    {
        var plain = Plain(words.Where(word => word.Plain is not ("for" or "of" or "the")));
        if (plain is "" or "this quarter" or "quarter")
            return (null, false);
        if (plain is "last quarter" or "previous quarter" or "quarter before")
            return (null, true);
        var parts = plain.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && QuarterOf(parts[0], parts[1]) is { } first ? (first, false)
            : parts.Length == 2 && QuarterOf(parts[1], parts[0]) is { } second ? (second, false)
            : null;
    }

    private static Quarter? QuarterOf(string quarter, string year) =>
        quarter is ['q', >= '1' and <= '4' and var number] && Year(year) is { } read ? new(read, number - '0') : null;

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2199
            ? year
            : null;

    /// <summary>"2026", "from 2026-01-01 to 2026-06-30", "sample 5 high", "seed 7", "with files", in any order.</summary>
    private static Request.DownloadPack Pack(IReadOnlyList<CommandWord> words)
    {
        var pack = new Request.DownloadPack(null, null, PackSample.Everything, WithFiles: false);
        var unread = new List<string>();
        for (var at = 0; at < words.Count; )
        {
            var (taken, read) = Next(pack, [.. words.Skip(at).Select(word => word.Plain)]);
            if (read is null)
                unread.Add(words[at].Typed);
            pack = read ?? pack;
            at += taken;
        }
        return pack with { Unread = string.Join(' ', unread) };
    }

    private static (int Taken, Request.DownloadPack? Read) Next(Request.DownloadPack pack, string[] words) =>
        words switch
        {
            ["from", var from, ..] when Day(from) is { } day => (2, pack with { From = day }),
            ["to" or "until" or "through", var to, ..] when Day(to) is { } day => (2, pack with { To = day }),
            ["sample", var count, var tier, ..] when Number(count) is { } number && Tiered(tier) is { } wanted => (
                3,
                pack with
                {
                    Sample = pack.Sample with { Count = number, Tier = wanted },
                }
            ),
            ["sample", var count, ..] when Number(count) is { } number => (2, pack with { Sample = pack.Sample with { Count = number } }),
            ["seed", var seed, ..] when int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (
                2,
                pack with
                {
                    Sample = pack.Sample with { Seed = number },
                }
            ),
            ["with" or "and", "files" or "documents", ..] => (2, pack with { WithFiles = true }),
            ["for" or "of" or "and" or "", ..] => (1, pack),
            [var year, ..] when Year(year) is { } read => (1, pack with { From = new(read, 1, 1), To = new(read, 12, 31) }),
            _ => (1, null),
        };

    private static int? Number(string text) =>
        text == "all" ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= PackSample.MostCount
            ? number
        : null;

    private static Tier? Tiered(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && Enum.TryParse<Tier>(text, ignoreCase: true, out var tier) ? tier : null;

    /// <summary>Years first: nothing to mistake in what an audit is about.</summary>
    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IReadOnlyList<CommandWord>? After(string[] openings, IReadOnlyList<CommandWord> words)
    {
        var found = openings
            .Select(opening => opening.Split(' '))
            .Where(opening => words.Count >= opening.Length && opening.Zip(words).All(pair => pair.First == pair.Second.Plain))
            .MaxBy(opening => opening.Length);
        return found is null ? null : [.. words.Skip(found.Length)];
    }

    private static string Plain(IEnumerable<CommandWord> words) =>
        string.Join(' ', words.Select(word => word.Plain).Where(plain => plain.Length > 0));
}
