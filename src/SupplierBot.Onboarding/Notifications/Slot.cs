using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Notifications;

/// <summary>One message of a case: where it goes and how to tell it from the others. Its text is rendered when it is sent, from the newest state.</summary>
/// <param name="Id"><c>receipt</c>, <c>review-security</c>, <c>told-Asked-1-…</c>: stable over the life of the case; the stamp of its card carries it.</param>
public sealed record Slot(string Id, Audience Audience)
{
    public const string Receipt = "receipt";
}

public abstract record Audience
{
    private Audience() { }

    public sealed record Someone(PersonId Person) : Audience;
    /// <summary>Each of them on their own.</summary>
    public sealed record Several(IReadOnlyList<PersonId> People) : Audience;
    /// <summary>Every place of the role; a direct message to each holder where it has none.</summary>
    public sealed record Everyone(string Role) : Audience;
}
