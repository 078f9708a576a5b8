namespace SupplierBot.Onboarding.Cases;

/// <summary>One person's place in the approval; <paramref name="By"/> is null while it is free.</summary>
internal sealed record Seat(int Step, string Role, Approval? By)
{
    public bool Free => By is null;
}
