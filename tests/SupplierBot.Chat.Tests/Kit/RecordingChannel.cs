using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>A channel that keeps what it was given; the next results can be staged, as a platform in trouble would give them.</summary>
internal sealed class RecordingChannel : IChannel
{
    private readonly ConcurrentQueue<DeliveryOutcome> staged = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> held = new();
    private readonly ConcurrentDictionary<string, bool> gone = new();
    private int last;

    public string Name => "teams";
    public Wording Wording => ShippedCards.Wording;
    public int MostOwnViews => 60;

    public RenderedCard Render(View view, CardPlace place) => ShippedCards.Teams.Render(view, place);

    public ConcurrentQueue<PostedCard> Posts { get; } = new();
    public ConcurrentDictionary<string, PostedCard> Messages { get; } = new();

    /// <summary>Everything that was ever on a screen, updates included.</summary>
    public ConcurrentQueue<PostedCard> Shown { get; } = new();

    /// <summary>Messages arrive and their answers are lost.</summary>
    public bool LoseReplies { get; set; }

    /// <summary>Posts of a conversation wait until the result is set.</summary>
    public TaskCompletionSource Hold(string conversation) => held[conversation] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bot was thrown out of the conversation.</summary>
    public void Gone(string conversation) => gone[conversation] = true;

    public void Back(string conversation) => gone.TryRemove(conversation, out _);

    public void Clear() => staged.Clear();

    public void Stage(params DeliveryOutcome[] results)
    {
        foreach (var result in results)
            staged.Enqueue(result);
    }

    public async Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation)
    {
        if (held.TryGetValue(to.ConversationId, out var release))
            await release.Task;
        if (gone.ContainsKey(to.ConversationId))
            return new DeliveryOutcome.ConversationGone("BotNotInConversationRoster");
        if (staged.TryDequeue(out var trouble) && trouble is not DeliveryOutcome.Delivered)
        {
            // An unknown outcome is the bad kind: the message is there, the answer is lost.
            if (trouble is DeliveryOutcome.Unknown)
                Keep(to, card);
            return trouble;
        }
        var shown = Keep(to, card);
        return LoseReplies ? new DeliveryOutcome.Unknown("staged") : new DeliveryOutcome.Delivered(shown.Id);
    }

    public Task<DeliveryOutcome> UpdateAsync(ConversationReference to, string messageId, RenderedCard card, CancellationToken cancellation)
    {
        if (staged.TryDequeue(out var trouble) && trouble is not DeliveryOutcome.Delivered)
            return Task.FromResult(trouble);
        if (!Messages.ContainsKey(messageId))
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.MessageGone());
        Shown.Enqueue(Messages[messageId] = new(messageId, to, Parse(card), card.Summary));
        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(messageId));
    }

    public IEnumerable<PostedCard> In(string conversation) =>
        Messages
            .Values.Where(shown => shown.To.ConversationId == conversation)
            .OrderBy(shown => int.Parse(shown.Id, CultureInfo.InvariantCulture));

    private PostedCard Keep(ConversationReference to, RenderedCard card)
    {
        var shown = new PostedCard(Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture), to, Parse(card), card.Summary);
        Posts.Enqueue(shown);
        Shown.Enqueue(shown);
        return Messages[shown.Id] = shown;
    }

    private static JsonNode Parse(RenderedCard card) => JsonNode.Parse(card.Content.Span)!;
}

internal sealed record PostedCard(string Id, ConversationReference To, JsonNode Card, string Summary)
{
    public string Text => Card.ToJsonString(AsRead);

    /// <summary>With the apostrophe of "isn't" as itself.</summary>
    private static readonly JsonSerializerOptions AsRead = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
