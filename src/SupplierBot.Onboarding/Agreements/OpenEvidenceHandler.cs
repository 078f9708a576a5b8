using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>One document: where it is, what stands in it, and what was made of it. For everybody who sees the whole case.</summary>
internal static class OpenEvidenceHandler
{
    public static Outcome Handle(CaseRequest request)
    {
        if (Find(request) is not { } record)
            return Outcome.Say(EvidenceListHandler.Show(request, request.Say("evidence.not_there"))) with
            {
                Refused = "evidence.not_there",
            };
        var title = DocumentTexts.Title(record.Kind, request.Case, request.Policy);
        return Outcome.Say(
            new View.Notice(title, [.. Lines(request, record)], request.Say("evidence.of", ("supplier", request.Case.Supplier)))
            {
                Plain = Texts.Clip(title, 120),
                Stamp = CardStamp.OfCase(request.Case.Id, request.SlotId, request.Case.ContentVersion),
                Buttons = [.. Buttons(request, record)],
            }
        );
    }

    /// <summary>By its number in the target.</summary>
    public static EvidenceRecord? Find(CaseRequest request)
    {
        var asked = request.Press.Target.Split(' ').FirstOrDefault(part => part.Length > 0 && part.All(char.IsAsciiDigit));
        return request.Case.Evidence.FirstOrDefault(record => CaseTexts.Number(record.Number) == asked);
    }

    private static IEnumerable<LabelledText> Lines(CaseRequest request, EvidenceRecord record)
    {
        foreach (var line in EvidenceTexts.About(record, request))
            yield return line;
        if (record.File is { } file)
        {
            yield return new(file.Sha256, request.Say("evidence.sha256"));
            // Neither platform takes a file from a bot without further rights: who runs the bot has the key.
            yield return new(request.Say("evidence.file_kept", ("key", file.Key), ("name", record.AddedBy.Name)));
        }
        if (EvidenceCards.Verdict(record, request.Context) is { Length: > 0 } verdict)
            yield return new(verdict);
        if (record.Gaps.Length > 0)
            yield return new(request.Say("words.quoted", ("text", record.Gaps)));
    }

    private static IEnumerable<Button> Buttons(CaseRequest request, EvidenceRecord record)
    {
        if (EvidenceListHandler.Judges(request, record))
            yield return new(
                request.Say(record.Verdict is null ? "button.check_document" : "button.check_again"),
                Verbs.CheckEvidence,
                CaseTexts.Number(record.Number),
                Style: record.Verdict is null ? ButtonStyle.Main : ButtonStyle.Plain,
                OpensForm: true
            );
        yield return new(request.Say("button.documents"), Verbs.Evidence);
    }
}
