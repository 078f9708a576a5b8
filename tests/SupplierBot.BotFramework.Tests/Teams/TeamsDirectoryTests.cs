using Microsoft.Extensions.DependencyInjection;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>What Teams says of a person decides whether they are given a role, and whose address is theirs.</summary>
public sealed class TeamsDirectoryTests : IAsyncLifetime
{
    private const string Other = "aaaaaaaa-0000-0000-0000-0000000000ee";
    private FakeConnector connector = null!;
    private ServiceProvider services = null!;
    private TeamsDirectory directory = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddBotFramework(new() { ServiceUrls = [connector.Url] }, BareCards.Cards());
        services = collection.BuildServiceProvider();
        directory = new(services.GetRequiredService<ConnectorClient>(), Tenants.Of([SampleActivities.Tenant]));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""", "tenantId": "11111111-1111-1111-1111-111111111111" """, true)]
    [InlineData(""", "tenantId": "22222222-2222-2222-2222-222222222222" """, false)]
    [InlineData(""", "userRole": "guest" """, false)]
    [InlineData(""", "userPrincipalName": "rita_other.example#EXT#@example.com" """, false)]
    public async Task A_member_is_of_our_tenant_and_nobodys_guest(string more, bool member)
    {
        connector.Members[SampleActivities.Rita] =
            $$"""{ "id": "29:rita", "name": "Rita", "aadObjectId": "{{SampleActivities.Rita}}", "email": "rita@example.com"{{more}} }""";
        var known = Assert.IsType<DirectoryAnswer.Known>(await FindAsync(Place("a:1")));
        Assert.Equal((TeamsIds.IdOf(SampleActivities.Rita), "rita@example.com", member), (known.Person.Id, known.Email, known.Member));
    }

    [Theory]
    [InlineData(SampleActivities.Rita, true), InlineData(Other, false)]
    public async Task By_the_channels_own_id_only_the_same_person_is_found(string person, bool found)
    {
        connector.Members["29:rita"] = $$"""{ "id": "29:rita", "aadObjectId": "{{person}}", "email": "rita@example.com" }""";
        var answer = await FindAsync(Place("a:1", "29:rita"));
        Assert.Equal(found, answer is DirectoryAnswer.Known);
        if (!found)
            Assert.IsType<DirectoryAnswer.Nobody>(answer);
        Assert.Equal([SampleActivities.Rita, "29:rita"], connector.AskedFor);
    }

    [Fact]
    public async Task Without_a_conversation_nothing_is_said_and_the_first_that_knows_them_is_the_last_that_is_asked()
    {
        Assert.IsType<DirectoryAnswer.NotSaid>(await FindAsync());
        connector.Members[SampleActivities.Rita] = $$"""{ "id": "29:rita", "aadObjectId": "{{SampleActivities.Rita}}" }""";
        Assert.IsType<DirectoryAnswer.Known>(await FindAsync(Place("a:1", "29:rita"), Place("19:place")));
        Assert.Equal([SampleActivities.Rita], connector.AskedFor);
    }

    [Fact]
    public async Task Who_has_no_id_of_the_directory_is_no_member()
    {
        connector.Members["29:someone"] = """{ "id": "29:someone", "name": "Someone", "email": "someone@example.com" }""";
        var known = Assert.IsType<DirectoryAnswer.Known>(
            await directory.FindAsync(new Mention("Someone", "29:someone"), Place("a:1"), default)
        );
        Assert.Equal(("teams:channel:29:someone", null, false), (known.Person.Id.Value, known.Email, known.Member));
    }

    [Fact]
    public async Task An_app_that_was_picked_is_no_person_and_nobody_is_asked_about_it()
    {
        connector.Members["28:helper"] = $$"""{ "id": "28:helper", "aadObjectId": "{{Other}}" }""";
        Assert.IsType<DirectoryAnswer.App>(await directory.FindAsync(new Mention("Helper", "28:helper"), Place("a:1"), default));
        Assert.Empty(connector.AskedFor);
    }

    private Task<DirectoryAnswer> FindAsync(params ConversationReference[] where) =>
        directory.FindAsync(TeamsIds.IdOf(SampleActivities.Rita), where, default);

    private ConversationReference Place(string id, string? user = null) =>
        new("teams", connector.Url, id, ConversationScope.Personal, SampleActivities.Bot, SampleActivities.Tenant, user, null);
}
