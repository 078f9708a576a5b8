namespace SupplierBot.Chat;

/// <summary>
/// The rows that find cases and register entries: each follows from the row it leads to, so that they can be made anew at any time.
/// Keys follow from that row alone, whoever holds which role now: a commit finds what an earlier one wrote.
/// </summary>
public static class IndexRows
{
    /// <summary>Open cases by due date and in the order in which they wait, cases by requester, by when they wake and by when they ended.</summary>
    internal static IReadOnlyList<string> OfCases { get; } = ["id-", "ip-", "iq-", "iu-", Keys.TimerPrefix, Keys.ApprovedTimerPrefix];
    /// <summary>Register entries by name, by its later words, by type, and by what is due of them when.</summary>
    internal static IReadOnlyList<string> OfEntries { get; } = ["in-", "iw-", "it-", .. Enum.GetValues<EntryDue>().Select(Keys.DueOnPrefix)];

    public static IReadOnlyList<Row> Of(Case current, Roles roles)
    {
        var line = CaseLine.Of(current, roles);
        return [.. KeysOf(current).Select(key => Rows.Of(key, line, StoredJson.Default.CaseLine))];
    }

    public static IReadOnlyList<Row> Of(RegisterEntry entry) => [.. KeysOf(entry).Select(key => new Row(key, new Dictionary<string, object> { ["Entry"] = entry.Id }))];

    internal static IReadOnlyList<string> KeysOf(Case? current) => current switch
    {
        null => [],
        { IsOpen: true } => [Keys.Due(current.DueAt, current.Id), Keys.Queue(CaseQueue.PlaceOf(current), current.Assessment.Tier, current.DueAt, current.Id), MineOf(current), .. TimerOf(current)],
        _ => [MineOf(current), .. TimerOf(current), .. current.Decision is { } decision ? new[] { Keys.Decided(decision.At, current.Id) } : []],
    };

    private static IReadOnlyList<string> TimerOf(Case current) => WakesAt(current) is var wakes && wakes < DateTimeOffset.MaxValue
        ? [current.IsOpen ? Keys.Timer(wakes, current.Id) : Keys.ApprovedTimer(wakes, current.Id)]
        : [];

    /// <summary>One that was kept before there was a clock, or before what is approved was reviewed, wakes at once, and knows then.</summary>
    private static DateTimeOffset WakesAt(Case current) => current switch
    {
        { Wakes: null } => current.IsOpen || current.IsApproved ? current.SubmittedAt : DateTimeOffset.MaxValue,
        { IsApproved: true, Replaced: false, Leaving: null, ReviewState: not ReviewState.Lapsed, Wakes: { } never } when never == DateTimeOffset.MaxValue => current.SubmittedAt,
        { Wakes: { } wakes } => wakes,
    };

    internal static IReadOnlyList<string> KeysOf(RegisterEntry? entry) => entry is null
        ? []
        :
        [
            Keys.Named(SupplierNames.Normalise(entry.Supplier), entry.Id),
            .. SupplierNames.Endings(entry.Supplier).Select(ending => Keys.Ending(ending, entry.Id)).Distinct(),
            Keys.OfType(entry.Type, entry.Id),
            .. DueOf(entry),
        ];

    /// <summary>What nobody uses, or what is being ended, has no dates.</summary>
    private static IEnumerable<string> DueOf(RegisterEntry entry)
    {
        if (entry.Status is EntryStatus.Proposed or EntryStatus.NotApproved or EntryStatus.Exiting or EntryStatus.Terminated) yield break;
        if (entry.NextReview is { } review) yield return Keys.DueOn(EntryDue.Review, review, entry.Id);
        if (entry.NextReport is { } report) yield return Keys.DueOn(EntryDue.Report, report, entry.Id);
        if (entry.ConditionDue is { } condition) yield return Keys.DueOn(EntryDue.Condition, condition, entry.Id);
    }

    private static string MineOf(Case current) => Keys.Mine(current.Requester.Id, current.SubmittedAt, current.Id);
}
