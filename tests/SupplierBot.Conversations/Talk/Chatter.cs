using System.Text.RegularExpressions;
using SupplierBot.Web;

namespace SupplierBot.Conversations;

/// <summary>One person in front of their client: says, fills, presses, and sees. Holds the card the person looks at.</summary>
/// <param name="persona">Somebody else of the channel at this client; its own persona where it is null.</param>
internal sealed partial class Chatter(Playground playground, Persona? persona = null)
{
    private readonly Dictionary<string, string> filled = [];
    private Said? inFront;

    public Persona Persona { get; } = persona ?? playground.Persona;
    /// <summary>What the person looks at: the newest answer, or what they turned to last.</summary>
    public Said InFront => inFront ?? throw new InvalidOperationException($"{Persona.Name} looks at nothing yet.");
    public Card Card => InFront.Card ?? throw new InvalidOperationException($"There is no card: {InFront}");
    /// <summary>Everything to be read on it, as it looks: without the backslashes Teams takes out.</summary>
    public string Screen => Reading(InFront);
    /// <summary>The request on the card: <c>REQ-2026-0001</c>.</summary>
    public string RequestId => RequestIds().Match(Screen) is { Success: true } found ? found.Value : throw new InvalidOperationException($"No request on this card:\n{Screen}");
    /// <summary>The newest words a client showed below a card after a press; empty where the card was replaced.</summary>
    public string ToldBelow { get; private set; } = "";

    /// <summary>The person types; the bot answers with a new message that holds all the texts.</summary>
    public async Task SaysAsync(string text, params string[] seeing)
    {
        var before = playground.Transcript.Messages.Count;
        await playground.SayAsync(text);
        LooksAt(await NewAsync(before, Persona.PersonalChatId, seeing, $"an answer to `{text}`"));
    }

    public async Task SaysInChannelAsync(string text, params string[] seeing)
    {
        var before = playground.Transcript.Messages.Count;
        await playground.SayInChannelAsync(text);
        LooksAt(await NewAsync(before, Persona.ChannelId, seeing, $"an answer in the channel to `{text}`"));
    }

    /// <summary>The person fills inputs of the card in front of them; a later press sends them along.</summary>
    public Chatter Fills(params ReadOnlySpan<(string Id, string Value)> inputs)
    {
        foreach (var (id, value) in inputs) filled[id] = value;
        return this;
    }

    /// <summary>Title or verb of a button; the card is replaced by the answer, or words are shown below it.</summary>
    public async Task PressesAsync(string button)
    {
        var pressed = await playground.PressAsync(InFront, button, new Dictionary<string, string>(filled), Persona);
        Takes(pressed, button);
    }

    /// <summary>Twice at once, as an impatient thumb does.</summary>
    /// <param name="same">Both presses are answered with the same card.</param>
    public async Task PressesTwiceAsync(string button, bool same = true)
    {
        var (card, inputs) = (InFront, new Dictionary<string, string>(filled));
        var both = await Task.WhenAll(playground.PressAsync(card, button, inputs, Persona), playground.PressAsync(card, button, inputs, Persona));
        foreach (var pressed in both) Takes(pressed, button);
        if (same) Assert.Equal(Reading(Assert.IsType<Pressed.Replaced>(both[0]).Said), Reading(Assert.IsType<Pressed.Replaced>(both[1]).Said));
    }

    /// <summary>A button that says something (<c>New request</c>): the answer is a new message.</summary>
    public async Task PressesAsync(string button, params string[] seeing)
    {
        var before = playground.Transcript.Messages.Count;
        await playground.PressAsync(InFront, button, new Dictionary<string, string>(filled));
        LooksAt(await NewAsync(before, Persona.PersonalChatId, seeing, $"an answer to the button `{button}`"));
    }

    /// <summary>A press no client would offer: the stamp of the card in front, another verb. The bot must hold out against it.</summary>
    public async Task ForcesAsync(string verb, params (string Id, string Value)[] inputs) =>
        Takes(await playground.ForceAsync(InFront, verb, inputs.ToDictionary(pair => pair.Id, pair => pair.Value), Persona), verb);

    /// <summary>Waits for a message of the personal chat with all the texts and turns to it.</summary>
    public async Task SeesAsync(params string[] texts) => LooksAt(await playground.Transcript.SeesAsync(said => said.IsIn(Persona.PersonalChatId) && Holds(said, texts), Quoted(texts)));

    /// <summary>Waits for a card of the channel with all the texts and turns to it.</summary>
    public async Task SeesInChannelAsync(params string[] texts) => LooksAt(await playground.Transcript.SeesAsync(said => said.IsIn(playground.Persona.ChannelId) && Holds(said, texts), $"{Quoted(texts)} in the channel"));

    /// <summary>Turns to a card that was there before, as it was: somebody else's screen, or one that was left open.</summary>
    public void LooksAt(Said said)
    {
        inFront = said;
        filled.Clear();
    }

    public void Reads(params string[] texts)
    {
        foreach (var text in texts) Assert.True(Screen.Contains(text, StringComparison.Ordinal), $"{Persona.Name} does not read `{text}` on:\n{Screen}");
    }

    public void DoesNotRead(string text) => Assert.False(Screen.Contains(text, StringComparison.Ordinal), $"{Persona.Name} reads `{text}` on:\n{Screen}");

    /// <summary>How many messages of the personal chat hold the text now.</summary>
    public int Count(string text) => playground.Transcript.Messages.Count(said => said.IsIn(Persona.PersonalChatId) && Holds(said, [text]));

    public int CountInChannel(string text) => playground.Transcript.Messages.Count(said => said.IsIn(playground.Persona.ChannelId) && Holds(said, [text]));

    public Task InstallsAgainAsync() => playground.InstallAsync();

    private void Takes(Pressed pressed, string button)
    {
        ToldBelow = pressed is Pressed.Told told ? told.Text : "";
        Assert.False(pressed is Pressed.Told { Error: true }, $"`{button}` was answered with an error: {ToldBelow}");
        if (pressed is Pressed.Replaced replaced) LooksAt(replaced.Said);
    }

    private Task<Said> NewAsync(int before, string conversation, string[] texts, string what) => playground.Transcript.SeesAsync(
        said => playground.Transcript.Messages.Skip(before).Any(one => one.MessageId == said.MessageId) && said.IsIn(conversation) && Holds(said, texts),
        texts.Length == 0 ? what : $"{what} with {Quoted(texts)}");

    private static bool Holds(Said said, string[] texts)
    {
        var reading = Reading(said);
        return texts.All(text => reading.Contains(text, StringComparison.Ordinal));
    }

    private static string Reading(Said said) => Escapes().Replace(string.Join('\n', said.Card?.Texts.Prepend(said.Text) ?? [said.Text]), "$1");

    private static string Quoted(string[] texts) => $"`{string.Join("` and `", texts)}`";

    [GeneratedRegex(@"REQ-\d{4}-\d{4,}")]
    private static partial Regex RequestIds();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escapes();
}
