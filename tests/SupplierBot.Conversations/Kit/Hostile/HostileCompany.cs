using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Hostile;

/// <summary>One bot under attack, shared by the tests of the collection: whatever one of them sends, the next must be served.</summary>
public sealed class HostileCompany : IAsyncLifetime
{
    private WireCompany wire = null!;
    private int suppliers;

    internal BotProcess Bot => wire.Bot;
    internal Employee Rita { get; private set; } = null!;
    internal Employee Sam { get; private set; } = null!;
    internal Employee Eve { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        wire = await WireCompany.StartAsync();
        (Rita, Sam, Eve) = (
            new(Bot.Http, wire.Connector, Personas.Rita),
            new(Bot.Http, wire.Connector, Personas.Sam),
            wire.Employee("eve")
        );
        foreach (var employee in new[] { Rita, Sam, Eve })
            await Sound(employee.InstallsAsync());
    }

    /// <summary>No test of the collection is the last one: each leaves a bot behind that logged no fault.</summary>
    public ValueTask DisposeAsync() => wire.DisposeAsync();

    internal Employee Newcomer() => wire.Employee($"newcomer-{Interlocked.Increment(ref suppliers)}");

    internal string NewName(string name) => $"{name} {Interlocked.Increment(ref suppliers)}";

    /// <summary>The first page, as a new person has it in front of them.</summary>
    internal async Task<(Employee Who, Card Page)> BeginsAsync()
    {
        var who = Newcomer();
        await Sound(who.SaysAsync("new"));
        return (who, who.Newest.Card!);
    }

    /// <summary>From nothing to the receipt, as anybody does it.</summary>
    /// <returns>The id of the request.</returns>
    internal async Task<string> OnboardsAsync(Employee who, Supplier supplier)
    {
        await Sound(who.SaysAsync($"new {supplier.Name}"));
        var card = await who.AnswersAllAsync(who.Newest.Card!, supplier.On, sees: IsSound);
        card = (await Sound(who.PressesAsync(card, "submit"))).Card!;
        return (string)card.Buttons.Select(button => button.Action["data"]?["_"]?["case"]).First(id => id is not null)!;
    }

    internal async Task<Answer> Sound(Task<Answer> answering)
    {
        var answer = await answering;
        IsSound(answer);
        return answer;
    }

    /// <summary>Good over HTTP and inside the answer, and without anything that only a developer reads.</summary>
    internal static void IsSound(Answer answer)
    {
        Assert.InRange((int)answer.Status, 200, 499);
        SaysNothingOfTheInside(answer.Body);
        Assert.DoesNotContain("\"statusCode\":500", answer.Body, StringComparison.Ordinal);
    }

    internal static void SaysNothingOfTheInside(string body)
    {
        foreach (var inside in new[] { "Exception", "   at ", "SupplierBot.", "System.", "Something went wrong" })
            Assert.DoesNotContain(inside, body, StringComparison.Ordinal);
    }

    /// <summary>A fault that the person was spared would still be in the log.</summary>
    internal void LoggedNoFault()
    {
        var faults = Bot.Log.Where(IsFault).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>
    /// What Kestrel warns of are connections that a test broke off in the middle of a request; what the bot failed at under it is an error.
    /// </summary>
    private static bool IsFault(string line) =>
        line.Contains(" fail: ", StringComparison.Ordinal)
        || line.Contains(" crit: ", StringComparison.Ordinal)
        || (
            line.Contains("Exception", StringComparison.Ordinal)
            && !line.Contains(" warn: Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal)
        );

    /// <summary>The data of a button with anything at all in its inputs: what no renderer would let through.</summary>
    internal static JsonObject Data(Card card, string button, params (string Id, JsonNode? Value)[] inputs)
    {
        var data = card.Button(button).Action["data"]!.DeepClone().AsObject();
        foreach (var (id, value) in inputs)
            data[id] = value;
        return data;
    }
}

[CollectionDefinition(Name)]
public sealed class HostileCollection : ICollectionFixture<HostileCompany>
{
    public const string Name = "Under attack";
}
