namespace SupplierBot.Chat;

/// <summary>Roles and places, said in chat or told by the platform: about who works here, not about a case, so that <see cref="Casework"/> knows nothing of it.</summary>
public sealed class RolesDesk(RoleBookStore books, DeliveryMarkers markers, ConversationStore conversations, Restaffing restaffing, ChatSettings settings, Wording wording, TimeProvider time, ILogger<RolesDesk> log)
{
    /// <summary>Changes of roles are rare; more races than that at once are a fault.</summary>
    private const int Tries = 10;

    /// <summary>Null where the turn asks for something else.</summary>
    public async Task<Staffed?> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Actor.Member: true, Input: Input.Said { Text: var text } }) return null;
        var command = Command.Parse(text);
        if (command is not (Command.ShowRoles or Command.ChangeRole or Command.ChangePlace or Command.Delegate or Command.Away or Command.Return)) return null;
        var people = command is Command.ChangeRole or Command.Delegate ? await conversations.PeopleAsync(cancellation) : [];
        var changed = await ChangeAsync(turn, (book, staff) => RoleBooks.Handle(book, staff, command, turn.Actor, Here(turn), Context(staff, people)), cancellation);
        if (changed is { Book: null } && command is not Command.ShowRoles && await markers.FindAsync(turn, cancellation) is { } before) return Again(turn, changed, before);
        return changed.Answer is { } answer ? new(Outcome.Say(answer), changed.Book is not null) : null;
    }

    /// <summary>An earlier delivery of the same did it: said once more only where it is not known to have been said.</summary>
    private Staffed Again(Turn turn, RoleOutcome now, DeliveryMarker before)
    {
        Log.DeliveredAgain(log, turn.Id);
        return new(new() { Answer = before.Shown ? null : now.Answer ?? Notices.Done(wording) }, Changed: !before.Shown);
    }

    /// <summary>Added to a channel: it may be the one that was waited for, or one that can be reached again.</summary>
    public async Task InstalledAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Actor.Member && Here(turn) is { } here) await ChangeAsync(turn, (book, staff) => RoleBooks.Installed(book, staff, turn.Actor, here, Context(staff, [])), cancellation);
    }

    /// <param name="target">Row key of the conversation.</param>
    public Task BackAsync(string target, CancellationToken cancellation) =>
        Keys.IsPlace(target) ? ChangeAsync(null, (book, staff) => RoleBooks.Back(book, staff, Is(target), Context(staff, [])), cancellation) : Task.CompletedTask;

    /// <inheritdoc cref="BackAsync"/>
    /// <param name="turn">That says so; null where a message could not be delivered there.</param>
    public Task LostAsync(string target, CancellationToken cancellation, Turn? turn = null) =>
        Keys.IsPlace(target) ? ChangeAsync(turn, (book, staff) => RoleBooks.Lost(book, staff, Is(target), Context(staff, [])), cancellation) : Task.CompletedTask;

    /// <summary>The outcome that was saved; one without a book where nothing was, also because <paramref name="turn"/> was delivered before.</summary>
    private async Task<RoleOutcome> ChangeAsync(Turn? turn, Func<RoleBook, Staff, RoleOutcome> decide, CancellationToken cancellation)
    {
        var delivery = turn is null ? null : IdempotencyKeys.Of(turn);
        for (var tries = 0; tries < Tries; tries++)
        {
            var before = await books.FindAsync(cancellation);
            var book = before?.Value ?? RoleBook.Empty;
            var outcome = decide(book, books.Of(book));
            if (outcome.Book is not { } after) return outcome;
            if (!await books.SaveAsync(before, after, outcome, delivery, cancellation))
            {
                if (turn is not null && await markers.FindAsync(turn, cancellation) is not null) return new(null);
                continue;
            }
            foreach (var fact in outcome.Facts!) Log.RolesChanged(log, fact.Fact.Kind, fact.Fact.Actor, fact.Sequence);
            restaffing.Wake();
            return outcome;
        }
        throw new IOException("Roles were changed by others all the time.");
    }

    private static string? Here(Turn turn) => turn.Conversation.Scope == ConversationScope.Personal ? null : turn.Conversation.ConversationId;

    private static Func<string, bool> Is(string target) => conversation => Keys.Conversation(conversation) == target;

    private Context Context(Staff staff, IReadOnlyList<Person> people) =>
        new(time.GetUtcNow(), settings.Calendar, staff.Roles, wording, settings.OrganisationName, "", "", "", 0) { People = people };
}

/// <param name="Changed">It did something, or did it before: that it was answered is to be noted.</param>
public sealed record Staffed(Outcome Outcome, bool Changed);
