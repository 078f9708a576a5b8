using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Talk.Teams;

/// <summary>Somebody on Teams, in front of Microsoft's own client.</summary>
/// <param name="persona">Somebody else of the channel at this client; its own persona where it is null.</param>
internal sealed class TeamsUser(Playground playground, Persona? persona = null) : ChatUser((persona ?? playground.Persona).Name)
{
    private readonly Persona persona = persona ?? playground.Persona;

    private ShownMessage Card => ((TeamsView)CurrentView).Said;

    public override Task SaysAsync(string text, params string[] seeing) =>
        AnsweredAsync(() => playground.SayAsync(text), persona.PersonalChatId, seeing, $"an answer to `{text}`");

    public override Task SaysInChannelAsync(string text, params string[] seeing) =>
        AnsweredAsync(() => playground.SayInChannelAsync(text), persona.ChannelId, seeing, $"an answer in the channel to `{text}`");

    public override Task PressesAsync(string button, params string[] seeing) =>
        AnsweredAsync(
            () => playground.PressAsync(Card, button, Filled),
            persona.PersonalChatId,
            seeing,
            $"an answer to the button `{button}`"
        );

    public override async Task PressesAsync(string button) => Takes(await playground.PressAsync(Card, button, Filled, persona), button);

    public override async Task PressesTwiceAsync(string button, bool same = true)
    {
        var (card, inputs) = (Card, Filled);
        var both = await Task.WhenAll(
            playground.PressAsync(card, button, inputs, persona),
            playground.PressAsync(card, button, inputs, persona)
        );
        foreach (var pressed in both)
            Takes(pressed, button);
        if (same)
            Assert.Equal(Reading(both[0]), Reading(both[1]));
    }

    public override async Task ForcesAsync(string verb, params (string Id, string Value)[] inputs) =>
        Takes(await playground.ForceAsync(Card, verb, inputs.ToDictionary(pair => pair.Id, pair => pair.Value), persona), verb);

    public override async Task SeesAsync(params string[] texts) =>
        LooksAt(await FoundAsync(said => said.IsIn(persona.PersonalChatId), texts, Quoted(texts)));

    public override async Task SeesInChannelAsync(params string[] texts) =>
        LooksAt(await FoundAsync(said => said.IsIn(playground.Persona.ChannelId), texts, $"{Quoted(texts)} in the channel"));

    public override Task<int> CountAsync(string text) => Task.FromResult(Count(persona.PersonalChatId, text));

    public override Task<int> CountInChannelAsync(string text) => Task.FromResult(Count(playground.Persona.ChannelId, text));

    public override Task InstallsAgainAsync() => playground.InstallAsync();

    private int Count(string conversation, string text) =>
        playground.Transcript.Messages.Count(said => said.IsIn(conversation) && new TeamsView(said).Holds([text]));

    private async Task AnsweredAsync(Func<Task> does, string conversation, string[] texts, string what)
    {
        var before = playground.Transcript.Messages.Count;
        await does();
        LooksAt(
            await FoundAsync(
                said => playground.Transcript.Messages.Skip(before).Any(one => one.MessageId == said.MessageId) && said.IsIn(conversation),
                texts,
                texts.Length == 0 ? what : $"{what} with {Quoted(texts)}"
            )
        );
    }

    private async Task<ShownView> FoundAsync(Func<ShownMessage, bool> fits, string[] texts, string what) =>
        new TeamsView(await playground.Transcript.SeesAsync(said => fits(said) && new TeamsView(said).Holds(texts), what));

    private void Takes(PressResult pressed, string button)
    {
        Assert.False(pressed is PressResult.Words { Error: true }, $"`{button}` was answered with an error: {pressed}");
        if (pressed is PressResult.Replaced replaced)
            LooksAt(new TeamsView(replaced.Said));
    }

    private static string Reading(PressResult pressed) => new TeamsView(Assert.IsType<PressResult.Replaced>(pressed).Said).Reading;
}
