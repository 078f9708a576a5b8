namespace SupplierBot.Onboarding.Register;

/// <summary>Names of a register entry beside its supplier's and its product's.</summary>
/// <param name="Aliases">An admin recorded them; as sure as its own.</param>
/// <param name="Former">What the supplier was called before, the newest last.</param>
public sealed record RecordedNames(IReadOnlyList<string> Aliases, IReadOnlyList<string> Former)
{
    /// <summary>Null for none, so that what was kept before is what it was.</summary>
    public static RecordedNames? Of(IReadOnlyList<string> aliases, IReadOnlyList<string> former) =>
        aliases.Count + former.Count == 0 ? null : new(aliases, former);
}
