using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>The way of one replica to the platform: throttled, refused, lost before the message is there, lost after it.</summary>
internal sealed class FaultyChannel(SimulatedReplica replica, SimulationRun simulation) : IChannel
{
    private readonly SimulationFaults faults = simulation.Faults;

    public string Name => "teams";
    public Wording Wording => SimulatedCompany.Wording;
    public int MostOwnViews => 60;

    public RenderedCard Render(View view, CardPlace place) => ShippedCards.Teams.Render(view, place);

    public async Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation)
    {
        simulation.Trace.Add(replica.Name, $"post to {to.ConversationId}");
        await replica.StepAsync();
        if (Trouble() is { } trouble)
            return trouble;
        if (faults.LosesPost())
            return new DeliveryOutcome.Unknown("lost before");
        var message = simulation.Platform.Create(to, card);
        simulation.Slips.Read(to.ConversationId, message.Text);
        faults.Tally.Posts++;
        simulation.Trace.Add(replica.Name, $"posted {message.Id}");
        await replica.StepAsync();
        return faults.LosesReceipt() ? new DeliveryOutcome.Unknown("lost after") : new DeliveryOutcome.Delivered(message.Id);
    }

    public async Task<DeliveryOutcome> UpdateAsync(
        ConversationReference to,
        string messageId,
        RenderedCard card,
        CancellationToken cancellation
    )
    {
        simulation.Trace.Add(replica.Name, $"update {messageId}");
        await replica.StepAsync();
        if (Trouble() is { } trouble)
            return trouble;
        if (faults.LosesPost())
            return new DeliveryOutcome.NotSent("lost before");
        if (simulation.Platform.Find(messageId) is not { } message || message.Conversation.ConversationId != to.ConversationId)
            return new DeliveryOutcome.MessageGone();
        if (message.Deleted = faults.DeletesMessage())
            return new DeliveryOutcome.MessageGone();
        message.Card = card;
        simulation.Slips.Read(to.ConversationId, message.Text);
        await replica.StepAsync();
        return faults.LosesReceipt() ? new DeliveryOutcome.NotSent("lost after") : new DeliveryOutcome.Delivered(messageId);
    }

    private DeliveryOutcome? Trouble() =>
        faults.IsThrottled() ? new DeliveryOutcome.Throttled(simulation.World.Between(1, 30))
        : faults.RefusesConnection() ? new DeliveryOutcome.NotSent("refused")
        : null;
}
