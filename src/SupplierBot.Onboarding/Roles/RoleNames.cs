namespace SupplierBot.Onboarding.Roles;

/// <summary>
/// The roles of which the program itself knows something; which roles there are says the policy (<see cref="KnownRoles"/>).
/// </summary>
public static class RoleNames
{
    /// <summary>In every policy: periodic reviews, offboarding and the digest go to it.</summary>
    public const string Security = "security";

    /// <summary>Hears of what is late, and may take one free seat of security; nobody does in a policy without it.</summary>
    public const string Ciso = "ciso";

    /// <summary>Hears of a little personal data.</summary>
    public const string Privacy = "privacy";
    public const string Legal = "legal";

    /// <summary>In no policy: reads everything and decides nothing.</summary>
    public const string Auditor = "auditor";
}
