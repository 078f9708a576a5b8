using Microsoft.Extensions.Configuration;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Options;

/// <summary>The roles of the settings against those of the policy.</summary>
public sealed class RoleFaultsTests
{
    private static readonly KnownRoles Shipped = Roles(DefaultPolicy.Text());
    private static readonly KnownRoles Full = Roles(FullForm.Of(DefaultPolicy.Text()));

    [Theory]
    [InlineData("Roles:boss:People:0:Id", "Roles:boss")]
    [InlineData("Roles:business_owner:Places:0", "Roles:business_owner")]
    [InlineData("Slack:Groups:everybody", "Slack:Groups:everybody")]
    public void A_role_that_the_policy_does_not_have_is_named_with_all_it_has(string key, string named)
    {
        var fault = Assert.Single(RoleFaults.Of(Configured(key), Shipped));
        Assert.Equal((named, "is not a role of the policy."), (fault.Key, fault.Problem));
        Assert.Equal(
            "Correct its name, or add it to `roles` in the policy file. Roles are: security, ciso, privacy, legal, auditor.",
            fault.Remedy
        );
    }

    [Theory]
    [InlineData("Roles:Security:Places:0")]
    [InlineData("Roles:auditor:People:0:Id")]
    [InlineData("Slack:Groups:CISO")]
    public void Its_case_does_not_matter(string key) => Assert.Empty(RoleFaults.Of(Configured(key), Shipped));

    [Fact]
    public void All_roles_of_the_full_form_can_be_held()
    {
        var settings = Configured([
            .. Full.Deciding.SelectMany(role =>
                new[] { $"Roles:{role}:People:0:Id", $"Roles:{role}:People:0:Name", $"Slack:Groups:{role}", $"Roles:{role}:Places:0" }
            ),
        ]);
        Assert.Equal(8, Full.Deciding.Count);
        Assert.Empty(RoleFaults.Of(settings, Full));
        Assert.Empty(KnownKeys.Unknown(settings));
        Assert.Equal(
            Full.Deciding.Order(StringComparer.Ordinal),
            Settings.Read(settings, "/").Settings.Roles.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(8, RoleFaults.Of(settings, Shipped).Count);
    }

    private static KnownRoles Roles(string policy) =>
        KnownRoles.Of(Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(policy)).Policy);

    private static IConfigurationRoot Configured(params string[] keys) =>
        new ConfigurationBuilder().AddInMemoryCollection(keys.ToDictionary(key => key, string? (_) => "x")).Build();
}
