using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Web.Local;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>The whole host in memory: which policy a start puts in force, and what it says about it.</summary>
[Collection(HostCollection.Name)]
public sealed class HostRunPolicyTests : IDisposable, ILoggerProvider, ILogger
{
    private static readonly Person Sam = new(Personas.Sam.Id, Personas.Sam.Name);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policies-");
    private readonly ConcurrentQueue<string> lines = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_published_stays_in_force_and_a_newer_file_is_named()
    {
        var published = FullForm.Of(DefaultPolicy.Text()).Replace("version: ", "version: published-", StringComparison.Ordinal);
        using (var first = Host())
        {
            Assert.Contains(lines, line => line.EndsWith("and nobody published another", StringComparison.Ordinal));
            await PublishAsync(first.Services, published);
        }
        lines.Clear();
        var newer = Path.Combine(folder.FullName, "newer.yaml");
        await File.WriteAllTextAsync(newer, DefaultPolicy.Text().Replace("version: ", "version: newer-", StringComparison.Ordinal));
        // A role that only the published policy has.
        using var next = Host(
            ("Policy:Path", newer),
            ("Roles:business_owner:People:0:Id", Sam.Id.Value),
            ("Roles:business_owner:People:0:Name", Sam.Name)
        );
        var inForce = next.Services.GetRequiredService<PolicyInForce>();
        Assert.StartsWith("published-", inForce.Current.Version, StringComparison.Ordinal);
        Assert.StartsWith("newer-", inForce.Floor.Version, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("is in force: POL-0001 was accepted by " + Sam.Id.Value, StringComparison.Ordinal));
        Assert.Contains(
            lines,
            line =>
                line.StartsWith(newer + " has policy newer-", StringComparison.Ordinal)
                && line.Contains("which is not in force", StringComparison.Ordinal)
        );
        // What is not in force takes no version.
        Assert.DoesNotContain(
            await next.Services.GetRequiredService<PolicyStore>().AllAsync(TestContext.Current.CancellationToken),
            policy => policy.Version.StartsWith("newer-", StringComparison.Ordinal)
        );
    }

    /// <summary>Carla proposes, Sam accepts.</summary>
    private static async Task PublishAsync(IServiceProvider services, string text)
    {
        var (store, policies) = (services.GetRequiredService<PublishStore>(), services.GetRequiredService<PolicyStore>());
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(text)).Policy;
        var carla = new Person(Personas.Carla.Id, Personas.Carla.Name);
        var roles = new RoleHolders(new Dictionary<string, IReadOnlyList<Person>>(), [carla, Sam]);
        var context = services.GetRequiredService<Chat.Turns.ContextFactory>().Create(roles, null) with { NewId = "id" };
        await policies.KeepTextAsync(policy, text, CancellationToken.None);
        var asked = new ProposedPolicy(policy, policies.Current, null, PolicyImpact.Of(new()), carla);
        var proposed = Assert.IsType<PublishOutcome.Changed>(PublishDecider.Propose(PolicyLog.Empty, null, asked, context));
        Assert.True(await store.SaveAsync(null, proposed, [], CancellationToken.None));
        var accepted = PublishDecider.Accept(proposed.Log, proposed.Proposal, new(Sam, true), policies.Current.Hash, null, context);
        var before = await store.FindAsync(CancellationToken.None);
        Assert.True(await store.SaveAsync(before, Assert.IsType<PublishOutcome.Changed>(accepted), [], CancellationToken.None));
    }

    private WebApplicationFactory<Program> Host(params (string Key, string Value)[] settings)
    {
        var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder
                .UseSetting("Local:Playground", "false")
                .UseSetting("Storage:Sqlite:Path", Path.Combine(folder.FullName, "data.db"))
                .ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
        });
        host.CreateClient().Dispose();
        return host;
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue(formatter(state, exception));
}
