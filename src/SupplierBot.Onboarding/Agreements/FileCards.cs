using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Files that came without a word: which supplier is each about?</summary>
public static class FileCards
{
    private const int Most = 15;

    /// <param name="lines">Cases of the person, and those they decide.</param>
    /// <param name="words">Something was written beside the file.</param>
    public static View Which(StoredFile file, IEnumerable<CaseLine> lines, bool words, Context context)
    {
        var open = lines.Where(TakesDocuments).DistinctBy(line => line.Id).Take(Most).ToList();
        if (open.Count == 0)
            return Refused("file.no_supplier", context);
        var title = context.Wording.Fill("file.which", ("name", Texts.Clip(file.Name, 60)));
        return new View.Entries(
            title,
            context.Wording[words ? "file.words_beside" : "file.which_small"],
            [new("", [.. open.Select(line => Row(line, context))])],
            null,
            ""
        )
        {
            Plain = Texts.Clip(title, 120),
            Stamp = CardStamp.None with { Page = file.Key },
        };
    }

    /// <summary>A card for each; only the first says what became of the words.</summary>
    public static IEnumerable<View> Which(IReadOnlyList<StoredFile> files, IReadOnlyList<CaseLine> lines, bool words, Context context) =>
        files.Count > 0 && !lines.Any(TakesDocuments)
            ? [Refused("file.no_supplier", context)]
            : files.Select((file, index) => Which(file, lines, words && index == 0, context));

    /// <summary>Of several files those that were not kept, each with its reason.</summary>
    public static View.Notice Refused(IReadOnlyList<(string Name, string Key)> files, Context context)
    {
        var lines = files.Select(file => new LabelledText(context.Wording[file.Key], Texts.Clip(file.Name, 60))).ToList();
        return new("", lines) { Plain = Texts.Clip($"{lines[0].Label}: {lines[0].Text}", 120) };
    }

    public static View.Notice Refused(string key, Context context, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        var words = context.Wording.Fill(key, holes);
        return new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) };
    }

    private static bool TakesDocuments(CaseLine line) =>
        line.Status is CaseStatus.InReview or CaseStatus.InfoRequested or CaseStatus.Approved or CaseStatus.ApprovedWithConditions;

    private static CardRow Row(CaseLine line, Context context) =>
        new(
            Texts.Clip(line.Supplier, 80),
            $"{line.Id} · {CaseTexts.Status(line.Status, context)}",
            new(context.Wording["button.add"], Verbs.AddEvidence, line.Id, OpensForm: true)
        );
}
