using System.Net.Mime;

namespace SupplierBot.Slack.Api;

/// <summary>
/// Addresses Slack hands out with a request: five posts within half an hour, without a token (PROTOCOL.md "Interactions and commands").
/// Only Slack's own are called.
/// </summary>
public sealed class ResponseUrls(IHttpClientFactory clients, SlackApiOptions options)
{
    private const string Official = "hooks.slack.com";

    /// <param name="body">JSON, UTF-8.</param>
    /// <returns>False where it was not taken.</returns>
    public async Task<bool> PostAsync(string url, byte[] body, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsSlacks(address))
            return false;
        try
        {
            using var client = clients.CreateClient(SlackApi.HttpName);
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new(MediaTypeNames.Application.Json, "utf-8") } };
            using var response = await client.PostAsync(address, content, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Slack's, or those of the stand-in that is called in its place.</summary>
    private bool IsSlacks(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true, UserInfo: "", IdnHost: Official }
        || (
            options.Address != SlackApiOptions.Official
            && Uri.Compare(
                address,
                options.Address,
                UriComponents.SchemeAndServer,
                UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0
        );
}
