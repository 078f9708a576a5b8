using System.Net;

namespace SupplierBot.Web.Local;

internal enum LocalRequestResult
{
    Open,
    HostNotLoopback,
    FromBrowser,
    Forwarded,
    NotJson,
    UnknownServiceUrl,
}

/// <summary>
/// The closed door of local mode. Nothing signs in here, so nothing gets in that a web page (Origin, DNS rebinding), a tunnel or a proxy
/// (forwarding headers) could have sent, and answers go nowhere but to the connectors this start allows.
/// </summary>
internal static class LocalRequestRules
{
    /// <summary>Before the body is read.</summary>
    public static LocalRequestResult Check(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
            return LocalRequestResult.HostNotLoopback;
        if (request.Headers.ContainsKey("Origin"))
            return LocalRequestResult.FromBrowser;
        if (request.Headers.Keys.Any(IsForwarding))
            return LocalRequestResult.Forwarded;
        return HttpMethods.IsPost(request.Method) && !IsJson(request.ContentType) ? LocalRequestResult.NotJson : LocalRequestResult.Open;
    }

    /// <summary>
    /// Compared as addresses, so that a trailing slash or the case of the host makes no difference; nothing else may differ.
    /// </summary>
    public static LocalRequestResult CheckServiceUrl(string? serviceUrl, IReadOnlyCollection<Uri> allowed) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && allowed.Any(known => Same(known, url))
            ? LocalRequestResult.Open
            : LocalRequestResult.UnknownServiceUrl;

    public static int StatusOf(LocalRequestResult verdict) =>
        verdict switch
        {
            LocalRequestResult.Open => StatusCodes.Status200OK,
            LocalRequestResult.NotJson => StatusCodes.Status415UnsupportedMediaType,
            LocalRequestResult.HostNotLoopback
            or LocalRequestResult.FromBrowser
            or LocalRequestResult.Forwarded
            or LocalRequestResult.UnknownServiceUrl => StatusCodes.Status403Forbidden,
        };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool IsForwarding(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string? contentType) =>
        System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)
        && "application/json".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase);

    private static bool Same(Uri known, Uri given) =>
        known.Scheme == given.Scheme
        && known.Authority == given.Authority
        && given.UserInfo.Length == 0
        && given.Query.Length == 0
        && given.Fragment.Length == 0
        && known.AbsolutePath.TrimEnd('/') == given.AbsolutePath.TrimEnd('/');
}
