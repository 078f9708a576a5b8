using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Web.Local;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>The whole host in memory, first with a policy that has more roles than the next one.</summary>
[Collection(HostCollection.Name)]
public sealed class HostRunRolesTests : IDisposable, ILoggerProvider, ILogger
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("roles-");
    private readonly ConcurrentQueue<string> warnings = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_role_that_the_policy_has_no_longer_is_named_in_the_log_and_stops_nothing()
    {
        var full = Path.Combine(folder.FullName, "full.yaml");
        await File.WriteAllTextAsync(
            full,
            FullForm.Of(DefaultPolicy.Text()).Replace("version: ", "version: full-", StringComparison.Ordinal)
        );
        using (var before = Host(full))
            await GiveAsync(before.Services, "roles add business owner Rita");
        Assert.DoesNotContain(warnings, words => words.Contains("business_owner", StringComparison.Ordinal));

        using var after = Host(null);
        using var client = after.CreateClient();
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
        Assert.Single(warnings, words => words.StartsWith("The policy has no role business_owner, and 1 people", StringComparison.Ordinal));
        var roles = (await after.Services.GetRequiredService<RoleAssignmentStore>().NowAsync(CancellationToken.None)).Roles;
        Assert.Equal(["Rita"], roles.Of("business_owner").Select(person => person.Name));
    }

    /// <summary>Carla is the admin of local mode.</summary>
    private static async Task GiveAsync(IServiceProvider services, string said)
    {
        var store = services.GetRequiredService<RoleAssignmentStore>();
        var directory = await store.NowAsync(CancellationToken.None);
        var context = services.GetRequiredService<ContextFactory>().Create(directory.Roles, null) with
        {
            NewId = "id",
            People = [new(Personas.Rita.Id, Personas.Rita.Name)],
        };
        var request = RequestReader.WithRoles(RequestReader.Typed(said), directory.Roles.Known);
        var carla = new Actor(new(Personas.Carla.Id, Personas.Carla.Name), Member: true);
        var outcome = RoleChanges.Handle(RoleAssignments.Empty, directory, request, carla, null, context);
        var guards = await store.GuardsAsync(CancellationToken.None);
        Assert.True(await store.SaveAsync(null, outcome.Assignments!, outcome, guards, null, CancellationToken.None));
    }

    private WebApplicationFactory<Program> Host(string? policy) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder
                .UseSetting("Local:Playground", "false")
                .UseSetting("Storage:Sqlite:Path", Path.Combine(folder.FullName, "data.db"))
                .ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
            if (policy is not null)
                builder.UseSetting("Policy:Path", policy);
        });

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => warnings.Enqueue(formatter(state, exception));
}
