using System.Globalization;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <param name="Group">The heading it stands under; empty where the list has none.</param>
internal sealed record ListRow(string Group, CardRow Shown);

/// <summary>The rows that were read, and what is known of the rest.</summary>
internal sealed record ListRows(IReadOnlyList<ListRow> Rows, ListEnds Ends)
{
    public int Count => Ends.Before + Rows.Count + Ends.After;

    public IReadOnlyList<ListRow> Page(int from) => [.. Rows.Skip(from - Ends.Before).Take(CaseLists.PageLength)];

    /// <summary>"20+" where the list goes on.</summary>
    public string Words(int number) => CaseTexts.Number(number) + (Ends.GoesOn ? "+" : "");
}

/// <summary>A few rows a page, each of which is pressed as a whole.</summary>
internal static class ListCard
{
    /// <param name="command">What was said to get the list: the next page asks again.</param>
    public static View.Entries Show(string title, string small, ListRows rows, int from, string command, Context context)
    {
        from = CaseLists.FirstOf(from, rows.Count);
        var page = rows.Page(from);
        var left = rows.Count - from - page.Count;
        return new(
            title,
            small,
            [.. page.GroupBy(row => row.Group).Select(group => new EntryGroup(group.Key, [.. group.Select(row => row.Shown)]))],
            null,
            left > 0 ? context.Wording.Fill("list.more", ("n", rows.Words(left))) : ""
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons = left > 0 ? [More(from + CaseLists.PageLength, command, context)] : [],
        };
    }

    public static Button More(int from, string command, Context context) =>
        new(context.Wording["button.more"], Verbs.NextPage, string.Create(CultureInfo.InvariantCulture, $"{from} {command}"));
}

/// <summary>Cases and register entries as rows of lists.</summary>
internal static class Rows
{
    private const int LongestSupplier = 80;

    /// <summary>People named on a row; more are called by their role.</summary>
    private const int MostNames = 3;

    /// <summary>When it is due, what is open, and who has it since when.</summary>
    /// <param name="review">The reader decides it now.</param>
    public static CardRow Waiting(CaseLine line, bool review, Context context)
    {
        if (line.Agreements is { } waits)
            return Agreements(line, waits, context);
        var urgent = line.Status == CaseStatus.InReview && line.DueAt < context.Now.AddDays(1);
        string[] said =
        [
            Due(line, context),
            line.ApprovalsNeeded > 1
                ? context.Wording.Fill(
                    "list.approvals",
                    ("given", CaseTexts.Number(line.ApprovalsGiven)),
                    ("needed", CaseTexts.Number(line.ApprovalsNeeded))
                )
                : "",
            Open(line.OpenPoints, context),
            review || line.Status == CaseStatus.InfoRequested ? "" : WaitsFor(line, context),
        ];
        return new(
            Texts.Clip(line.Supplier, LongestSupplier),
            string.Join(" · ", said.Where(text => text.Length > 0)),
            review
                ? new(context.Wording["button.review"], Verbs.Review, line.Id)
                : new(context.Wording["button.open"], Verbs.Open, line.Id),
            TierTexts.Badge(line.Tier, context)
        )
        {
            IsUrgent = urgent,
        };
    }

    /// <summary>"2 changed contract points to decide · 1 document to check".</summary>
    private static CardRow Agreements(CaseLine line, IReadOnlyList<AgreementWait> waits, Context context) =>
        new(
            Texts.Clip(line.Supplier, LongestSupplier),
            string.Join(" · ", waits.SelectMany(wait => Said(wait, context))),
            waits.Any(wait => wait.Points > 0)
                ? new(context.Wording["button.open"], Verbs.Clauses, line.Id)
                : new(context.Wording["button.open"], Verbs.Evidence, line.Id),
            TierTexts.Badge(line.Tier, context)
        );

    private static IEnumerable<string> Said(AgreementWait wait, Context context)
    {
        if (wait.Points > 0)
            yield return context.Wording.Fill($"list.wait_{wait.Holder}", ("n", CaseTexts.Number(wait.Points)));
        if (wait.Documents > 0)
            yield return context.Wording.Fill("list.wait_documents", ("n", CaseTexts.Number(wait.Documents)));
    }

    public static CardRow Case(CaseLine line, string words, string button, Context context) =>
        Entry(line.Id, line.Supplier, line.Tier, words, button, context);

    /// <param name="tier">Null where nobody assessed it.</param>
    public static CardRow Entry(string id, string supplier, Tier? tier, string words, string button, Context context) =>
        new(
            Texts.Clip(supplier, LongestSupplier),
            words,
            new(context.Wording[button], Verbs.Open, id),
            tier is { } known ? TierTexts.Badge(known, context) : null
        );

    /// <summary>By name, as far as a row has room; the person who has taken it stands alone.</summary>
    public static string Names(CaseLine line, Context context)
    {
        if (line.ClaimedBy is { } claimed)
            return claimed.Name;
        var people = context.Roles.Of(line.NextRole).Where(person => !context.Roles.Same(person.Id, line.Requester.Id)).ToList();
        return people.Count is > 0 and <= MostNames ? CaseTexts.Names(people, context) : CaseTexts.Role(line.NextRole, context);
    }

    private static string WaitsFor(CaseLine line, Context context) =>
        context.Wording.Fill("list.waits_for", ("names", Names(line, context)), ("since", Dates.Day(line.SubmittedAt, context)));

    private static string Due(CaseLine line, Context context) =>
        line.Status == CaseStatus.InfoRequested
            ? context.Wording.Fill("list.paused", ("requester", line.Requester.Name))
            : context.Wording.Fill(line.DueAt < context.Now ? "list.overdue" : "list.due", ("due", Dates.Day(line.DueAt, context)));

    private static string Open(int points, Context context) =>
        points == 0 ? "" : context.Wording.Fill("list.open", ("n", CaseTexts.Number(points)));
}
