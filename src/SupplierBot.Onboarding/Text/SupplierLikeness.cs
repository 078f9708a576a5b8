using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Onboarding.Text;

/// <summary>Why two suppliers may be one, the surest first.</summary>
public enum Likeness { SameName, SimilarName, SameSite }

public static class SupplierLikeness
{
    /// <returns>Null where nothing speaks for it.</returns>
    public static Likeness? Of((string Name, string Website) one, (string Name, string Website) other) =>
        SupplierNames.Same(one.Name, other.Name) ? Likeness.SameName
        : SupplierNames.Resemble(one.Name, other.Name) ? Likeness.SimilarName
        : WebAddress.SiteOf(one.Website) is { Length: > 0 } site && site == WebAddress.SiteOf(other.Website) ? Likeness.SameSite
        : null;
}
