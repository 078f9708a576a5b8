namespace SupplierBot.Onboarding.Roles;

/// <summary>The roles there are, by the names people and the configuration give them.</summary>
public static class RoleNames
{
    public const string Security = "security";
    public const string Ciso = "ciso";
    public const string Privacy = "privacy";
    public const string Legal = "legal";
    public const string Auditor = "auditor";

    /// <summary>Those whose reviews are posted somewhere.</summary>
    public static readonly IReadOnlyList<string> Deciding = [Security, Ciso, Privacy, Legal];
    public static readonly IReadOnlyList<string> All = [.. Deciding, Auditor];
}
