using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Roles;

internal static class FilledRoles
{
    /// <summary>With the groups of every platform.</summary>
    public static async ValueTask<RoleHolders> FillAsync(
        this IEnumerable<IRoleGroups> groups,
        RoleHolders configured,
        CancellationToken cancellation
    )
    {
        var filled = configured;
        foreach (var platform in groups)
            filled = await platform.FillAsync(filled, cancellation);
        return filled;
    }

    /// <summary>The same for the same holders, whatever their order.</summary>
    public static string Fingerprint(RoleHolders roles) =>
        string.Join(
            ';',
            roles
                .Holders.OrderBy(role => role.Key, StringComparer.Ordinal)
                .Select(role =>
                    $"{role.Key}={string.Join(',', role.Value.Select(holder => holder.Id.Value).Order(StringComparer.Ordinal))}"
                )
        );
}
