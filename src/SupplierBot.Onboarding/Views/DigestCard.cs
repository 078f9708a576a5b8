using System.Globalization;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>The weekly digest: who waits for what, oldest first. Of a supplier it says name, tier and dates, and nothing else.</summary>
public static class DigestCard
{
    private const int MostRows = 6;

    /// <param name="reader">Whose own digest it is: what waits for them; null for a place.</param>
    public static View Show(DigestContents contents, PersonId? reader, Context context) =>
        UnreadableRowsNotice.On(Card(contents, reader, context), contents.Unread, context.Wording)!;

    /// <summary>A queue: what to decide, what to check, what to look at again; each by its day.</summary>
    private static View Card(DigestContents contents, PersonId? reader, Context context)
    {
        var open = reader is { } person ? [.. contents.Open.Where(line => Waits(line, person, context.Roles))] : contents.Open;
        var decide = open.Where(line => line.Status == CaseStatus.InReview).OrderBy(line => line.DueAt).ToList();
        var overdue = decide.Count(line => line.DueAt < context.Now);
        var asked = reader is null ? contents.Asked : [];
        var check = reader is null ? Checks(contents, context).ToList() : [];
        var again = reader is null ? contents.Reviews.Select(entry => Due(Reviewed(entry), entry, entry.NextReview, context)).ToList() : [];
        var agree = contents.Agreements.Where(line => reader is not { } one || Waits(line, one, context.Roles)).ToList();
        var notReady = NotReady(contents, reader, context).ToList();
        var count = decide.Count + asked.Count + check.Count + again.Count + agree.Count + notReady.Count;
        if (count == 0)
            return Empty(contents, reader, context);
        EntryGroup[] groups =
        [
            Group(
                "digest.decide",
                decide.Select(line => Rows.Waiting(line, review: reader is not null, context)),
                decide.Count,
                contents,
                context
            ),
            Group("digest.agreements", agree.Select(line => Rows.Waiting(line, review: false, context)), agree.Count, contents, context),
            Group("digest.not_ready", notReady, notReady.Count, contents, context),
            Group("digest.asked", asked.Select(line => Rows.Waiting(line, review: false, context)), asked.Count, contents, context),
            Group("digest.check", check, check.Count, contents, context),
            Group("digest.again", again, again.Count, contents, context),
        ];
        var left = groups
            .Zip([decide.Count, agree.Count, notReady.Count, asked.Count, check.Count, again.Count])
            .Sum(pair => pair.Second - pair.First.Rows.Count);
        return new View.Entries(
            context.Wording.Fill(reader is null ? "digest.title" : "digest.title_you", ("day", Dates.Day(context.Now, context))),
            context.Wording["digest.order"],
            [.. groups.Where(group => group.Rows.Count > 0)],
            null,
            Foot(contents, open, overdue, left, reader is null, context)
        )
        {
            Plain = context.Wording.Fill("digest.plain", ("n", Counted(open)), ("overdue", Number(overdue))),
            Buttons = decide.Count + asked.Count > MostRows ? [ListCard.More(0, "pending", context)] : [],
        };
    }

    /// <summary>
    /// Whether this line waits for this person: their role is next, it is not their own, and they did not do their part already. The one
    /// answer to that, for <c>pending</c>, the digest and the home of the Slack app.
    /// </summary>
    public static bool Waits(CaseLine line, PersonId person, RoleHolders roles) =>
        line.Requester.Id != person
        && line.NoPart?.Any(other => roles.Same(other, person)) != true
        && (line.Agreements is null ? Decides(line, person, roles) : AgreementWaits.Wait(line, person, roles));

    private static bool Decides(CaseLine line, PersonId person, RoleHolders roles) =>
        line.Status == CaseStatus.InReview && roles.Holds(person, line.NextRole) && (line.ClaimedBy is null || line.ClaimedBy.Id == person);

