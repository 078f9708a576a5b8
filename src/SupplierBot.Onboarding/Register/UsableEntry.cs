namespace SupplierBot.Onboarding.Register;

/// <summary>What people may use, in a line: what is offered instead of something else, or for a purpose.</summary>
/// <param name="Until">The last day on which everything that use needs is in date; null for as long as nothing changes.</param>
public sealed record UsableEntry(string Id, string Supplier, string Service, DateOnly? Until)
{
    public string Name => Service.Length == 0 ? Supplier : $"{Supplier} · {Service}";
}
