using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Identity;

/// <summary>
/// What a platform says of its own people. One implementation a platform; thread-safe; never throws for what the platform answers.
/// </summary>
public interface IPeopleDirectory
{
    /// <summary>The name of its channel, as ids of its people begin.</summary>
    string Platform { get; }

    /// <param name="where">Conversations the person may be in, the likeliest first: some platforms speak of the members of one
    /// alone.</param>
    Task<DirectoryAnswer> FindAsync(PersonId person, IReadOnlyList<ConversationReference> where, CancellationToken cancellation);

    /// <summary>Who was picked from the platform's list of people.</summary>
    /// <param name="where">The conversation they were picked in.</param>
    Task<DirectoryAnswer> FindAsync(Mention mention, ConversationReference where, CancellationToken cancellation);
}

public abstract record DirectoryAnswer
{
    private DirectoryAnswer() { }

    /// <param name="Email">Null where the platform says none, or not that it is theirs.</param>
    /// <param name="Member">Works here: no guest, nobody of another organisation, and not left.</param>
    public sealed record Known(Person Person, string? Email, bool Member) : DirectoryAnswer;

    public sealed record App : DirectoryAnswer;

    /// <summary>The platform knows nobody by this id.</summary>
    public sealed record Nobody : DirectoryAnswer;

    /// <summary>It did not answer, or not in time.</summary>
    public sealed record NotSaid : DirectoryAnswer;
}
