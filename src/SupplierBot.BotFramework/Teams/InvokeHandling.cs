using System.Text.Json;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Teams;

/// <summary>The invokes beside <see cref="ActivityToTurn.CardAction"/>, and what they ask for (PROTOCOL.md "Invokes").</summary>
internal static class InvokeHandling
{
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string Query = "composeExtension/query";
    public const string FetchTask = "composeExtension/fetchTask";
    public const string SubmitAction = "composeExtension/submitAction";

    /// <summary>One that is ours to answer, whatever is in it.</summary>
    public static bool Known(Activity activity) => OfDialog(activity) || activity is { IsInvoke: true, Name: Query };

    /// <summary>Answered with a dialog, or with its end.</summary>
    public static bool OfDialog(Activity activity) =>
        activity is { IsInvoke: true, Name: TaskFetch or TaskSubmit or FetchTask or SubmitAction };

    /// <summary>Null for one that is not ours, or carries nothing we know.</summary>
    public static Request? Read(Activity activity, DateOnly today) =>
        activity.Name switch
        {
            TaskFetch or TaskSubmit => Press(activity.Value?.Object("data"), today),
            Query => activity.Value is { } value ? MessageExtension.Search(value) : null,
            FetchTask => activity.Value is { } value ? MessageExtension.PointedAt(value) : null,
            SubmitAction => activity.Value is { } value ? MessageExtension.SentOver(value) : null,
            _ => null,
        };

    /// <summary>
    /// A button that opens a dialog, or is in one, sends what the same button in a card does; nothing is said from there.
    /// </summary>
    private static Request? Press(JsonElement? data, DateOnly today) =>
        CardData.Read(data, null, automatic: false, today) is { Press: not null } request ? request : null;

    /// <summary>
    /// Clients of Teams open dialogs from a card's button; Microsoft's Playground, which calls itself Teams, sends nothing then
    /// (tests/clients/README.md "Agents Playground"). It is told by its address: only a local client is spoken to without TLS.
    /// </summary>
    public static bool ClientHasDialogs(Activity activity) =>
        activity.ChannelId == "msteams"
        && activity.ServiceUrl.StartsWith(Uri.UriSchemeHttps + Uri.SchemeDelimiter, StringComparison.OrdinalIgnoreCase);
}
