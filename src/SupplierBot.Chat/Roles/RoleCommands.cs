using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Roles;

/// <summary>
/// Roles and places, said in chat or told by the platform: about who works here, not about a case, so that <see cref="CaseDecider"/> knows
/// nothing of it.
/// </summary>
public sealed class RoleCommands(
    RoleAssignmentStore assignmentStore,
    DeliveryMarkers markers,
    NamedAccounts named,
    RoleChangePropagation propagation,
    ContextFactory contexts,
    Channels channels,
    ILogger<RoleCommands> log
)
{
    /// <summary>Changes of roles are rare; more races than that at once are a fault.</summary>
    private const int Tries = 10;

    /// <summary>Null where there is nothing to say.</summary>
    public async Task<RoleCommandAnswer?> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var request = turn.Request;
        var name = request switch
        {
            Request.ChangeRole { Name: var typed } => typed,
            Request.Delegate { Name: var typed } => typed,
            _ => null,
        };
        var people = name is null ? NamedPeople.Nobody : await named.OfAsync(turn, name, cancellation);
        var outcome = await ChangeAsync(
            turn,
            (assignments, directory) =>
                RoleChanges.Handle(assignments, directory, request, turn.Actor, Here(turn), Context(directory, people, turn)),
            ChangesHolders(request),
            cancellation
        );
        if (
            outcome is { Assignments: null }
            && request is not Request.ShowRoles
            && await markers.FindAsync(turn, cancellation) is { } before
        )
            return Again(turn, outcome, before);
        return AnswerOf(turn, outcome) is { } answer ? answer with { Changed = outcome.Assignments is not null } : null;
    }

    private static RoleCommandAnswer? AnswerOf(Turn turn, RoleOutcome outcome) =>
        outcome.Answer is not { } answer ? null
        // What is said of a place is said there.
        : Here(turn) is null || turn.Request is Request.ChangePlace ? new(answer, null)
        : new(outcome.Public, turn.Request is Request.ShowRoles ? null : answer);

    /// <summary>An earlier delivery of the same did it: said once more only where it is not known to have been said.</summary>
    private RoleCommandAnswer? Again(Turn turn, RoleOutcome now, DeliveryMarker before)
    {
        Log.DeliveredAgain(log, turn.Id);
        if (before.Shown)
            return RoleCommandAnswer.SaidBefore;
        return
            AnswerOf(turn, now.Answer is null ? now with { Answer = Notices.Done(channels.WordingOf(turn.Conversation)) } : now)
                is { } answer
            ? answer with
            {
                Changed = true,
            }
            : null;
    }

    /// <summary>Who decides may be others afterwards.</summary>
    private static bool ChangesHolders(Request request) =>
        request is Request.ChangeRole or Request.Delegate or Request.GoAway or Request.ComeBack;

    /// <summary>Added to a channel: it may be the one that was waited for, or one that can be reached again.</summary>
    public async Task InstalledAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Actor.Member && Here(turn) is { } here)
            await ChangeAsync(
                turn,
                (assignments, directory) =>
                    PlaceChanges.Installed(assignments, directory, turn.Actor, here, Context(directory, NamedPeople.Nobody, turn)),
                holders: false,
                cancellation
            );
    }

    /// <param name="target">Row key of the conversation.</param>
    public Task BackAsync(string target, CancellationToken cancellation) =>
        Keys.IsPlace(target)
            ? ChangeAsync(
                null,
                (assignments, directory) =>
                    PlaceChanges.Back(assignments, directory, Is(target), Context(directory, NamedPeople.Nobody, null)),
                holders: false,
                cancellation
            )
            : Task.CompletedTask;

    /// <inheritdoc cref="BackAsync"/>
    /// <param name="turn">That says so; null where a message could not be delivered there.</param>
    public Task LostAsync(string target, CancellationToken cancellation, Turn? turn = null) =>
        Keys.IsPlace(target)
            ? ChangeAsync(
                turn,
                (assignments, directory) =>
                    PlaceChanges.Lost(assignments, directory, Is(target), Context(directory, NamedPeople.Nobody, null)),
                holders: false,
                cancellation
            )
            : Task.CompletedTask;

    /// <summary>
    /// The outcome that was saved; one without a book where nothing was, also because <paramref name="turn"/> was delivered before.
    /// </summary>
    /// <param name="holders">It may change who holds a role.</param>
    private async Task<RoleOutcome> ChangeAsync(
        Turn? turn,
        Func<RoleAssignments, RoleDirectory, RoleOutcome> decide,
        bool holders,
        CancellationToken cancellation
    )
    {
        var delivery = turn is null ? null : IdempotencyKeys.Of(turn);
        for (var tries = 0; tries < Tries; tries++)
        {
            IReadOnlyList<RolesGuard> guards = holders ? await assignmentStore.GuardsAsync(cancellation) : [];
            var before = await assignmentStore.FindAsync(cancellation);
            var assignments = before?.Value ?? RoleAssignments.Empty;
            var outcome = decide(assignments, assignmentStore.Of(assignments));
            if (outcome.Assignments is not { } after)
                return outcome;
            if (!await assignmentStore.SaveAsync(before, after, outcome, guards, delivery, cancellation))
            {
                if (turn is not null && await markers.FindAsync(turn, cancellation) is not null)
                    return new(null);
                continue;
            }
            foreach (var auditEvent in outcome.Events!)
                Log.RolesChanged(log, auditEvent.Event.Kind, auditEvent.Event.Actor, auditEvent.Sequence);
            propagation.Wake();
            return outcome;
        }
        throw new IOException("Roles were changed by others all the time.");
    }

    private static string? Here(Turn turn) =>
        turn.Conversation.Scope == ConversationScope.Personal ? null : turn.Conversation.ConversationId;

    private static Func<string, bool> Is(string target) => conversation => Keys.Conversation(conversation) == target;

    /// <param name="turn">Null where nobody is answered.</param>
    private Context Context(RoleDirectory directory, NamedPeople people, Turn? turn)
    {
        var context = contexts.Create(directory.Roles with { Joined = people.Joined }, turn?.Conversation);
        return context with { NewId = Ids.New(), People = people.People, PersonRecords = people.Records, Mentions = people.Mentions };
    }
}

/// <param name="Said">Where it was asked for; null where that is not everybody's.</param>
/// <param name="InOwnChat">What is for who asked, where others read along; null for nothing.</param>
public sealed record RoleCommandAnswer(View? Said, View? InOwnChat)
{
    /// <summary>The same delivery was answered before.</summary>
    public static RoleCommandAnswer SaidBefore { get; } = new(null, null);

    /// <summary>It did something, or did it before: that it was answered is to be noted.</summary>
    public bool Changed { get; init; }
}
