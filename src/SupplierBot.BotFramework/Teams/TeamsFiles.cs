using System.Net;
using SupplierBot.Chat.Ports;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// Files that people drop into their chat lie in OneDrive and SharePoint, at an address that is signed already: our token goes nowhere near
/// it, and no other address is asked, wherever a message points (PROTOCOL.md "Files").
/// </summary>
public sealed class TeamsFiles(IHttpClientFactory clients) : IFileSource
{
    public const string HttpName = "teams-files";

    private static readonly string[] Hosts =
    [
        ".sharepoint.com",
        ".sharepoint-df.com",
        ".sharepoint.us",
        ".sharepoint-mil.us",
        ".sharepoint.cn",
        ".svc.ms",
        ".teams.microsoft.com",
    ];

    public string Channel => TeamsChannel.Key;

    public async Task<Stream?> OpenAsync(string address, CancellationToken cancellation)
    {
        if (Allowed(address) is not { } uri)
            return null;
        // The stream ends with the response, not with the client.
        var client = clients.CreateClient(HttpName);
        var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.OK)
            return await response.Content.ReadAsStreamAsync(cancellation);
        response.Dispose();
        return null;
    }

    /// <summary>https at the usual port of a host of the platform, without a user; null for everything else.</summary>
    internal static Uri? Allowed(string address) =>
        address.All(character => character is > ' ' and <= '~' and not '\\')
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "", HostNameType: UriHostNameType.Dns }
        && Array.Exists(Hosts, host => uri.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase))
            ? uri
            : null;
}
