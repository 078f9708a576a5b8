using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// The documents of a supplier: what needs the reader first, what is missing and why, what was checked and until when it counts.
/// </summary>
internal static class EvidenceListHandler
{
    private const int PageLength = 10;
    private const int LongestReason = 300;

    public static Outcome Handle(CaseRequest request) => Outcome.Say(Show(request, ""));

    /// <param name="said">What was just done; may be empty.</param>
    public static View.Entries Show(CaseRequest request, string said)
    {
        var standing = StandingOf(request);
        var rows = Rows(request, standing);
        var asked = int.TryParse(request.Press.Target, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0;
        var from =
            request.Asked is Request.ShowEvidence ? Math.Clamp(asked, 0, Math.Max(0, (rows.Count - 1) / PageLength * PageLength)) : 0;
        var page = rows.Skip(from).Take(PageLength).ToList();
        var left = rows.Count - from - page.Count;
        var title = request.Say("evidence.title", ("supplier", Texts.Clip(request.Case.Supplier, 60)));
        return new(
            title,
            said.Length > 0 ? $"{said} {Counts(request, standing)}" : Counts(request, standing),
            [.. page.GroupBy(row => row.Group).Select(group => new EntryGroup(group.Key, [.. group.Select(row => row.Shown)]))],
            null,
            left > 0 ? request.Say("list.more", ("n", CaseTexts.Number(left))) : ""
        )
        {
            Plain = Texts.Clip(title, 120),
            Stamp = CardStamp.OfCase(request.Case.Id, request.SlotId, request.Case.ContentVersion),
            Buttons = [.. Buttons(request, left > 0 ? from + PageLength : 0)],
        };
    }

    public static EvidenceStanding StandingOf(CaseRequest request) => new(request.Case, request.Context.Calendar.Today(request.Now));

    private static string Counts(CaseRequest request, EvidenceStanding standing)
    {
        string[] said =
        [
            request.Say(
                "evidence.checked_of",
                ("given", CaseTexts.Number(standing.Checked)),
                ("needed", CaseTexts.Number(standing.Required))
            ),
            standing.ToCheck.Count > 0 ? request.Say("evidence.to_check", ("n", CaseTexts.Number(standing.ToCheck.Count))) : "",
            standing.Missing.Count > 0 ? request.Say("evidence.missing", ("n", CaseTexts.Number(standing.Missing.Count))) : "",
        ];
        return string.Join(" · ", said.Where(text => text.Length > 0));
    }

    private static List<ListRow> Rows(CaseRequest request, EvidenceStanding standing)
    {
        var adds = EvidenceRights.Adds(request) is null;
        var yours = request.Say("evidence.needs_you");
        // Who only reads has nothing to do, and neither has who decides with what the others have to bring.
        var brings = adds && (request.IsRequester || request.IsOwner);
        var toCheck = standing.ToCheck.Select(record => (Row: EvidenceCards.ToCheck(request, record), Record: record)).ToList();
        var missing = standing.Missing.Select(kind => EvidenceCards.Missing(request, kind, standing, adds)).ToList();
        var checks = toCheck.Where(one => Judges(request, one.Record)).ToList();
        return
        [
            .. checks.Select(one => new ListRow(yours, one.Row)),
            .. missing.Select(row => new ListRow(brings ? yours : request.Say("evidence.group_missing"), row)),
            .. toCheck.Except(checks).Select(one => new ListRow(request.Say("evidence.group_waits"), one.Row)),
            .. standing.Good.Select(record => new ListRow(request.Say("evidence.group_checked"), EvidenceCards.Checked(request, record))),
            .. standing.Past.Select(record => new ListRow(
                request.Say("evidence.group_past"),
                EvidenceCards.Past(request, record, standing.IsOver(record))
            )),
        ];
    }

    public static bool Judges(CaseRequest request, EvidenceRecord record) => EvidenceRights.Judges(request, record) is null;

    /// <summary>As the assessment says it; the policy where it is required no more.</summary>
    public static string Because(CaseRequest request, string kind) =>
        request.Case.Assessment.Evidence.FirstOrDefault(one => one.Id == kind) is { } required ? Because(required) : "";

    public static string Because(RequiredEvidence kind) => Texts.Clip(kind.Because, LongestReason);

    private static IEnumerable<Button> Buttons(CaseRequest request, int next)
    {
        if (EvidenceRights.Adds(request) is null)
            yield return new(request.Say("button.add_document"), Verbs.AddEvidence, Style: ButtonStyle.Main, OpensForm: true);
        if (EvidenceRights.Adds(request) is null)
            yield return new(request.Say("button.contract"), Verbs.Contract, OpensForm: true, Rare: true);
        if (next > 0)
            yield return new(request.Say("button.more"), Verbs.Evidence, CaseTexts.Number(next));
        if (StandingOf(request).Missing.Count > 0)
            yield return new(request.Say("button.needs"), Verbs.Needs);
        foreach (var button in ClauseRights.Buttons(request.Case, request.Context.Wording))
            yield return button with
            {
                Rare = false,
            };
        yield return new(request.Say("button.back"), Verbs.Back);
    }
}
