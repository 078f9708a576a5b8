namespace SupplierBot.Onboarding.Cases;

/// <summary>Idempotency keys that are looked for before their operation is done again.</summary>
public static class OperationKeys
{
    /// <summary>A draft was sent.</summary>
    public static string Create(string draftId) => $"create-{draftId}";
}
