using System.Diagnostics;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;

namespace SupplierBot.Conversations.Kit.Talk;

/// <summary>
/// Four people with the product in front of them, on whatever platform each of them is; shared by the journeys of a collection, because
/// starting them costs seconds.
/// </summary>
public abstract class Company : IAsyncLifetime
{
    private readonly Dictionary<Persona, ChatUser> people = [],
        inTheChannel = [];

    internal ChatUser Rita => people[Personas.Rita];
    internal ChatUser Sam => people[Personas.Sam];
    internal ChatUser Priya => people[Personas.Priya];
    internal ChatUser Carla => people[Personas.Carla];

    private protected BotProcess Bot { get; set; } = null!;

    public abstract ValueTask InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Who there is on every platform. What needs Dana starts local mode itself.</summary>
    internal static IReadOnlyList<Persona> Everybody { get; } = [Personas.Rita, Personas.Sam, Personas.Priya, Personas.Carla];

    /// <summary>Somebody who reads along where security decides, and presses there.</summary>
    internal ChatUser InTheChannel(Persona who) => inTheChannel[who];

    /// <summary>kill -9, and the same file again.</summary>
    internal async Task KillAndStartAsync()
    {
        await Bot.KillAsync();
        await Bot.StartAgainAsync();
    }

    /// <summary>An operator brings suppliers along on the command line, beside the running bot.</summary>
    /// <returns>What the command said.</returns>
    internal async Task<string> ImportAsync(string csv)
    {
        var file = Path.Combine(Bot.Folder, "suppliers.csv");
        await File.WriteAllTextAsync(file, csv);
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Settings).Assembly.Location, "register", "import", file, "--yes", "--contentRoot", Bot.Folder]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return await output + await errors;
    }

    /// <summary>The bot, and whatever else was started, however far it came.</summary>
    private protected abstract Task EndAsync();

    private protected void Joined(Persona persona, ChatUser chatter) => people.Add(persona, chatter);

    private protected void ReadsAlong(Persona persona, ChatUser chatter) => inTheChannel.Add(persona, chatter);

    /// <summary>Long enough for a test to press the button, and short enough to wait for.</summary>
    private protected static IReadOnlyDictionary<string, string> UndoSettings { get; } =
        new Dictionary<string, string> { ["Decisions:UndoSeconds"] = "6" };

    /// <summary>The same on the wire of local mode, with the channels of those who decide.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Deciding =>
        DecidingBy(persona => persona.Id.Value)
            .Concat([
                new("Roles:security:Places:0", Personas.Sam.ChannelId),
                new("Roles:security:Places:1", Personas.Priya.ChannelId),
                new("Roles:ciso:Places:0", Personas.Carla.ChannelId),
            ]);

    /// <summary>Sam and Priya are security, Carla is the CISO and the admin.</summary>
    /// <param name="idOf">Of the account with which somebody decides.</param>
    private protected static IEnumerable<KeyValuePair<string, string>> DecidingBy(Func<Persona, string> idOf) =>
        new[]
        {
            ("Roles:security:People:0", Personas.Sam),
            ("Roles:security:People:1", Personas.Priya),
            ("Roles:ciso:People:0", Personas.Carla),
            ("Admins:0", Personas.Carla),
        }.SelectMany(one =>
            new KeyValuePair<string, string>[] { new($"{one.Item1}:Id", idOf(one.Item2)), new($"{one.Item1}:Name", one.Item2.Name) }
        );
}