    /// <summary>The beginning is enough to compare it with the log by eye.</summary>
    private static string Words(RegisterFingerprint fingerprint, Context context) =>
        context.Wording.Fill(
            "digest.fingerprint",
            ("hash", fingerprint.Hash[..Math.Min(16, fingerprint.Hash.Length)] + "…"),
            ("cases", fingerprint.Cases.ToString(CultureInfo.InvariantCulture)),
            ("entries", fingerprint.Entries.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>Also where others have something to decide: then it says so, as <c>pending</c> does.</summary>
    private static View.Notice Empty(DigestContents contents, PersonId? reader, Context context)
    {
        var others = reader is null ? 0 : contents.Open.Count;
        var words =
            others == 0
                ? context.Wording["digest.empty"]
                : context.Wording.Fill(others == 1 ? "digest.empty_you_one" : "digest.empty_you", ("n", Counted(contents.Open)));
        return new("", [new LabelledText(words)])
        {
            Plain = words,
            Buttons = others == 0 ? [] : [new(context.Wording["digest.show_pending"], Verbs.Say, Says: "pending")],
        };
    }

    private static string Numbers(DigestContents contents, IReadOnlyList<CaseLine> open, int overdue, Context context)
    {
        var since =
            contents.Open.Count(line => line.SubmittedAt >= contents.Since)
            + contents.Decided.Count(decided => decided.Line.SubmittedAt >= contents.Since);
        (string, string)[] holes =
        [
            ("n", Counted(open)),
            ("overdue", Number(overdue)),
            ("new", Number(since)),
            ("decided", Counted(contents.Decided.Count, contents.Decided.Count >= DigestContents.MostDecided)),
            ("days", Median(contents, context) is { } days ? Age(days, context) : ""),
        ];
        return context.Wording.Fill(contents.Decided.Count == 0 ? "digest.small_none" : "digest.small", holes);
    }

    /// <summary>In working days: half of the decisions took no longer.</summary>
    private static int? Median(DigestContents contents, Context context)
    {
        var took = contents
            .Decided.Select(decided => context.Calendar.WorkingDaysLeft(decided.Line.SubmittedAt, decided.At))
            .Order()
            .ToList();
        return took.Count == 0 ? null : took[(took.Count - 1) / 2];
    }

    private static EntryGroup Group(string title, IEnumerable<CardRow> rows, int count, DigestContents contents, Context context) =>
        new(
            context.Wording.Fill(title, ("n", Counted(Math.Min(count, DigestContents.MostCounted), count > DigestContents.MostCounted))),
            [.. rows.Take(MostRows)]
        );

    /// <summary>To a place all of them, to one person those they look after.</summary>
    private static IEnumerable<CardRow> NotReady(DigestContents contents, PersonId? reader, Context context) =>
        contents
            .NotReady.Where(entry => reader is not { } one || context.Roles.Same(entry.Owner.Id, one))
            .Select(entry => Rows.Entry(entry.Id, entry.Supplier, entry.Tier, MissingWords(entry, context), "button.open", context));

    private static string MissingWords(RegisterEntry entry, Context context) =>
        context.Wording.Fill(
            entry.Gaps.Count > 0 ? "digest.not_ready_row" : "digest.not_ready_condition",
            ("day", entry.DecidedAt is { } at ? Dates.Day(at, context) : ""),
            ("n", Number(entry.Gaps.Sum(gap => gap.Clauses + gap.Documents))),
            ("owner", entry.Owner.Name)
        );

    /// <summary>Conditions and reports of suppliers that are due, by their day.</summary>
    private static IEnumerable<CardRow> Checks(DigestContents contents, Context context) =>
        contents
            .Conditions.SelectMany(current => Conditions(current, context))
            .Concat(
                contents.Reports.Select(entry => (Day: entry.NextReport, Row: Due("digest.report_due", entry, entry.NextReport, context)))
            )
            .OrderBy(row => row.Day)
            .Select(row => row.Row);

    private static IEnumerable<(DateOnly? Day, CardRow Row)> Conditions(Case current, Context context) =>
        current
            .Conditions.Where(condition =>
                condition.State == ApprovalConditionState.Open
                && condition.Due is { } due
                && due <= context.Calendar.Today(context.Now).AddDays(DigestContents.DaysAhead)
            )
            .Select(condition =>
                (
                    condition.Due,
                    Due(
                        "digest.condition",
                        current.Id,
                        current.Supplier,
                        current.Assessment.Tier,
                        condition.Owner.Name,
                        condition.Due,
                        context
                    )
                )
            );

    /// <summary>What was in use before the register has its first assessment instead.</summary>
    private static string Reviewed(RegisterEntry entry) =>
        entry.Status == EntryStatus.Legacy ? "digest.assessment_due" : "digest.review_due";

    private static CardRow Due(string words, RegisterEntry entry, DateOnly? day, Context context) =>
        Due(words, entry.Id, entry.Supplier, entry.KnownTier, LegacyTexts.Owner(entry.Owner, context), day, context);

    private static CardRow Due(string words, string id, string supplier, Tier? tier, string owner, DateOnly? day, Context context) =>
        Rows.Entry(
            id,
            supplier,
            tier,
            context.Wording.Fill(
                words,
                ("due", day is { } due ? Dates.Day(due, context) : context.Wording["words.soon"]),
                ("owner", owner)
            ),
            "button.open",
            context
        ) with
        {
            IsUrgent = day < context.Calendar.Today(context.Now),
        };

    /// <summary>How the week was, and what the auditor compares with the log.</summary>
    private static string Foot(
        DigestContents contents,
        IReadOnlyList<CaseLine> open,
        int overdue,
        int left,
        bool isOfPlace,
        Context context
    )
    {
        string[] lines =
        [
            left > 0 ? context.Wording.Fill("list.more", ("n", Counted(left, contents.Open.Count > DigestContents.MostCounted))) : "",
            Numbers(contents, open, overdue, context),
            isOfPlace ? string.Join('\n', ConcentrationTexts.Heaviest(contents.Concentration, contents.Critical, context)) : "",
            isOfPlace && contents.Fingerprint is { } fingerprint ? Words(fingerprint, context) : "",
        ];
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static string Age(int workingDays, Context context) => context.Wording.Fill("digest.age", ("n", Number(workingDays)));

    private static string Counted(IReadOnlyList<CaseLine> lines) =>
        Counted(Math.Min(lines.Count, DigestContents.MostCounted), lines.Count > DigestContents.MostCounted);

    private static string Counted(int number, bool goesOn) => Number(number) + (goesOn ? "+" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One hash over all cases, which tells the person who keeps it that none was dropped since.</summary>
public sealed record RegisterFingerprint(string Hash, long Cases, long Entries);
