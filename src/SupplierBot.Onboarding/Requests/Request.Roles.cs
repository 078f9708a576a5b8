namespace SupplierBot.Onboarding.Requests;

/// <summary>What is asked about roles, places and the operation of the bot.</summary>
public abstract partial record Request
{
    public sealed record ShowRoles : Request;

    /// <summary>For admins.</summary>
    /// <param name="Role">As it was typed, in lower case: it may be none.</param>
    /// <param name="Name">The person's, or their id.</param>
    public sealed record ChangeRole(bool Gives, string Role, string Name) : Request;

    /// <summary>For admins, in a channel: the reviews of the role are posted there, or no longer.</summary>
    public sealed record ChangePlace(bool Chooses, string Role) : Request;

    /// <summary>A role holder names somebody who decides in their place.</summary>
    /// <param name="Until">As it was typed.</param>
    public sealed record Delegate(string Name, string Until) : Request;

    /// <summary>Out of office: the others decide.</summary>
    /// <param name="Until">As it was typed.</param>
    public sealed record GoAway(string Until) : Request;

    public sealed record ComeBack : Request;

    /// <summary>For admins: all that somebody owns gets another owner.</summary>
    /// <param name="From">A name or an id, as <paramref name="To"/>.</param>
    /// <param name="Confirmed">It was shown what that is.</param>
    public sealed record HandOver(string From, string To, bool Confirmed) : Request;

    /// <summary>What the weekly digest says, now, for the person who asks.</summary>
    public sealed record ShowDigest : Request;

    /// <summary>For admins: messages that could not be delivered.</summary>
    public sealed record ListUndelivered : Request;

    /// <param name="Key">Of the one that was picked; null for all of them.</param>
    public sealed record RetryUndelivered(string? Key) : Request;
}
