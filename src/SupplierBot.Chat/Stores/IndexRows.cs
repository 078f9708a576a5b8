using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// The rows that find cases and register entries: each follows from the row it leads to, so that they can be rebuilt at any time. Keys
/// follow from that row alone, no matter who holds which role now: a commit finds what an earlier one wrote.
/// </summary>
public static class IndexRows
{
    /// <summary>Say nothing but which case: what is shown of it is read from the case itself.</summary>
    private static readonly string[] Pointers = [Keys.CaseGuessPrefix, Keys.CaseSitePrefix, Keys.IncidentPrefix, Keys.CausePrefix];

    /// <summary>
    /// Open cases by due date and in the order in which they wait, cases by requester, by supplier and website, by when they wake, by when
    /// they ended, by their newest incident, and by what may concern those who depend on their supplier.
    /// </summary>
    internal static IReadOnlyList<string> OfCases { get; } =
    [
        Keys.CaseGuessPrefix,
        Keys.CaseSitePrefix,
        Keys.DecidedPrefix,
        Keys.IncidentPrefix,
        Keys.CausePrefix,
        Keys.OpenPrefix,
        Keys.WaitingPrefix,
        Keys.RequesterPrefix,
        Keys.TimerPrefix,
        Keys.ApprovedTimerPrefix,
    ];

    /// <summary>
    /// Register entries by name, by its later words, by what it looks like, by website, by type, by other names and by typos, what may
    /// be used by type and purpose, by whom they depend on, and by what is due of them when.
    /// </summary>
    internal static IReadOnlyList<string> OfEntries { get; } =
    [
        Keys.NamePrefix,
        Keys.NameEndingPrefix,
        Keys.EntryGuessPrefix,
        Keys.EntrySitePrefix,
        Keys.TypePrefix,
        Keys.OtherNamePrefix,
        Keys.SlipPrefix,
        Keys.UsablePrefix,
        Keys.PurposePrefix,
        Keys.DependencyPrefix,
        .. Enum.GetValues<EntryDueKind>().Select(Keys.DueOnPrefix),
    ];

    public static IReadOnlyList<Row> Of(Case current, RoleHolders roles)
    {
        var line = CaseLine.Of(current, roles);
        return
        [
            .. KeysOf(current)
                .Select(key =>
                    IsPointer(key)
                        ? new Row(key, new Dictionary<string, object> { ["Case"] = current.Id })
                        : Rows.Of(key, IsOfAgreements(key) ? line.ForAgreements(current) : line, StoredJson.Default.CaseLine)
                ),
        ];
    }

    /// <summary>Written once: it never says anything else.</summary>
    internal static bool IsPointer(string key) => Pointers.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsOfAgreements(string key) => key.StartsWith(Keys.QueuePrefix(CaseQueue.OfAgreements), StringComparison.Ordinal);

    /// <exception cref="UnreadableRowException"/>
    internal static string CaseOf(Row row) =>
        IsPointer(row.Key) ? Rows.Value<string>(row, "Case") : Rows.Read(row, StoredJson.Default.CaseLine).Id;

    public static IReadOnlyList<Row> Of(RegisterEntry entry) => EntryIndexRows.Of(entry);

    internal static IReadOnlyList<string> KeysOf(Case? current) =>
        current switch
        {
            null or { NeverSent: true } => [],
            { IsOpen: true } =>
            [
                Keys.Due(current.DueAt, current.Id),
                Keys.Queue(CaseQueue.PlaceOf(current), current.Assessment.Tier, current.DueAt, current.Id),
                MineOf(current),
                .. SupplierOf(current),
                .. TimerOf(current),
                .. AgreementsOf(current),
                .. IncidentOf(current),
                .. CauseOf(current),
            ],
            _ =>
            [
                MineOf(current),
                .. SupplierOf(current),
                .. TimerOf(current),
                .. AgreementsOf(current),
                .. IncidentOf(current),
                .. CauseOf(current),
                .. current.Decision is { } decision ? new[] { Keys.Decided(decision.At, current.Id) } : [],
            ],
        };

    private static IReadOnlyList<string> AgreementsOf(Case current) =>
        AgreementWaits.Since(current) is { } since ? [Keys.Queue(CaseQueue.OfAgreements, current.Assessment.Tier, since, current.Id)] : [];

    private static IReadOnlyList<string> IncidentOf(Case current) =>
        Incidents.Of(current).LastOrDefault() is { } newest ? [Keys.Incident(newest.At, current.Id)] : [];

    private static IReadOnlyList<string> CauseOf(Case current) =>
        ProviderCause.Of(current) is [var newest, ..] ? [Keys.Cause(newest.At, current.Id)] : [];

    private static IReadOnlyList<string> TimerOf(Case current) =>
        WakesAt(current) is var wakes && wakes < DateTimeOffset.MaxValue
            ? [current.IsOpen ? Keys.Timer(wakes, current.Id) : Keys.ApprovedTimer(wakes, current.Id)]
            : [];

    /// <summary>
    /// One that was kept before there was a clock, or before what is approved was reviewed, wakes at once, and knows then.
    /// </summary>
    private static DateTimeOffset WakesAt(Case current) =>
        current switch
        {
            { Wakes: null } => current.IsOpen || current.IsApproved ? current.SubmittedAt : DateTimeOffset.MaxValue,
            { IsApproved: true, Replaced: false, Offboarding: null, ReviewState: not ReviewState.Lapsed, Wakes: { } never }
                when never == DateTimeOffset.MaxValue => current.SubmittedAt,
            { Wakes: { } wakes } => wakes,
        };

    private static IEnumerable<string> SupplierOf(Case current)
    {
        var refused = EarlierCases.IsRefused(current);
        foreach (
            var key in SupplierNames
                .Guesses(current.Supplier)
                .Select(guess => Keys.CaseGuessed(guess, refused, current.SubmittedAt, current.Id))
                .Distinct()
        )
            yield return key;
        if (WebAddress.SiteOf(current.Answers.One("website") ?? "") is { Length: > 0 } site)
            yield return Keys.CaseAtSite(site, refused, current.SubmittedAt, current.Id);
    }

    private static string MineOf(Case current) => Keys.Mine(current.Requester.Id, current.SubmittedAt, current.Id);
}
