using System.Text.Json;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Teams;

/// <summary>From an activity to a turn. Pure and total.</summary>
public static class ActivityToTurn
{
    public const string CardAction = "adaptiveCard/action";

    /// <summary>Null for what is none of our business: acknowledged and forgotten, or 501 where it is an invoke.</summary>
    /// <param name="newId">The turn's id where the sender gave none, and no time either.</param>
    public static Turn? Read(Activity activity, Tenants tenants, string newId) =>
        InputOf(activity) is { } input
            ? new(
                ActivityIds.Of(activity) ?? newId,
                TeamEvents.Lost(activity) ?? ConversationReferences.Of(activity),
                TeamsIds.ActorOf(activity, tenants),
                input,
                string.IsNullOrWhiteSpace(activity.ReplyToId) ? null : activity.ReplyToId,
                activity.IsInvoke || activity.ExpectsReplies)
            { HasDialogs = InvokeHandling.ClientHasDialogs(activity), InDialog = InvokeHandling.OfDialog(activity) }
            : null;

    /// <summary>An invoke without a name is a card action on some clients (PROTOCOL.md "Invokes").</summary>
    public static bool IsCardAction(Activity activity) =>
        activity.IsInvoke && (activity.Name == CardAction || (string.IsNullOrEmpty(activity.Name) && Action(activity) is not null));

    private static Input? InputOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => Message(activity),
        ActivityTypes.Invoke when IsCardAction(activity) => Invoke(activity),
        ActivityTypes.Invoke => InvokeHandling.Read(activity),
        ActivityTypes.ConversationUpdate => Update(activity),
        ActivityTypes.InstallationUpdate => Installation(activity.Action),
        _ => null,
    };

    /// <summary>A message with card data is an <c>Action.Submit</c>: what old clients send instead of the invoke.</summary>
    private static Input Message(Activity activity) =>
        CardData.Read(activity.Value, null, automatic: false) ?? Mentions.Read(Quotes.Without(activity));

    private static Input? Invoke(Activity activity) =>
        Action(activity) is { } action
            ? CardData.Read(action.Member("data"), action.Text("verb"), activity.Value?.Text("trigger") == "automatic")
            : null;

    private static Input? Update(Activity activity) =>
        TeamEvents.Lost(activity) is not null ? new Input.Removed()
        : Has(activity.MembersAdded, activity.Recipient) ? new Input.Installed()
        : Has(activity.MembersRemoved, activity.Recipient) ? new Input.Removed()
        : null;

    private static Input? Installation(string? action) => action switch
    {
        "add" or "add-upgrade" => new Input.Installed(),
        "remove" or "remove-upgrade" => new Input.Removed(),
        _ => null,
    };

    private static bool Has(IReadOnlyList<ChannelAccount>? members, ChannelAccount bot) => members?.Any(member => member?.Id == bot.Id) == true;

    private static JsonElement? Action(Activity activity) => activity.Value?.Object("action");
}
