using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Roles;

/// <summary>
/// A row that every decision writes in the same transaction, under the version read before the roles were, and every change of who
/// holds a role writes, too: of the two one is first, and the other reads again. It says nothing but its version.
/// </summary>
/// <remarks>
/// There are several, by person, so that people who decide on different replicas rarely meet; a change of roles writes all of them.
/// </remarks>
/// <param name="ETag">The version that was read; null where there was none yet.</param>
public sealed record RolesGuard(string Key, string? ETag)
{
    /// <summary>Fails the transaction where the row was written since it was read.</summary>
    public RowChange Written()
    {
        var row = new Row(Key, new Dictionary<string, object> { ["Guards"] = "roles" });
        return ETag is null ? new RowChange.Add(row) : new RowChange.Replace(row, ETag);
    }
}

/// <summary>Who held what when the guard had this version, or later.</summary>
public sealed record GuardedRoleDirectory(RolesGuard Guard, RoleDirectory Directory);
