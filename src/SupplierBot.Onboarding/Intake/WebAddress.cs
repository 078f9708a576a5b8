namespace SupplierBot.Onboarding.Intake;

/// <summary>A public web address; "acme.com" is enough.</summary>
public static class WebAddress
{
    private const string Www = "www.";

    /// <summary>Many suppliers are at home there: the first part of the path tells whose page it is.</summary>
    private static readonly string[] Shared = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "huggingface.co"];

    /// <summary>Whose page it is there says nothing of who made what is on it.</summary>
    private static readonly string[] Stores =
    [
        "apps.apple.com",
        "play.google.com",
        "chromewebstore.google.com",
        "marketplace.visualstudio.com",
        "marketplace.atlassian.com",
        "appsource.microsoft.com",
        "docs.google.com",
        "sites.google.com",
        "pypi.org",
        "npmjs.com",
        "crates.io",
        "nuget.org",
        "hub.docker.com",
        "sourceforge.net",
        "linkedin.com",
    ];

    public static bool LooksRight(string typed) => Read(typed) is not null;

    /// <summary>Where a link to it leads, in characters that no mark-up knows; null where it is no address.</summary>
    public static string? LinkOf(string typed)
    {
        if (Read(typed) is not { } uri)
            return null;
        var address = new UriBuilder(uri) { Host = HostOf(uri) }
            .Uri
            .AbsoluteUri;
        return address
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("|", "%7C", StringComparison.Ordinal)
            .Replace("*", "%2A", StringComparison.Ordinal)
            .Replace("`", "%60", StringComparison.Ordinal);
    }

    /// <summary>
    /// Whose site it is: the host in lower case without <c>www.</c>, international names as they are asked for. Empty where it is no
    /// address, or one that says nothing of the supplier.
    /// </summary>
    public static string SiteOf(string typed)
    {
        if (Read(typed) is not { } uri)
            return "";
        var host = HostOf(uri).TrimEnd('.').ToLowerInvariant();
        if (host.StartsWith(Www, StringComparison.Ordinal) && host.IndexOf('.', Www.Length) > 0)
            host = host[Www.Length..];
        if (Stores.Contains(host))
            return "";
        if (!Shared.Contains(host))
            return host;
        return uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
            ? $"{host}/{first.ToLowerInvariant()}"
            : "";
    }

    /// <summary>Null where it is no address.</summary>
    private static Uri? Read(string typed)
    {
        if (typed.Any(char.IsWhiteSpace))
            return null;
        var address = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns
            && HasEnding(HostOf(uri).TrimEnd('.'))
            ? uri
            : null;
    }

    /// <summary>Empty where the name breaks the rules of international domain names: that is found out only when it is asked for.</summary>
    private static string HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return "";
        }
    }

    /// <summary>A host of at least two labels whose last one is a name and not a number.</summary>
    private static bool HasEnding(string host) =>
        host.Split('.') is { Length: >= 2 } labels
        && labels.All(label => label.Length > 0)
        && labels[^1].Length >= 2
        && labels[^1].Any(char.IsAsciiLetter);
}
