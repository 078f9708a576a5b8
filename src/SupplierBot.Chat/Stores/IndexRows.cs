namespace SupplierBot.Chat;

/// <summary>The rows that find cases and register entries: each follows from the row it leads to, so that they can be made anew at any time.</summary>
public static class IndexRows
{
    /// <summary>Open cases by due date, cases by requester.</summary>
    internal static IReadOnlyList<string> OfCases { get; } = ["ip-", "iu-"];
    /// <summary>Register entries by name and by type.</summary>
    internal static IReadOnlyList<string> OfEntries { get; } = ["in-", "it-"];

    public static IReadOnlyList<Row> Of(Case current, Roles roles)
    {
        var line = CaseLine.Of(current, roles);
        var mine = Rows.Of(Keys.Mine(current.Requester.Id, current.SubmittedAt, current.Id), line, StoredJson.Default.CaseLine);
        return current.IsOpen ? [Rows.Of(Keys.Due(current.DueAt, current.Id), line, StoredJson.Default.CaseLine), mine] : [mine];
    }

    public static IReadOnlyList<Row> Of(RegisterEntry entry) => [.. KeysOf(entry).Select(key => new Row(key, new Dictionary<string, object> { ["Entry"] = entry.Id }))];

    internal static IReadOnlyList<string> KeysOf(RegisterEntry? entry) => entry is null
        ? []
        : [Keys.Named(SupplierNames.Normalise(entry.Supplier), entry.Id), Keys.OfType(entry.Type, entry.Id)];
}
