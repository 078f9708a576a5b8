using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Api;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>
/// A turn of nobody, beside the start and on another core, so that the first person does not wait for what a process does once: compiling,
/// loading types, JSON metadata. It reads and renders; it stores nothing but the sentinel of a new storage, posts nothing and is counted
/// nowhere.
/// </summary>
internal static class WarmUp
{
    private const string Nobody = "warm-up";

    public static void Begin(IServiceProvider services, Settings settings) =>
        _ = Task.Run(() => GoAsync(services, BotSetup.ChannelsOf(settings)[0]));

    private static async Task GoAsync(IServiceProvider services, string name)
    {
        try
        {
            ActivityReading.Read(Sample);
            services
                .GetRequiredService<IHttpClientFactory>()
                .CreateClient(name == TeamsChannel.Key ? ConnectorClient.HttpName : SlackApi.HttpName)
                .Dispose();
            var to = new ConversationReference(name, "https://localhost", Nobody, ConversationScope.Personal, Nobody, null, null, null);
            RequestReader.Typed("help", DateOnly.MinValue);
            // A search from the compose box: nothing of it is kept, and nobody is refused, which would be logged.
            var search = new Request.BrowseRegister("", 0, 1);
            var turn = new Turn(Nobody, to, new Actor(new Person(new(Nobody), ""), Member: true), search, null, AnswersInPlace: true);
            await services.GetRequiredService<TurnHandler>().HandleAsync(turn, CancellationToken.None);
            var channel = services.GetRequiredService<Channels>().Of(to);
            channel.Render(Notices.HelpForAll(channel.Wording), CardPlace.Message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The first real turn meets the same fault and tells about it; a start does not fail for it.
        }
    }

    private static ReadOnlySpan<byte> Sample =>
        """
        {"type":"message","id":"1","channelId":"msteams","serviceUrl":"https://localhost","from":{"id":"1"},"recipient":{"id":"2"},
        "conversation":{"id":"3","conversationType":"personal","tenantId":"4"},"channelData":{"tenant":{"id":"4"}},"text":"help","entities":[{"type":"clientInfo"}]}
        """u8;
}
