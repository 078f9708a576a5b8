using System.Net;
using System.Net.Http.Headers;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Slack.Api;

/// <summary>
/// Files that people share with the bot, with its token: so they are asked of Slack alone, wherever a message points (PROTOCOL.md "Files").
/// </summary>
internal sealed class SlackFiles(IHttpClientFactory clients, SlackApiOptions options) : IFileSource
{
    public const string HttpName = "slack-files";
    private const string Host = "files.slack.com";

    public string Channel => "slack";

    public async Task<Stream?> OpenAsync(string address, CancellationToken cancellation)
    {
        if (Allowed(address, options.Address) is not { } uri)
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
        var client = clients.CreateClient(HttpName);
        // The stream ends with the response, not with the client.
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        // Without the right to read files Slack shows its page to sign in.
        if (response is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: not "text/html" })
            return await response.Content.ReadAsStreamAsync(cancellation);
        response.Dispose();
        return null;
    }

    /// <summary>
    /// https at Slack's host for files; a local stand-in of its Web API has its files beside it. Null for everything else.
    /// </summary>
    internal static Uri? Allowed(string address, Uri api) =>
        address.All(character => character is > ' ' and <= '~' and not '\\')
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (
            (uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.IdnHost == Host)
            || (api.IsLoopback && uri.Scheme == api.Scheme && uri.IdnHost == api.IdnHost && uri.Port == api.Port)
        )
            ? uri
            : null;
}
