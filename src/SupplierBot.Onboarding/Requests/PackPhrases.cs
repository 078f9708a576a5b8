using System.Globalization;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// How people ask for the auditor's pack: "pack 2026 sample 5 high seed 7 with files", "a random sample of 5 high risk suppliers".
/// </summary>
internal static class PackPhrases
{
    private static readonly string[] Openings =
    [
        "pack",
        "audit pack",
        "auditor pack",
        "auditor's pack",
        "auditors pack",
        "auditors' pack",
        "audit package",
        "audit evidence",
    ];

    /// <summary>The sample is all that was named; the word itself is read again.</summary>
    private static readonly string[] Sampling = ["sample", "random sample", "audit sample"];

    /// <summary>They say nothing more: "a sample of 5 of the high risk suppliers".</summary>
    private static readonly string[] Filling =
    [
        "",
        "for",
        "of",
        "a",
        "the",
        "random",
        "risk",
        "tier",
        "suppliers",
        "vendors",
        "requests",
        "cases",
    ];

    public static Request.DownloadPack? Read(IReadOnlyList<CommandWord> said, int? year)
    {
        if (ExportPhrases.After(Openings, said) is { } whole)
            return Pack(whole, year);
        return
            ExportPhrases.After(Sampling, said) is { Count: > 0 }
            && Pack([.. said.SkipWhile(word => word.Plain != "sample")], year) is { Unread: "", Sample.Count: > 0 } sample
            ? sample
            : null;
    }

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

    /// <summary>"2026", "from 2026-01-01 to 2026-06-30", "sample 5 high", "seed 7", "with files", in any order.</summary>
    private static Request.DownloadPack Pack(IReadOnlyList<CommandWord> words, int? year)
    {
        var pack = new Request.DownloadPack(null, null, PackSample.Everything, WithFiles: false);
        var unread = new List<string>();
        List<CommandWord> said = [.. words.Where(word => !Filling.Contains(word.Plain))];
        for (var at = 0; at < said.Count; )
        {
            var (taken, read) = Next(pack, [.. said.Skip(at).Select(word => word.Plain)], year);
            if (read is null)
                unread.Add(said[at].Typed);
            pack = read ?? pack;
            at += taken;
        }
        return pack with { Unread = string.Join(' ', unread) };
    }

    private static (int Taken, Request.DownloadPack? Read) Next(Request.DownloadPack pack, string[] words, int? year) =>
        words switch
        {
            ["from", var from, ..] when Day(from) is { } day => (2, pack with { From = day }),
            ["to" or "until" or "through", var to, ..] when Day(to) is { } day => (2, pack with { To = day }),
            ["sample", var count, var tier, ..] when Sampled(pack, count, tier) is { } sampled => (3, sampled),
            ["sample", var tier, var count, ..] when Sampled(pack, count, tier) is { } sampled => (3, sampled),
            ["sample", var count, ..] when Number(count) is { } number => (2, pack with { Sample = pack.Sample with { Count = number } }),
            ["seed", var seed, ..] when int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (
                2,
                pack with
                {
                    Sample = pack.Sample with { Seed = number },
                }
            ),
            ["with" or "and" or "including", "files" or "documents", ..] => (2, pack with { WithFiles = true }),
            ["and", ..] => (1, pack),
            ["this", "year", ..] => (2, pack),
            ["last", "year", ..] when year is { } known => (2, Of(pack, new(known - 1, 1, 1), new(known - 1, 12, 31))),
            [var quarter, var of, ..] when SpokenQuarter.Of(quarter, of) is { } read => (2, Of(pack, read.First, read.Last)),
            [var whole, ..] when SpokenQuarter.Year(whole) is { } read => (1, Of(pack, new(read, 1, 1), new(read, 12, 31))),
            _ => (1, null),
        };

    private static Request.DownloadPack Of(Request.DownloadPack pack, DateOnly from, DateOnly to) => pack with { From = from, To = to };

    private static Request.DownloadPack? Sampled(Request.DownloadPack pack, string count, string tier) =>
        Number(count) is { } number && Tiered(tier) is { } wanted
            ? pack with
            {
                Sample = pack.Sample with { Count = number, Tier = wanted },
            }
            : null;

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
}
