using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>The product as it is started, with Slack alone: Sam and Priya decide in #vendor-security, Carla is the CISO.</summary>
internal sealed class Product : IAsyncDisposable
{
    public const string PreviousSecret = "the-signing-secret-from-before";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("slack-");
    private readonly WebApplicationFactory<Program> factory;
    private readonly FakeSlack slack;

    /// <param name="change">What is put in the place of the product's own parts.</param>
    /// <param name="settings">Beside those of Slack.</param>
    public Product(FakeSlack slack, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        this.slack = slack;
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            settings
                .Aggregate(Configured(builder), (with, one) => with.UseSetting(one.Key, one.Value))
                .ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log))
                .ConfigureTestServices(services => change?.Invoke(services))
        );
        Client = factory.CreateClient();
        Driver = new(slack, Client);
    }

    public HttpClient Client { get; }
    public SlackDriver Driver { get; }
    public WrittenLog Log { get; } = new();
    public IServiceProvider Services => factory.Services;

    /// <summary>What is kept, row by row, with versions.</summary>
    public IReadOnlyList<string> Rows() => StoredRows.Of(Path.Combine(folder.FullName, "data.db"));

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private IWebHostBuilder Configured(IWebHostBuilder builder)
    {
        Person(builder, "Roles:security:People:0", "sam");
        Person(builder, "Roles:security:People:1", "priya");
        Person(builder, "Roles:ciso:People:0", "carla");
        Person(builder, "Admins:0", "carla");
        return builder
            // It listens nowhere, and looks whether it could: not two of them at one port.
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Roles:security:Places:0", slack.Channel("vendor-security"))
            .UseSetting("Slack:TeamId", FakeSlack.Team)
            .UseSetting("Slack:BotToken", FakeSlack.BotToken)
            .UseSetting("Slack:SigningSecret", FakeSlack.SigningSecret)
            .UseSetting("Slack:SigningSecretPrevious:0", PreviousSecret)
            .UseSetting("Slack:ApiUrl", slack.Api.ToString())
            .UseSetting("Decisions:UndoSeconds", "0")
            .UseSetting("Storage:Sqlite:Path", Path.Combine(folder.FullName, "data.db"));
    }

    private void Person(IWebHostBuilder builder, string section, string name) =>
        builder
            .UseSetting($"{section}:Id", $"slack:{FakeSlack.Team}:{slack.User(name)}")
            .UseSetting($"{section}:Name", char.ToUpperInvariant(name[0]) + name[1..]);
}
