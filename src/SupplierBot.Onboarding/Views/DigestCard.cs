using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is known for one digest: the first rows of each section, and what happened since the one before.</summary>
/// <param name="Open">Open cases, the one due first at the top; at most <see cref="MostCounted"/> and one more.</param>
/// <param name="Asked">Those that wait for the requester.</param>
/// <param name="Conditions">Approved cases with a condition due soon.</param>
/// <param name="Decided">Cases that ended since the digest before, with when.</param>
public sealed record DigestContents(
    IReadOnlyList<CaseLine> Open,
    IReadOnlyList<CaseLine> Asked,
    IReadOnlyList<Case> Conditions,
    IReadOnlyList<(CaseLine Line, DateTimeOffset At)> Decided,
    DateTimeOffset Since
)
{
    /// <summary>Beyond this a number is "60+": a digest reads about what it shows.</summary>
    public const int MostCounted = 60;
    public const int MostDecided = 200;

    /// <summary>Conditions due within so many days.</summary>
    public const int DaysAhead = 30;

    /// <summary>Register lines whose review is due within <see cref="DaysAhead"/>, or was.</summary>
    public IReadOnlyList<RegisterEntry> Reviews { get; init; } = [];

    /// <summary>Those whose supplier's report or certificate is.</summary>
    public IReadOnlyList<RegisterEntry> Reports { get; init; } = [];

    /// <summary>The newest fingerprint of the register; null before the first.</summary>
    public RegisterFingerprint? Fingerprint { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public int Unread { get; init; }

    public bool Empty => Open.Count + Conditions.Count + Reviews.Count + Reports.Count == 0;
}

/// <summary>The weekly digest: who waits for what, oldest first. Of a supplier it says name, tier and dates, and nothing else.</summary>
public static class DigestCard
{
    private const int MostRows = 10;

    /// <param name="reader">Whose own digest it is: what waits for them; null for a place.</param>
    public static View Show(DigestContents contents, PersonId? reader, Context context) =>
        UnreadableRowsNotice.On(Card(contents, reader, context), contents.Unread, context.Wording)!;

    private static View Card(DigestContents contents, PersonId? reader, Context context)
    {
        var open = reader is { } person ? [.. contents.Open.Where(line => Waits(line, person, context.Roles))] : contents.Open;
        var (overdue, waiting) = (
            open.Where(line => line.Status == CaseStatus.InReview && line.DueAt < context.Now).ToList(),
            open.Where(line => line.Status == CaseStatus.InReview && line.DueAt >= context.Now).ToList()
        );
        var asked = reader is null ? contents.Asked : [];
        var conditions = reader is null ? contents.Conditions : [];
        var (reviews, reports) = reader is null ? (contents.Reviews, contents.Reports) : ([], []);
        if (overdue.Count + waiting.Count + asked.Count + conditions.Count + reviews.Count + reports.Count == 0)
            return Empty(context);
        IReadOnlyList<EntryGroup> groups =
        [
            Group("digest.overdue", overdue, context),
            Group(reader is null ? "digest.waiting" : "digest.waiting_you", waiting, context),
            Group("digest.asked", asked, context),
            new(context.Wording["digest.conditions"], [.. conditions.Take(MostRows).SelectMany(current => Conditions(current, context))]),
            new(context.Wording["digest.reviews"], [.. reviews.Take(MostRows).Select(entry => Due(entry, entry.NextReview, context))]),
            new(context.Wording["digest.reports"], [.. reports.Take(MostRows).Select(entry => Due(entry, entry.NextReport, context))]),
        ];
        var picks = overdue
            .Take(MostRows)
            .Concat(waiting.Take(MostRows))
            .Concat(asked.Take(MostRows))
            .Select(line => new FieldChoice(line.Id, Texts.Clip($"{line.Supplier} · {line.Id}", 75)))
            .Concat(
                conditions
                    .Take(MostRows)
                    .Select(current => new FieldChoice(current.Id, Texts.Clip($"{current.Supplier} · {current.Id}", 75)))
            )
            .Concat(
                reviews
                    .Take(MostRows)
                    .Concat(reports.Take(MostRows))
                    .Select(entry => new FieldChoice(entry.Id, Texts.Clip($"{entry.Supplier} · {entry.Id}", 75)))
            )
            .DistinctBy(choice => choice.Id)
            .ToList();
        var left = Math.Max(0, overdue.Count - MostRows) + Math.Max(0, waiting.Count - MostRows) + Math.Max(0, asked.Count - MostRows);
        return new View.Entries(
            context.Wording.Fill(reader is null ? "digest.title" : "digest.title_you", ("day", Dates.Day(context.Now, context))),
            Numbers(contents, open, overdue.Count, context)
                + (reader is null && contents.Fingerprint is { } fingerprint ? "\n" + Words(fingerprint, context) : ""),
            [.. groups.Where(group => group.Rows.Count > 0)],
            FormFields.One(CardPress.Pick, context.Wording["list.pick"], "", picks),
            left > 0 ? context.Wording.Fill("list.more", ("n", Counted(left, contents.Open.Count > DigestContents.MostCounted))) : ""
        )
        {
            Plain = context.Wording.Fill("digest.plain", ("n", Counted(open)), ("overdue", Number(overdue.Count))),
            Buttons = [.. Buttons(overdue.Count + waiting.Count + asked.Count > 0, left > 0, context)],
        };
    }

    /// <summary>Whether this line waits for this person: their role is next, and it is not their own.</summary>
    public static bool Waits(CaseLine line, PersonId person, RoleHolders roles) =>
        line.Status == CaseStatus.InReview
        && line.Requester.Id != person
        && roles.Holds(person, line.NextRole)
        && (line.ClaimedBy is null || line.ClaimedBy.Id == person);

    /// <summary>The beginning is enough to compare it with the log by eye.</summary>
    private static string Words(RegisterFingerprint fingerprint, Context context) =>
        context.Wording.Fill(
            "digest.fingerprint",
            ("hash", fingerprint.Hash[..Math.Min(16, fingerprint.Hash.Length)] + "…"),
            ("cases", fingerprint.Cases.ToString(CultureInfo.InvariantCulture)),
            ("entries", fingerprint.Entries.ToString(CultureInfo.InvariantCulture))
        );

    private static View.Notice Empty(Context context) =>
        new("", [new LabelledText(context.Wording["digest.empty"])]) { Plain = context.Wording["digest.empty"] };

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

    private static EntryGroup Group(string title, IReadOnlyList<CaseLine> lines, Context context) =>
        new(context.Wording[title], [.. lines.Take(MostRows).Select(line => new LabelledText(Row(line, context), line.Supplier))]);

    private static string Row(CaseLine line, Context context) =>
        context.Wording.Fill(
            "digest.row",
            ("tier", CaseTexts.Tier(line.Tier, context)),
            ("age", Age(Math.Max(0, context.Calendar.WorkingDaysLeft(line.SubmittedAt, context.Now)), context)),
            ("due", Dates.Day(line.DueAt, context)),
            ("who", line.ClaimedBy is { } claimed ? claimed.Name : CaseTexts.Role(line.NextRole, context))
        );

    private static IEnumerable<LabelledText> Conditions(Case current, Context context) =>
        current
            .Conditions.Where(condition =>
                condition.State == ApprovalConditionState.Open
                && condition.Due is { } due
                && due <= context.Calendar.Today(context.Now).AddDays(DigestContents.DaysAhead)
            )
            .Select(condition => new LabelledText(
                context.Wording.Fill(
                    "digest.condition",
                    ("tier", CaseTexts.Tier(current, context)),
                    ("due", Dates.Day(condition.Due!.Value, context)),
                    ("owner", condition.Owner.Name)
                ),
                current.Supplier
            ));

    private static LabelledText Due(RegisterEntry entry, DateOnly? day, Context context) =>
        new(
            context.Wording.Fill(
                "digest.condition",
                ("tier", CaseTexts.Tier(entry.Tier, context)),
                ("due", day is { } due ? Dates.Day(due, context) : ""),
                ("owner", entry.Owner.Name)
            ),
            entry.Supplier
        );

    private static IEnumerable<Button> Buttons(bool open, bool more, Context context)
    {
        yield return new(context.Wording["button.open"], Verbs.Open, Style: ButtonStyle.Main, Checks: true);
        if (open)
        {
            yield return new(context.Wording["button.claim"], Verbs.Claim, Checks: true);
            yield return new(context.Wording["button.remind"], Verbs.Remind, Checks: true);
        }
        if (more)
            yield return new(
                context.Wording["button.more"],
                Verbs.NextPage,
                string.Create(CultureInfo.InvariantCulture, $"{CaseLists.PageLength} pending")
            );
    }

    private static string Age(int workingDays, Context context) =>
        workingDays == 1 ? context.Wording["digest.age_one"] : context.Wording.Fill("digest.age", ("n", Number(workingDays)));

    private static string Counted(IReadOnlyList<CaseLine> lines) =>
        Counted(Math.Min(lines.Count, DigestContents.MostCounted), lines.Count > DigestContents.MostCounted);

    private static string Counted(int number, bool goesOn) => Number(number) + (goesOn ? "+" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One hash over all cases, which tells the person who keeps it that none was dropped since.</summary>
public sealed record RegisterFingerprint(string Hash, long Cases, long Entries);
