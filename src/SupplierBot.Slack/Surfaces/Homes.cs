using Microsoft.Extensions.Logging;
using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>The app's home, for each person their own: published when they open it and when they did something there.</summary>
public sealed class Homes(SlackApi api, Turns turns, Wording wording, ILogger<Homes> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] lists = ["pending", "mine"];

    /// <summary>After the acknowledgement: nobody is left to tell of a fault but the log.</summary>
    /// <param name="turn">What made it necessary: its person, and an id to tell one publishing from another.</param>
    public async Task PublishAsync(Turn turn)
    {
        try
        {
            await ShowAsync(turn);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.ShowingFailed(fault, turn.Id);
        }
    }

    private async Task ShowAsync(Turn turn)
    {
        if (!turn.Actor.Member || People.UserOf(turn.Actor.Id) is not { } user) return;
        var shown = new List<(string, RenderedCard)>();
        foreach (var list in lists)
        {
            if (await turns.HandleAsync(Asking(turn, user, list)) is TurnAnswer.Card { View: View.Entries, Rendered: var card }) shown.Add((list, card));
        }
        using var limit = new CancellationTokenSource(Patience);
        var view = HomeView.Of(wording["welcome.new"], wording["window.search"], shown);
        var reply = await api.CallAsync("views.publish", new Dictionary<string, string> { ["user_id"] = user, ["view"] = view.ToJsonString() }, limit.Token);
        if (!reply.Ok) log.AnswerNotShown(turn.Id, "views.publish", reply.Error!);
    }

    private static Turn Asking(Turn turn, string user, string list) =>
        new(TurnIds.Of(turn.Id, list), Senders.Own(user, turn.Conversation.TenantId ?? "", turn.Conversation.BotId), turn.Actor, new Input.Said(list), null, AnswersInPlace: true) { InWindow = true };
}
