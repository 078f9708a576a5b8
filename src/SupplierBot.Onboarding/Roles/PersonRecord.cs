namespace SupplierBot.Onboarding.Roles;

/// <summary>What tells somebody apart beside a name that anybody may bear.</summary>
/// <param name="FirstSeen">When they first wrote to the bot; null for one who wrote before that was kept, or never.</param>
/// <param name="FormerNames">Under which they wrote before, oldest first.</param>
public sealed record PersonRecord(DateTimeOffset? FirstSeen, IReadOnlyList<FormerName> FormerNames)
{
    /// <summary>As their platform says it now; empty where it says none.</summary>
    public string Address { get; init; } = "";
}

/// <param name="Until">When they first wrote under another.</param>
public sealed record FormerName(string Name, DateTimeOffset Until);

/// <summary>
/// Somebody picked from the platform's own list of people, in a message or on a card, so that no name has to be guessed at.
/// </summary>
/// <param name="Name">What stands in the message, or in the input, in their place.</param>
/// <param name="UserId">The platform's id.</param>
public sealed record Mention(string Name, string UserId)
{
    /// <summary>Where the platform's id alone says who it is: such a one can be asked about outside the conversation.</summary>
    public PersonId? Person { get; init; }
}

/// <summary>A mention, with who it is.</summary>
/// <param name="Person">Null where that is not known.</param>
public sealed record MentionedPerson(string Name, Person? Person, MentionState State)
{
    /// <summary>From a list of people, which sends an id: that is no name to be said.</summary>
    public bool Picked { get; init; }
}

public enum MentionState
{
    Known,

    /// <summary>Works here, but cannot be written to yet.</summary>
    NotMet,

    /// <summary>A guest, or of another organisation.</summary>
    NotAMember,
    App,

    /// <summary>The platform does not say.</summary>
    NotSaid,
}
