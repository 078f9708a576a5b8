namespace SupplierBot.BotFramework.Connector;

/// <summary>
/// The connector's addresses (PROTOCOL.md "Connector calls"). Ids are path segments of their own: every reserved character is escaped and
/// stays so.
/// </summary>
internal static class ConnectorRoutes
{
    // Otherwise System.Uri would fold "..", and an id is whatever a sender wrote.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Conversations(string serviceUrl) => At(serviceUrl, "");

    public static Uri Activities(string serviceUrl, string conversation) => At(serviceUrl, $"/{Segment(conversation)}/activities");

    public static Uri Activity(string serviceUrl, string conversation, string activity) =>
        At(serviceUrl, $"/{Segment(conversation)}/activities/{Segment(activity)}");

    public static Uri Member(string serviceUrl, string conversation, string member) =>
        At(serviceUrl, $"/{Segment(conversation)}/members/{Segment(member)}");

    public static Uri PagedMembers(string serviceUrl, string conversation, int pageSize, string? continuation) =>
        At(
            serviceUrl,
            $"/{Segment(conversation)}/pagedmembers?pageSize={pageSize}{(continuation is null ? "" : "&continuationToken=" + Segment(continuation))}"
        );

    private static Uri At(string serviceUrl, string rest) => new($"{serviceUrl.TrimEnd('/')}/v3/conversations{rest}", in AsWritten);

    private static string Segment(string id) =>
        id is "." or ".." ? id.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(id);
}
