namespace SupplierBot.Web.Options;

/// <summary>Where people's browsers reach this bot.</summary>
internal static class DownloadOptions
{
    private const string Key = "Downloads:Url";

    /// <summary>Null where nothing is set: nothing can be downloaded then, but for local mode, which knows its own address.</summary>
    public static Uri? Read(SettingsReader reader) => reader.Optional(Key, Address);

    private static Parsed<Uri> Address(string text) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")
            ? new("is no web address.", "Write it as https://bot.example.com/, the address at which a browser reaches the bot.")
        : url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback
            ? new("is not encrypted.", "Write https://; http is for a loopback address alone.")
        : url.UserInfo.Length + url.Query.Length + url.Fragment.Length > 0
            ? new("has more than a host and a path.", "Leave out names, queries and fragments.")
        : new(url.AbsolutePath.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/"));
}
