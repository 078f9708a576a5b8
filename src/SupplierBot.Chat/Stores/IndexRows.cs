namespace SupplierBot.Chat;

/// <summary>
/// The rows that find cases and register entries: each follows from the row it leads to, so that they can be made anew at any time.
/// Keys follow from that row alone, whoever holds which role now: a commit finds what an earlier one wrote.
/// </summary>
public static class IndexRows
{
    /// <summary>Open cases by due date and in the order in which they wait, cases by requester, by when they wake and by when they ended.</summary>
    internal static IReadOnlyList<string> OfCases { get; } = ["id-", "ip-", "iq-", "iu-", Keys.TimerPrefix, Keys.ApprovedTimerPrefix];
    /// <summary>Register entries by name, by its later words and by type.</summary>
    internal static IReadOnlyList<string> OfEntries { get; } = ["in-", "iw-", "it-"];

    public static IReadOnlyList<Row> Of(Case current, Roles roles)
    {
        var line = CaseLine.Of(current, roles);
        return [.. KeysOf(current).Select(key => Rows.Of(key, line, StoredJson.Default.CaseLine))];
    }

    public static IReadOnlyList<Row> Of(RegisterEntry entry) => [.. KeysOf(entry).Select(key => new Row(key, new Dictionary<string, object> { ["Entry"] = entry.Id }))];

    internal static IReadOnlyList<string> KeysOf(Case? current) => current switch
    {
        null => [],
        { IsOpen: true } => [Keys.Due(current.DueAt, current.Id), Keys.Queue(CaseQueue.PlaceOf(current), current.DueAt, current.Id), MineOf(current), .. TimerOf(current)],
        _ => [MineOf(current), .. TimerOf(current), .. current.Decision is { } decision ? new[] { Keys.Decided(decision.At, current.Id) } : []],
    };

    /// <summary>One that was kept before there was a clock wakes at once, and knows then.</summary>
    private static IReadOnlyList<string> TimerOf(Case current) => (current.Wakes ?? (current.IsOpen || current.IsApproved ? current.SubmittedAt : DateTimeOffset.MaxValue)) is var wakes && wakes < DateTimeOffset.MaxValue
        ? [current.IsOpen ? Keys.Timer(wakes, current.Id) : Keys.ApprovedTimer(wakes, current.Id)]
        : [];

    internal static IReadOnlyList<string> KeysOf(RegisterEntry? entry) => entry is null
        ? []
        :
        [
            Keys.Named(SupplierNames.Normalise(entry.Supplier), entry.Id),
            .. SupplierNames.Endings(entry.Supplier).Select(ending => Keys.Ending(ending, entry.Id)).Distinct(),
            Keys.OfType(entry.Type, entry.Id),
        ];

    private static string MineOf(Case current) => Keys.Mine(current.Requester.Id, current.SubmittedAt, current.Id);
}
