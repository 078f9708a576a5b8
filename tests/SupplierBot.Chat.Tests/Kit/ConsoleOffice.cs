using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Storage.Tables;
using SupplierBot.TextConsole;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>The real core, stores and delivery on a real SQLite file, with the console as the only channel. Nothing is staged.</summary>
internal sealed class ConsoleOffice : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplierbot-").FullName;
    private ServiceProvider services;

    private ConsoleOffice() => services = Build();

    public static async Task<ConsoleOffice> OpenAsync()
    {
        var office = new ConsoleOffice();
        Assert.Null(await office.services.GetRequiredService<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None));
        return office;
    }

    /// <summary>As after a crash and a new start: nothing but the file is left, and nobody sits at a console.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Build();
    }

    public Task<ConsolePerson> SeatAsync(string name) => ConsolePerson.SeatAsync(services, Named(name));

    public Task DeliverAsync() => services.GetRequiredService<Dispatcher>().SweepAsync(CancellationToken.None);

    public static Person Named(string name) => new(new($"{ConsoleChannel.Key}:{name.ToLowerInvariant()}"), name);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ServiceProvider Build()
    {
        var everyDay = new WorkingCalendar(
            TimeZoneInfo.Utc,
            new HashSet<DayOfWeek>(Enum.GetValues<DayOfWeek>()),
            new HashSet<DateOnly>(),
            new(new(9, 0), new(17, 0))
        );
        var roles = new RoleHolders(
            new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = [Named("Sam")], [RoleNames.Ciso] = [Named("Carla")] },
            [Named("Carla")]
        );
        return new ServiceCollection()
            .AddLogging()
            .AddSqliteTable(_ => Path.Combine(folder, "office.db"))
            .AddChat(
                new("office", "Example Ltd", everyDay, roles, new Dictionary<string, IReadOnlyList<string>>()) { Alone = true },
                Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text())).Policy,
                ShippedCards.Wording
            )
            .AddConsole(ShippedCards.Wording)
            .BuildServiceProvider();
    }
}
