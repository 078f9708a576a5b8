using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Exports;

/// <summary>What is said while a file is written, and when it is there.</summary>
public static class ExportCards
{
    private const int Kilobyte = 1_024;
    private const int HashShown = 12;

    /// <param name="address">Where the person's browser gets it.</param>
    /// <param name="lines">Lines of the register in it; 0 where that says nothing.</param>
    /// <param name="summary">What it says, in a few sentences; may be empty.</param>
    public static View.Download Ready(
        ExportOrder order,
        string address,
        (string Sha256, long Bytes) file,
        int lines,
        string summary,
        Context context
    )
    {
        var title = context.Wording.Fill("export.ready", ("file", Name(order, context)));
        return new(
            title,
            string.Join(
                " · ",
                new[]
                {
                    lines > 0 ? context.Wording.Fill("export.lines", ("n", CaseTexts.Number(lines))) : "",
                    order is ExportOrder.Pack { Sample: { Count: > 0 } sample } ? Sample(sample, context) : "",
                    context.Wording[$"export.format_{order.Format}"],
                    Size(file.Bytes),
                }.Where(words => words.Length > 0)
            ),
            context.Wording["export.download"],
            address,
            context.Wording.Fill("export.small", ("hash", file.Sha256[..HashShown]))
        )
        {
            Plain = Texts.Clip(title, 120),
            Lead = summary,
        };
    }

    /// <param name="done">Lines that are written.</param>
    public static View.Notice Busy(ExportOrder order, int done, Context context) =>
        Notice(
            context.Wording.Fill("export.busy", ("file", Name(order, context))),
            done > 0 ? context.Wording.Fill("export.lines", ("n", CaseTexts.Number(done))) : ""
        );

    public static View.Notice Failed(ExportOrder order, Context context) =>
        Notice(context.Wording.Fill("export.failed", ("file", Name(order, context))), "") with
        {
            Buttons = [new(context.Wording["export.again"], Verbs.Say, Says: ExportPhrases.Command(order))],
        };

    public static View.Notice Nothing(ExportOrder order, Context context) =>
        Notice(context.Wording.Fill("export.nothing", ("file", Name(order, context))), "");

    /// <summary>Nobody said at which address a browser reaches the bot.</summary>
    public static View.Notice NoAddress(Context context) => Notice(context.Wording["export.no_address"], "");

    public static View.Notice PolicyRead(string version, Context context) =>
        Notice(context.Wording.Fill("export.policy_read", ("version", version)), "");

    private static View.Notice Notice(string words, string more) =>
        new("", [.. new[] { words, more }.Where(text => text.Length > 0).Select(text => new LabelledText(text))])
        {
            Plain = Texts.Clip(words, 120),
        };

    /// <summary>With what tells it from others of its kind: whoever keeps ten of them knows which is which.</summary>
    private static string Name(ExportOrder order, Context context)
    {
        var name = context.Wording[$"export.file_{order.Kind}"];
        return order switch
        {
            ExportOrder.Register { Lines: { IsNone: false } lines } => $"{name} ({RegisterLists.Words(lines, context)})",
            ExportOrder.Report { Quarter: var quarter } => context.Wording.Fill("export.for", ("file", name), ("what", quarter.Words)),
            ExportOrder.Pack { From: var from, To: var to } => context.Wording.Fill(
                "export.from_to",
                ("file", name),
                ("from", Dates.Whole(from)),
                ("to", Dates.Whole(to))
            ),
            ExportOrder.Schedule { CaseId: var id } => context.Wording.Fill("export.for", ("file", name), ("what", id)),
            ExportOrder.Needs { CaseId: var id } => context.Wording.Fill("export.for", ("file", name), ("what", id)),
            _ => name,
        };
    }

    private static string Sample(PackSample sample, Context context) =>
        context.Wording.Fill(
            sample.Tier is null ? "export.sample_all" : "export.sample",
            ("n", CaseTexts.Number(sample.Count)),
            ("tier", sample.Tier is { } tier ? CaseTexts.Tier(tier, context) : ""),
            ("seed", CaseTexts.Number(sample.Seed))
        );

    private static string Size(long bytes) =>
        bytes < Kilobyte * Kilobyte
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / Kilobyte)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Kilobyte / Kilobyte:0.0} MB");
}
