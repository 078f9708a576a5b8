using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Hostile;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Hostile;

/// <summary>
/// Thousands of activities with something wrong in them, from people in the middle of their conversations: no server error, no fault in the
/// log, and afterwards the bot serves.
/// </summary>
public sealed class MutatedActivitiesTests(ITestOutputHelper output)
{
    private const int People = 4;

    [Fact]
    public async Task Is_answered_and_the_bot_goes_on()
    {
        var seed = Environment.GetEnvironmentVariable("SUPPLIERBOT_SEED") is { Length: > 0 } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"SUPPLIERBOT_SEED={seed}");
        var company = new HostileCompany();
        await company.InitializeAsync();
        await using var _ = company;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, People),
            async (person, _) => await AttackAsync(company, new Mutations(unchecked(seed + person)), $"SUPPLIERBOT_SEED={seed}")
        );
        company.LoggedNoFault();
        var honest = company.Newcomer();
        var request = await company.OnboardsAsync(honest, Supplier.NotesApp("Honest Notes"));
        await company.Sound(honest.SaysAsync("can I use Honest Notes"));
        Assert.True(honest.Newest.Contains("Not yet: it's in review"));
        Assert.StartsWith("REQ-", request, StringComparison.Ordinal);
    }

    private static async Task AttackAsync(HostileCompany company, Mutations mutations, string seed)
    {
        var who = company.Newcomer();
        await company.Sound(who.SaysAsync("new Mutant"));
        var supplier = Supplier.NotesApp("Mutant");
        var card = who.Newest.Card!;
        for (var round = 0; round < LongRun.Or(5_000, 150); round++)
        {
            var body = mutations.Of(Sound(who, card, supplier, round));
            var (status, answer) = await PostAsync(company.Bot, body);
            // 501: an invoke of another name is one we do not answer (src/SupplierBot.BotFramework/PROTOCOL.md "Invokes").
            Assert.True(status is < 500 or 501, $"{seed}: {status} {answer} for {Encoding.UTF8.GetString(body)}");
            Assert.False(
                answer.Contains("\"statusCode\":500", StringComparison.Ordinal),
                $"{seed}: {answer} for {Encoding.UTF8.GetString(body)}"
            );
            HostileCompany.SaysNothingOfTheInside(answer);
            if (new Answer((System.Net.HttpStatusCode)status, answer).Card is { } next && next.Buttons.Count > 0)
                card = next;
        }
    }

    private static JsonObject Sound(Employee who, Card card, Supplier supplier, int round) =>
        (round % 6) switch
        {
            0 => who.Message("new Mutant"),
            1 => who.Message("mine"),
            2 => who.Installation(),
            _ when card.Has("answer") => who.Execute(
                "answer",
                HostileCompany.Data(
                    card,
                    "answer",
                    [("name", supplier.Name), .. supplier.On(card).Select(pair => (pair.Key, (JsonNode?)pair.Value))]
                )
            ),
            _ when card.Has("submit") => who.Execute("submit", HostileCompany.Data(card, "submit")),
            _ => who.Execute(
                card.Buttons[round % card.Buttons.Count].Verb,
                card.Buttons[round % card.Buttons.Count].Action["data"]?.DeepClone()
            ),
        };

    private static async Task<(int Status, string Body)> PostAsync(BotProcess bot, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await bot.Http.PostAsync(bot.Messages, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
