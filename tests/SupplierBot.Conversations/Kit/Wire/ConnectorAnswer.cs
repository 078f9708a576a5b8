namespace SupplierBot.Conversations.Kit.Wire;

/// <summary>What a connector does with one call.</summary>
internal abstract record ConnectorAnswer
{
    private ConnectorAnswer() { }

    /// <summary>The message is there and its id is told.</summary>
    public sealed record Takes : ConnectorAnswer;

    /// <summary>The message is there, and the connection breaks before the answer.</summary>
    public sealed record TakesAndBreaks : ConnectorAnswer;

    /// <summary>Nothing is done; the status, with <c>Retry-After</c> in whole seconds where one is given.</summary>
    public sealed record Refuses(int Status, int? RetryAfterSeconds = null) : ConnectorAnswer;

    /// <summary>The message is there, and its id is told late.</summary>
    public sealed record TakesSlowly(TimeSpan After) : ConnectorAnswer;

    /// <summary>The message is there, and its id is told when the test says so.</summary>
    public sealed record TakesWhen(Task Released) : ConnectorAnswer;
}

/// <param name="Number">1 for the first call of this connector.</param>
/// <param name="MessageId">Of an update; null for a new message.</param>
internal sealed record ConnectorCall(int Number, string Method, string Conversation, string? MessageId);
