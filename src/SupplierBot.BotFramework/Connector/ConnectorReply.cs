using System.Net;

namespace SupplierBot.BotFramework.Connector;

/// <summary>What came back from the connector, or why nothing did.</summary>
internal abstract record ConnectorReply
{
    private ConnectorReply() { }

    public sealed record Answered(HttpStatusCode Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter) : ConnectorReply
    {
        public bool Good => (int)Status is >= 200 and < 300;
    }

    /// <summary>The request never left: no connection was made.</summary>
    public sealed record NeverLeft(string Reason) : ConnectorReply;

    /// <summary>It may have arrived: the connection ended, or time ran out, before an answer.</summary>
    public sealed record Lost(string Reason) : ConnectorReply;

    /// <summary>The address is not one we may speak to.</summary>
    public sealed record Forbidden : ConnectorReply;
}
