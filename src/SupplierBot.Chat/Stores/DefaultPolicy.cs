using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// The policy that ships inside the product; <c>Policy:Path</c> replaces it. It is read here because the core knows no streams.
/// </summary>
public static class DefaultPolicy
{
    /// <summary>The text of <c>policy.yaml</c>, for <see cref="PolicyReader.Read"/>.</summary>
    public static string Text()
    {
        using var stream = typeof(PolicyReader).Assembly.GetManifestResourceStream("policy.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
