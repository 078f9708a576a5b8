using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.SignIn;

/// <summary>
/// Playgrounds with credentials for a bot that signs in. Each speaks for an address of its own, so each has a directory whose tokens name
/// it; the key is one.
/// </summary>
internal sealed class SignedInPlaygrounds : IAsyncDisposable
{
    private readonly string folder;
    private readonly CertificateAuthority authority;
    private readonly FakeChannelIssuer channel = new();
    private readonly Dictionary<Persona, (int Port, FakeDirectory Directory)> places = [];

    private SignedInPlaygrounds(string folder) => (this.folder, authority) = (folder, new(folder, "localhost", FakeDirectory.Host));

    public string AuthorityFile => authority.File;

    /// <summary>What the bot must know: keys and login at the first directory, every address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings { get; private set; } = [];

    public static async Task<SignedInPlaygrounds> StartAsync(string folder, IReadOnlyList<Persona> personas)
    {
        var all = new SignedInPlaygrounds(folder);
        foreach (var persona in personas)
        {
            var port = FreePort.Take();
            all.places.Add(
                persona,
                (port, await FakeDirectory.StartAsync(all.authority, PlaygroundStart.ServiceUrlOf(port).ToString(), all.channel))
            );
        }
        var keys = all.places[personas[0]].Directory.Address;
        all.Settings = RegisteredCompany
            .RegistrationAt(keys, keys)
            .Concat(
                personas.Select(
                    (persona, position) =>
                        new KeyValuePair<string, string>(
                            $"Teams:ServiceUrls:{position}",
                            PlaygroundStart.ServiceUrlOf(all.places[persona].Port).ToString()
                        )
                )
            );
        return all;
    }

    public Task<Playground> OpenAsync(Persona persona, Uri bot) =>
        Playground.StartAsync(
            persona,
            places[persona].Port,
            bot,
            Path.Combine(folder, "playgrounds"),
            places[persona].Directory.VariablesFor(AuthorityFile)
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, directory) in places.Values)
            await directory.DisposeAsync();
        channel.Dispose();
        authority.Dispose();
    }
}
