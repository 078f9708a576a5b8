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
    /// <param name="today">Where the organisation is.</param>
    public static Turn? Read(Activity activity, Tenants tenants, string newId, DateOnly today) =>
        RequestOf(activity, today) is { } request
            ? new(
                ActivityIds.Of(activity) ?? newId,
                TeamEvents.Lost(activity) ?? ConversationReferences.Of(activity),
                TeamsIds.ActorOf(activity, tenants),
                request,
                string.IsNullOrWhiteSpace(activity.ReplyToId) ? null : activity.ReplyToId,
                activity.IsInvoke || activity.ExpectsReplies
            )
            {
                HasDialogs = InvokeHandling.ClientHasDialogs(activity),
                InDialog = InvokeHandling.OfDialog(activity),
            }
            : null;

    /// <summary>An invoke without a name is a card action on some clients (PROTOCOL.md "Invokes").</summary>
    public static bool IsCardAction(Activity activity) =>
        activity.IsInvoke && (activity.Name == CardAction || (string.IsNullOrEmpty(activity.Name) && Action(activity) is not null));

    private static Request? RequestOf(Activity activity, DateOnly today) =>
        activity.Type switch
        {
            ActivityTypes.Message => Message(activity, today),
            ActivityTypes.Invoke when IsCardAction(activity) => Invoke(activity, today),
            ActivityTypes.Invoke => InvokeHandling.Read(activity, today),
            ActivityTypes.ConversationUpdate => Update(activity),
            ActivityTypes.InstallationUpdate => Installation(activity.Action),
            _ => null,
        };

    /// <summary>A message with card data is an <c>Action.Submit</c>: what old clients send instead of the invoke.</summary>
    private static Request Message(Activity activity, DateOnly today) =>
        CardData.Read(activity.Value, null, automatic: false, today)
        ?? DroppedFiles.Read(activity)
        ?? Mentions.Read(Quotes.Without(activity), today);

    private static Request? Invoke(Activity activity, DateOnly today) =>
        Action(activity) is { } action
            ? CardData.Read(action.Member("data"), action.Text("verb"), activity.Value?.Text("trigger") == "automatic", today)
            : null;

    private static Request? Update(Activity activity) =>
        TeamEvents.Lost(activity) is not null ? new Request.Removed()
        : Has(activity.MembersAdded, activity.Recipient) ? new Request.Installed()
        : Has(activity.MembersRemoved, activity.Recipient) ? new Request.Removed()
        : null;

    private static Request? Installation(string? action) =>
        action switch
        {
            "add" or "add-upgrade" => new Request.Installed(),
            "remove" or "remove-upgrade" => new Request.Removed(),
            _ => null,
        };

    private static bool Has(IReadOnlyList<ChannelAccount>? members, ChannelAccount bot) =>
        members?.Any(member => member?.Id == bot.Id) == true;

    private static JsonElement? Action(Activity activity) => activity.Value?.Object("action");
}
