namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// The tenants of this organisation. Tokens do not say it for a bot that others may install, so it is compared here (PROTOCOL.md "People
/// and tenants").
/// </summary>
public sealed class Tenants
{
    private readonly HashSet<string> ids;

    private Tenants(HashSet<string> ids) => this.ids = ids;

    /// <summary>None given: nobody is a member.</summary>
    public static Tenants Of(IEnumerable<string> ids) => new(ids.ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Ours(string? id) => id is not null && ids.Contains(id);
}
