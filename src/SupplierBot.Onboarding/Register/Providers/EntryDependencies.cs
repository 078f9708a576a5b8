using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>On whom a register entry depends: its supplier, and who stands behind it.</summary>
public static class EntryDependencies
{
    public static IReadOnlyList<string> Names(RegisterEntry entry) => Names(entry.Supplier, entry.Behind ?? Dependencies.None);

    /// <summary>The supplier first; each identity once.</summary>
    public static IReadOnlyList<string> Names(string supplier, Dependencies behind) =>
        [.. behind.Providers.Prepend(supplier).Where(name => SupplierNames.Identity(name).Length > 0).DistinctBy(SupplierNames.Identity)];
}
