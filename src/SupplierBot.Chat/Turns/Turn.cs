using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Where to say something. <see cref="ServiceUrl"/> can change: the newest inbound activity is right
/// (src/SupplierBot.BotFramework/PROTOCOL.md "Service URLs").
/// </summary>
/// <param name="Channel">The name of the channel it is in.</param>
/// <param name="ConversationId">Without a thread suffix.</param>
/// <param name="UserId">The channel's own id of the other person in a personal conversation (Teams MRI); null elsewhere.</param>
/// <param name="ThreadId">The thread's root message where the turn came from one; empty where it came from the conversation as it is named;
/// null otherwise.</param>
public sealed record ConversationReference(
    string Channel,
    string ServiceUrl,
    string ConversationId,
    ConversationScope Scope,
    string BotId,
    string? TenantId,
    string? UserId,
    string? ThreadId
);

public enum ConversationScope
{
    Personal,
    Group,
    Channel,
}

/// <param name="Id">The channel's id of this delivery; a redelivery may carry the same or a new one.</param>
/// <param name="ReplyToId">The message whose card was pressed, as the client says.</param>
/// <param name="AnswersInPlace">The answer goes back in the HTTP response: it replaces the card (an invoke), or the sender shows it
/// (<c>expectReplies</c>).</param>
public sealed record Turn(
    string Id,
    ConversationReference Conversation,
    Actor Actor,
    Request Request,
    string? ReplyToId,
    bool AnswersInPlace
)
{
    /// <summary>The person's client can open a dialog from a button of a card.</summary>
    public bool HasDialogs { get; init; }

    /// <summary>Sent from a dialog, or to open one: the answer is shown there, and the card below it stays as it is.</summary>
    public bool InDialog { get; init; }

    /// <summary>
    /// Sent from a modal of its own that belongs to the person's own chat, whichever message it was opened from: the answer has room
    /// there.
    /// </summary>
    public bool InModal { get; init; }

    /// <summary>The sender's, where the platform says that it is theirs; null where it does not say.</summary>
    public string? Email { get; init; }

    /// <summary>How it was asked, whatever was asked for.</summary>
    public RequestKind Kind =>
        Request switch
        {
            { Typed: not null } => RequestKind.Said,
            { Press: not null } => RequestKind.Pressed,
            Request.BrowseRegister => RequestKind.Searched,
            Request.StartFromMessage or Request.ChangeFromMessage => RequestKind.PointedAt,
            Request.StartElsewhere or Request.ChangeElsewhere => RequestKind.Requested,
            Request.Installed => RequestKind.Installed,
            Request.Removed => RequestKind.Removed,
            _ => RequestKind.Said,
        };

    /// <summary>
    /// From the compose box, or from a message of anybody's: the bot may not be in that conversation, so nothing is posted or kept there.
    /// </summary>
    public bool Elsewhere =>
        !InModal
        && Request
            is Request.BrowseRegister
                or Request.StartFromMessage
                or Request.StartElsewhere
                or Request.ChangeFromMessage
                or Request.ChangeElsewhere;

    /// <summary>It begins a draft there, which goes on in the person's own chat.</summary>
    public bool BeginsElsewhere => Elsewhere && Kind == RequestKind.Requested;
}

/// <summary>The names are part of idempotency keys that are stored.</summary>
public enum RequestKind
{
    Said,
    Pressed,
    Searched,
    PointedAt,
    Requested,
    Installed,
    Removed,
}

/// <summary>What the channel does with the turn's result.</summary>
public abstract record TurnAnswer
{
    private TurnAnswer() { }

    /// <summary>Show this where the person is. The channel knows where that is, and renders it for there.</summary>
    public sealed record Card(View View) : TurnAnswer
    {
        /// <summary>
        /// A case is not what it was: its messages are brought up to date by their slots. Not so while that can be undone: then this card
        /// is all there is to see.
        /// </summary>
        public bool ChangedCase { get; init; }
    }

    /// <summary>Results to choose from, in their order.</summary>
    public sealed record Found(IReadOnlyList<FoundCard> Cards) : TurnAnswer;

    /// <summary>Say this where the person is: in place of a dialog, below the card that was pressed.</summary>
    public sealed record Words(string Text) : TurnAnswer;

    /// <summary>Acknowledge, and close the dialog where there is one; what there is to say was posted or waits in the outbox.</summary>
    public sealed record Nothing : TurnAnswer;

    /// <summary>Nothing was lost and nothing could be shown: the platform gets an error and sends the turn again.</summary>
    public sealed record NotShown : TurnAnswer;

    /// <summary>The turn failed before anything was saved, or its outcome is unknown: the text says which.</summary>
    public sealed record Failed(string Message) : TurnAnswer;
}

/// <param name="Content">The card as its channel sends it, UTF-8.</param>
/// <param name="Summary">The same in a sentence, for a toast: at most 120 characters before the channel escapes them.</param>
public sealed record RenderedCard(ReadOnlyMemory<byte> Content, string Summary);

/// <param name="Title">In the list of results, as is <paramref name="Text"/>; plain.</param>
/// <param name="Card">What is inserted when the result is chosen.</param>
public sealed record FoundCard(string Title, string Text, View Card);
