using System.Text.RegularExpressions;

namespace SupplierBot.Conversations.Kit.Talk;

/// <summary>One person in front of their client: says, fills, presses, and sees. Holds what the person looks at.</summary>
internal abstract partial class ChatUser(string name)
{
    private readonly Dictionary<string, string> filled = [];
    private ShownView? currentView;

    public string Name => name;

    /// <summary>What the person looks at: the newest answer, or what they turned to last.</summary>
    public ShownView CurrentView => currentView ?? throw new InvalidOperationException($"{Name} looks at nothing yet.");

    /// <summary>The request on it: <c>REQ-2026-0001</c>.</summary>
    public string RequestId =>
        RequestIds().Match(CurrentView.Reading) is { Success: true } found
            ? found.Value
            : throw new InvalidOperationException($"No request here:\n{CurrentView.Reading}");

    protected IReadOnlyDictionary<string, string> Filled => new Dictionary<string, string>(filled);

    /// <summary>The person types; the bot answers with something that holds all the texts.</summary>
    public abstract Task SaysAsync(string text, params string[] seeing);

    public abstract Task SaysInChannelAsync(string text, params string[] seeing);

    /// <summary>Title or verb of a button, which leads on from what is in front.</summary>
    public abstract Task PressesAsync(string button);

    /// <summary>A button that says something (<c>New request</c>): the answer is new.</summary>
    public abstract Task PressesAsync(string button, params string[] seeing);

    /// <summary>Twice at once, as an impatient thumb does.</summary>
    /// <param name="same">Both presses lead to the same.</param>
    public abstract Task PressesTwiceAsync(string button, bool same = true);

    /// <summary>A press no client would offer: the stamp of what is in front, another verb. The bot must hold out against it.</summary>
    public abstract Task ForcesAsync(string verb, params (string Id, string Value)[] inputs);

    /// <summary>Waits for a message of the personal chat with all the texts and turns to it.</summary>
    public abstract Task SeesAsync(params string[] texts);

    /// <summary>Waits for a message where security decides with all the texts and turns to it.</summary>
    public abstract Task SeesInChannelAsync(params string[] texts);

    /// <summary>How many messages of the personal chat hold the text now.</summary>
    public abstract Task<int> CountAsync(string text);

    public abstract Task<int> CountInChannelAsync(string text);

    public abstract Task InstallsAgainAsync();

    /// <summary>The person fills inputs of what is in front of them; a later press sends them along.</summary>
    public ChatUser Fills(params ReadOnlySpan<(string Id, string Value)> inputs)
    {
        foreach (var (id, value) in inputs)
            filled[id] = value;
        return this;
    }

    /// <summary>Turns to something that was there before, as it was: somebody else's screen, or one that was left open.</summary>
    public void LooksAt(ShownView sight)
    {
        Shows(sight);
        filled.Clear();
    }

    public virtual Task ReadsAsync(params string[] texts)
    {
        foreach (var text in texts)
            Assert.True(CurrentView.Holds([text]), $"{Name} does not read `{text}` on:\n{CurrentView.Reading}");
        return Task.CompletedTask;
    }

    public void DoesNotRead(string text) => Assert.False(CurrentView.Holds([text]), $"{Name} reads `{text}` on:\n{CurrentView.Reading}");

    /// <summary>To the same with something new on it: what was filled in stays.</summary>
    protected void Shows(ShownView sight) => currentView = sight;

    protected static string Quoted(IEnumerable<string> texts) => $"`{string.Join("` and `", texts)}`";

    [GeneratedRegex(@"REQ-\d{4}-\d{4,}")]
    private static partial Regex RequestIds();
}
