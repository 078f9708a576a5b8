using SupplierBot.Web;

namespace SupplierBot.Conversations;

/// <summary>One bot and a Playground for each persona, shared by the tests of the collection: starting them costs seconds.</summary>
public sealed class Company : IAsyncLifetime
{
    private LocalCompany local = null!;

    internal BotProcess Bot => local.Bot;
    internal Chatter Rita { get; private set; } = null!;
    internal Chatter Sam { get; private set; } = null!;
    internal Chatter Priya { get; private set; } = null!;
    internal Chatter Carla { get; private set; } = null!;

    /// <summary>Somebody who reads along in Sam's channel and presses there.</summary>
    internal Chatter InSamsChannel(Persona who) => new(local.Sam, who);

    public async ValueTask InitializeAsync()
    {
        local = await LocalCompany.StartAsync();
        (Rita, Sam, Priya, Carla) = (new(local.Rita), new(local.Sam), new(local.Priya), new(local.Carla));
        foreach (var chatter in new[] { Rita, Sam, Priya, Carla }) await chatter.SeesAsync("Hello");
    }

    public ValueTask DisposeAsync() => local.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedCompany : ICollectionFixture<Company>
{
    public const string Name = "One company";
}
