using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Web.Options;

/// <summary>Roles in the settings that the policy does not have: nobody would ever be asked for what they decide.</summary>
internal static class RoleFaults
{
    private static readonly string[] ByRole = ["Roles", "Slack:Groups"];

    /// <param name="roles">Of the policy in force.</param>
    /// <param name="others">Of the settings' own policy, where another one is in force: it may be published again.</param>
    public static IReadOnlyList<ConfigurationFault> Of(IConfiguration configuration, KnownRoles roles, KnownRoles? others = null) =>
        [
            .. from section in ByRole
            from role in configuration.GetSection(section).GetChildren()
            where !roles.Has(role.Key.ToLowerInvariant()) && others?.Has(role.Key.ToLowerInvariant()) != true
            select new ConfigurationFault(
                role.Path,
                ConfigurationPlaces.Of(configuration, role.Path),
                "is not a role of the policy.",
                $"Correct its name, or add it to `roles` in the policy file. Roles are: {string.Join(", ", roles.All)}."
            ),
        ];
}
