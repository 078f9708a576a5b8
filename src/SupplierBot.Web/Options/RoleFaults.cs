using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Web.Options;

/// <summary>Roles in the settings that the policy does not have: nobody would ever be asked for what they decide.</summary>
internal static class RoleFaults
{
    private static readonly string[] ByRole = ["Roles", "Slack:Groups"];

    public static IReadOnlyList<ConfigurationFault> Of(IConfiguration configuration, KnownRoles roles) =>
        [
            .. from section in ByRole
            from role in configuration.GetSection(section).GetChildren()
            where !roles.Has(role.Key.ToLowerInvariant())
            select new ConfigurationFault(
                role.Path,
                ConfigurationPlaces.Of(configuration, role.Path),
                "is not a role of the policy.",
                $"Correct its name, or add it to `roles` in the policy file. Roles are: {string.Join(", ", roles.All)}."
            ),
        ];
}
