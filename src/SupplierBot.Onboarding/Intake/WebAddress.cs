namespace SupplierBot.Onboarding;

/// <summary>A public web address; "acme.com" is enough (wording.md §3).</summary>
public static class WebAddress
{
    public static bool LooksRight(string typed)
    {
        if (typed.Any(char.IsWhiteSpace)) return false;
        var address = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns
            && HasEnding(HostOf(uri).TrimEnd('.'));
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
        host.Split('.') is { Length: >= 2 } labels && labels.All(label => label.Length > 0) && labels[^1].Length >= 2 && labels[^1].Any(char.IsAsciiLetter);
}
