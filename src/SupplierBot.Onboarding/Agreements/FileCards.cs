using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>A file that came without a word: which supplier is it about?</summary>
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
