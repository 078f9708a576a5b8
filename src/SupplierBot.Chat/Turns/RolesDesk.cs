namespace SupplierBot.Chat;

/// <summary>Roles and places, said in chat or told by the platform: about who works here, not about a case, so that <see cref="Casework"/> knows nothing of it.</summary>
public sealed class RolesDesk(RoleBookStore books, NamedAccounts named, Restaffing restaffing, ChatSettings settings, Wording wording, TimeProvider time, ILogger<RolesDesk> log)
{
    /// <summary>Changes of roles are rare; more races than that at once are a fault.</summary>
    private const int Tries = 10;

    /// <summary>Null where the turn asks for something else.</summary>
    public async Task<RolesAnswer?> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (CommandOf(turn) is not { } command) return null;
        var name = command switch { Command.ChangeRole { Name: var typed } => typed, Command.Delegate { Name: var typed } => typed, _ => null };
        var people = name is null ? NamedPeople.Nobody : await named.OfAsync(turn, name, cancellation);
        var outcome = await ChangeAsync((book, staff) => RoleBooks.Handle(book, staff, command, turn.Actor, Here(turn), Context(staff, people)), ChangesHolders(turn), cancellation);
        return outcome.Answer is not { } answer ? null
            // What is said of a place is said there.
            : Here(turn) is null || command is Command.ChangePlace ? new(answer, null)
            : new(outcome.Public, command is Command.ShowRoles ? null : answer);
    }

    /// <summary>Who decides may be others afterwards.</summary>
    public static bool ChangesHolders(Turn turn) => CommandOf(turn) is Command.ChangeRole or Command.Delegate or Command.Away or Command.Return;

    private static Command? CommandOf(Turn turn) =>
        turn is { Actor.Member: true, Input: Input.Said { Text: var text } }
        && Command.Parse(text) is (Command.ShowRoles or Command.ChangeRole or Command.ChangePlace or Command.Delegate or Command.Away or Command.Return) and var command ? command : null;

    /// <summary>Added to a channel: it may be the one that was waited for, or one that can be reached again.</summary>
    public async Task InstalledAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Actor.Member && Here(turn) is { } here) await ChangeAsync((book, staff) => RoleBooks.Installed(book, staff, turn.Actor, here, Context(staff, NamedPeople.Nobody)), holders: false, cancellation);
    }

    /// <param name="target">Row key of the conversation.</param>
    public Task BackAsync(string target, CancellationToken cancellation) =>
        Keys.IsPlace(target) ? ChangeAsync((book, staff) => RoleBooks.Back(book, staff, Is(target), Context(staff, NamedPeople.Nobody)), holders: false, cancellation) : Task.CompletedTask;

    /// <inheritdoc cref="BackAsync"/>
    public Task LostAsync(string target, CancellationToken cancellation) =>
        Keys.IsPlace(target) ? ChangeAsync((book, staff) => RoleBooks.Lost(book, staff, Is(target), Context(staff, NamedPeople.Nobody)), holders: false, cancellation) : Task.CompletedTask;

    /// <param name="holders">It may change who holds a role.</param>
    private async Task<RoleOutcome> ChangeAsync(Func<RoleBook, Staff, RoleOutcome> decide, bool holders, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            IReadOnlyList<RolesGuard> guards = holders ? await books.GuardsAsync(cancellation) : [];
            var before = await books.FindAsync(cancellation);
            var book = before?.Value ?? RoleBook.Empty;
            var outcome = decide(book, books.Of(book));
            if (outcome.Book is not { } after) return outcome;
            if (!await books.SaveAsync(before, after, outcome, guards, cancellation)) continue;
            foreach (var fact in outcome.Facts!) Log.RolesChanged(log, fact.Fact.Kind, fact.Fact.Actor, fact.Sequence);
            restaffing.Wake();
            return outcome;
        }
        throw new IOException("Roles were changed by others all the time.");
    }

    private static string? Here(Turn turn) => turn.Conversation.Scope == ConversationScope.Personal ? null : turn.Conversation.ConversationId;

    private static Func<string, bool> Is(string target) => conversation => Keys.Conversation(conversation) == target;

    private Context Context(Staff staff, NamedPeople people) =>
        new(time.GetUtcNow(), settings.Calendar, staff.Roles with { Joined = people.Joined }, wording, settings.OrganisationName, "", "", "", 0) { People = people.People, PersonRecords = people.Records, Mentions = people.Mentions };
}

/// <param name="Said">Where it was asked for; null where that is not everybody's.</param>
/// <param name="InOwnChat">What is for who asked, where others read along; null for nothing.</param>
public sealed record RolesAnswer(View? Said, View? InOwnChat);
