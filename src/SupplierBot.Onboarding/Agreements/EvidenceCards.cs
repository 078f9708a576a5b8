using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Documents as rows of their list, and what people are told of one.</summary>
internal static class EvidenceCards
{
    private const int LongestGaps = 200;

    /// <summary>The way to the documents, where any are asked for or there.</summary>
    public static IEnumerable<Button> Offer(Case current, Wording wording) =>
        current.Assessment.Evidence.Count > 0 || current.Evidence.Count > 0
            ? [new(wording["button.documents"], Verbs.Evidence, Rare: true)]
            : [];

    public static CardRow ToCheck(CaseRequest request, EvidenceRecord record) =>
        EvidenceListHandler.Judges(request, record)
            ? Row(request, record, Added(record, request.Context), "button.check_document", Verbs.CheckEvidence)
            : Row(request, record, Added(record, request.Context), "button.open", Verbs.OpenEvidence);

    public static CardRow Checked(CaseRequest request, EvidenceRecord record) =>
        Row(
            request,
            record,
            Joined(
                Verdict(record, request.Context),
                record.LastDay is { } last ? request.Say("evidence.valid_until", ("day", Dates.Day(last, request.Context))) : "",
                record.Gaps.Length > 0 ? request.Say("words.quoted", ("text", Texts.Clip(record.Gaps, LongestGaps))) : ""
            ),
            "button.open",
            Verbs.OpenEvidence
        );

    public static CardRow Past(CaseRequest request, EvidenceRecord record, bool over) =>
        Row(
            request,
            record,
            over && record.LastDay is { } last
                ? Joined(request.Say("evidence.ended", ("day", Dates.Day(last, request.Context))), Verdict(record, request.Context))
                : Joined(
                    Verdict(record, request.Context),
                    record.Gaps.Length > 0 ? request.Say("words.quoted", ("text", Texts.Clip(record.Gaps, LongestGaps))) : ""
                ),
            "button.open",
            Verbs.OpenEvidence
        );

    /// <summary>Why it is needed, or why what was there does not do.</summary>
    public static CardRow Missing(CaseRequest request, RequiredEvidence kind, EvidenceStanding standing, bool adds)
    {
        var before = standing.Newest(kind.Id);
        var over = before is not null && standing.IsOver(before) && before.LastDay is not null;
        string[] said =
        [
            over ? request.Say("evidence.ended", ("day", Dates.Day(before!.LastDay!.Value, request.Context)))
            : before is not null ? request.Say("evidence.not_enough", ("name", before.JudgedBy?.Name ?? ""))
            : "",
            request.Say(
                BeforeUse(request.Case, kind.Id) ? "evidence.because_before_use" : "evidence.because",
                ("because", EvidenceListHandler.Because(kind))
            ),
        ];
        return new(kind.Title, Joined(said), adds ? new(request.Say("button.add"), Verbs.AddEvidence, kind.Id, OpensForm: true) : null)
        {
            IsUrgent = over,
        };
    }

    /// <summary>"Rita Moreno added a link, Mon 30 Nov, 09:40".</summary>
    public static string Added(EvidenceRecord record, Context context) =>
        context.Wording.Fill(
            record.File is not null ? "evidence.added_file"
                : record.Link.Length > 0 ? "evidence.added_link"
                : "evidence.added_place",
            ("name", record.AddedBy.Name),
            ("at", Dates.Time(record.AddedAt, context))
        );

    /// <summary>What somebody made of it and when; empty while nobody did.</summary>
    public static string Verdict(EvidenceRecord record, Context context) =>
        record is { Verdict: { } verdict, JudgedBy: { } by, JudgedAt: { } at }
            ? context.Wording.Fill($"evidence.verdict_{verdict}", ("name", by.Name), ("day", Dates.Day(at, context)))
            : "";

    /// <summary>Not enough, or with gaps that have to be closed: what to do next.</summary>
    public static View Judged(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var record = current.Evidence.FirstOrDefault(one => one.Number == notification.Number);
        var replaced = record is null || current.Evidence.Any(one => one.Kind == record.Kind && one.Number > record.Number);
        var key =
            record is null || replaced || !(current.IsOpen || current.IsApproved) ? "told.document_over"
            : record.Verdict == EvidenceVerdict.Insufficient ? "told.document_not_enough"
            : record.Verdict == EvidenceVerdict.SufficientWithGaps ? "told.document_gaps"
            : "told.document_over";
        return NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            [.. Buttons(key, current, notification.To, record, context.Wording)],
            ("name", record?.JudgedBy?.Name ?? ""),
            ("title", record is null ? "" : DocumentTexts.Title(record.Kind, current, policy)),
            ("gaps", record?.Gaps ?? "")
        );
    }

    private static IEnumerable<Button> Buttons(string key, Case current, Person to, EvidenceRecord? record, Wording wording)
    {
        if (key == "told.document_not_enough")
            yield return new(wording["button.add_document"], Verbs.AddEvidence, record!.Kind, Style: ButtonStyle.Main, OpensForm: true);
        if (key == "told.document_gaps")
        {
            foreach (var button in NotificationCards.DoneButtons(current, to, wording))
                yield return button;
        }
        yield return new(wording["button.documents"], Verbs.Evidence);
    }

    public static bool BeforeUse(Case current, string kind) =>
        current.Requirements is { } needs && (needs.Documents.Contains(kind) || needs.OneOf.Contains(kind));

    private static CardRow Row(CaseRequest request, EvidenceRecord record, string text, string button, string verb) =>
        new(
            DocumentTexts.Title(record.Kind, request.Case, request.Policy),
            text,
            new(request.Say(button), verb, CaseTexts.Number(record.Number), OpensForm: verb == Verbs.CheckEvidence)
        );

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        var said = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
                said.Add(part);
        }
        return string.Join(" · ", said);
    }
}
