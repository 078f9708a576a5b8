using Microsoft.IdentityModel.Protocols;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>
/// Fetches the issuer's documents. The library's own retriever does not hand its cancellation to the connection, so that a server that
/// sends a byte now and then would hold a fetch for good; this one ends with it.
/// </summary>
/// <param name="client">Follows no redirect and keeps no more than a document is long.</param>
/// <param name="secure">False only for an issuer on this machine, where the settings say so.</param>
internal sealed class KeyDocuments(HttpClient client, bool secure) : IDocumentRetriever
{
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (secure && url.Scheme != Uri.UriSchemeHttps))
            throw new InvalidDataException("The keys are at an address that is not https.");
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseContentRead, cancel);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync(cancel)
            : throw new HttpRequestException($"The issuer answered {(int)response.StatusCode}.", null, response.StatusCode);
    }
}
