using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// The clauses of a case: what is open first, and what is settled folded under its heading, which opens a list of its own. A page has ten
/// rows, however many are required.
/// </summary>
internal static class ClauseListCard
{
    private const int PageLength = 10;

    /// <summary>Before the number of a heading in the target of its row.</summary>
    private const string Heading = "h";

    public static View.Entries Show(CaseRequest request, string said = "")
    {
        var lines = ClauseLines.Of(request);
        return Opened(request.Press, lines) is { } heading ? OfHeading(request, lines, heading, said)
            : Reads(request, lines) ? Report(request, lines)
            : All(request, lines, said);
    }

    /// <summary>Nothing here waits for this person, and nothing ever will: an auditor.</summary>
    private static bool Reads(CaseRequest request, IReadOnlyList<ClauseLine> lines) =>
        !ClauseRights.MaySettle(request)
        && !ClauseRights.MayPropose(request)
        && !lines.Any(line => ClauseRights.MayAccept(request, line.Item));

    /// <summary>All of them under their headings, each with everything there is to say of it.</summary>
    private static View.Entries Report(CaseRequest request, IReadOnlyList<ClauseLine> lines)
    {
        var gaps = UseGate.Gaps(request.Case).Where(gap => gap.Kind == UseGapKind.Clause).ToList();
        return Page(
            request,
            lines,
            [
                .. Headings(lines)
                    .SelectMany(heading => lines.Where(line => line.Heading == heading))
                    .Select(line => new ListRow(
                        line.Heading,
                        Row(request, line) with
                        {
                            Text = ClauseWords.Report(line, gaps.Find(gap => gap.Id == line.Clause.Id), request),
                        }
                    )),
            ],
            ""
        );
    }

    private static View.Entries All(CaseRequest request, IReadOnlyList<ClauseLine> lines, string said)
    {
        var rows = new List<ListRow>();
        foreach (var line in lines.Where(line => !line.Item.IsSettled).OrderByDescending(line => line.BeforeUse))
            rows.Add(new(request.Say(line.BeforeUse ? "clauses.group_before" : "clauses.group_open"), Row(request, line)));
        foreach (var (heading, at) in Headings(lines).Select((heading, at) => (heading, at)))
        {
            var under = lines.Where(line => line.Heading == heading).ToList();
            if (under.Exists(line => line.Item.IsSettled))
                rows.Add(new(request.Say("clauses.group_settled"), HeadingRow(request, heading, under, at)));
        }
        return Page(request, lines, rows, said);
    }

    private static View.Entries Page(CaseRequest request, IReadOnlyList<ClauseLine> lines, IReadOnlyList<ListRow> rows, string said)
    {
        var from = Math.Clamp(From(request.Press), 0, Math.Max(0, (rows.Count - 1) / PageLength * PageLength));
        var left = Math.Max(0, rows.Count - from - PageLength);
        return Card(request, lines, [.. rows.Skip(from).Take(PageLength)], said) with
        {
            More = left > 0 ? request.Say("list.more", ("n", CaseTexts.Number(left))) : "",
            Buttons = [.. Buttons(request, lines, left > 0 ? from + PageLength : 0)],
        };
    }

    private static View.Entries OfHeading(CaseRequest request, IReadOnlyList<ClauseLine> lines, string heading, string said) =>
        Card(
            request,
            lines,
            [
                .. lines
                    .Where(line => line.Heading == heading && line.Item.IsSettled)
                    .Select(line => new ListRow(heading, Row(request, line))),
            ],
            said
        ) with
        {
            Buttons = [new(request.Say("button.clauses_all"), Verbs.Clauses, "0"), new(request.Say("button.back"), Verbs.Back)],
        };

    private static View.Entries Card(CaseRequest request, IReadOnlyList<ClauseLine> lines, IReadOnlyList<ListRow> rows, string said)
    {
        var title = request.Say("clauses.title", ("supplier", Texts.Clip(request.Case.Supplier, 60)));
        return new(
            title,
            lines.Count == 0 ? request.Say("clauses.none") : Counted(lines, request.Context.Wording),
            [.. rows.GroupBy(row => row.Group).Select(group => new EntryGroup(group.Key, [.. group.Select(row => row.Shown)]))],
            null,
            ""
        )
        {
            Plain = Texts.Clip(title, 120),
            Problem = said,
            ProblemKind = NoticeKind.Info,
            Stamp = CardStamp.OfCase(request.Case.Id, request.SlotId, request.Case.ContentVersion),
        };
    }

    /// <summary>"14 of 18 contract points settled".</summary>
    public static string Counted(IReadOnlyList<ClauseLine> lines, Wording wording) =>
        wording.Fill(
            "clauses.count",
            ("settled", CaseTexts.Number(lines.Count(line => line.Item.IsSettled))),
            ("all", CaseTexts.Number(lines.Count))
        );

    private static CardRow Row(CaseRequest request, ClauseLine line) =>
        new(
            line.Clause.Title,
            ClauseWords.Row(line, request.Context),
            new(
                ClauseWords.State(line.Item, request.Context.Wording),
                ClauseRights.MayAccept(request, line.Item) ? Verbs.AcceptClause : Verbs.Clause,
                line.Clause.Id
            )
        );

    private static CardRow HeadingRow(CaseRequest request, string heading, IReadOnlyList<ClauseLine> under, int at) =>
        new(
            heading,
            Counted(under, request.Context.Wording),
            new(request.Say("button.show"), Verbs.Clauses, string.Create(CultureInfo.InvariantCulture, $"{Heading}{at}"))
        );

    private static IEnumerable<Button> Buttons(CaseRequest request, IReadOnlyList<ClauseLine> lines, int next)
    {
        if (lines.Any(line => line.IsOpen) && (ClauseRights.MaySettle(request) || ClauseRights.MayPropose(request)))
            yield return new(request.Say("button.cover"), Verbs.Cover);
        if (next > 0)
            yield return new(request.Say("button.more"), Verbs.Clauses, CaseTexts.Number(next));
        if (lines.Count > 0)
            yield return new(request.Say("button.schedule"), Verbs.Schedule);
        foreach (var button in EvidenceCards.Offer(request.Case, request.Context.Wording))
            yield return button with
            {
                Rare = false,
            };
        yield return new(request.Say("button.back"), Verbs.Back);
    }

    private static List<string> Headings(IReadOnlyList<ClauseLine> lines) => [.. lines.Select(line => line.Heading).Distinct()];

    private static string? Opened(CardPress press, IReadOnlyList<ClauseLine> lines) =>
        press is { Verb: Verbs.Clauses, Target: { } target }
        && target.StartsWith(Heading, StringComparison.Ordinal)
        && int.TryParse(target.AsSpan(Heading.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? Headings(lines).ElementAtOrDefault(at)
            : null;

    private static int From(CardPress press) =>
        press.Verb == Verbs.Clauses && int.TryParse(press.Target, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
}
