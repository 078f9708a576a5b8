using System.Net.Http.Headers;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.SignIn;

/// <summary>The built product as it runs in a tenant: sign-in on, everybody's tokens from a directory of the test's own.</summary>
internal sealed class RegisteredCompany : IAsyncDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("registered-");
    private readonly CertificateAuthority authority;

    private RegisteredCompany() => authority = new(folder.FullName, "localhost", FakeDirectory.Host);

    public BotProcess Bot { get; private set; } = null!;
    public FakeDirectory Directory { get; private set; } = null!;
    public string AuthorityFile => authority.File;

    /// <param name="serviceUrl">Of the one connector the bot speaks to, beside those of Teams.</param>
    public static async Task<RegisteredCompany> StartAsync(string serviceUrl, params (string Name, string Value)[] variables)
    {
        var company = new RegisteredCompany();
        try
        {
            company.Directory = await FakeDirectory.StartAsync(company.authority, serviceUrl);
            company.Bot = await BotProcess.StartAsync(
                SettingsFor(serviceUrl, company.Directory.Address, company.Directory.Address),
                null,
                [("SSL_CERT_FILE", company.AuthorityFile), .. variables]
            );
            // A caller who does not say otherwise speaks as the channel.
            company.Bot.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                company.Directory.ChannelToken(FakeDirectory.App)
            );
            return company;
        }
        catch
        {
            await company.DisposeAsync();
            throw;
        }
    }

    /// <param name="keys">Where the channel's metadata is: <c>channel</c> below it.</param>
    public static Dictionary<string, string> SettingsFor(string serviceUrl, Uri keys, Uri login) =>
        new(RegistrationAt(keys, login))
        {
            ["Teams:ServiceUrls:0"] = serviceUrl,
            ["Roles:security:People:0:Id"] = Personas.Sam.Id.Value,
            ["Roles:security:People:0:Name"] = Personas.Sam.Name,
            ["Roles:security:People:1:Id"] = Personas.Priya.Id.Value,
            ["Roles:security:People:1:Name"] = Personas.Priya.Name,
        };

    public static Dictionary<string, string> RegistrationAt(Uri keys, Uri login) =>
        new()
        {
            ["Teams:AppId"] = FakeDirectory.App,
            ["Teams:TenantId"] = FakeDirectory.Tenant,
            ["Teams:Tenants:0"] = Personas.TenantId,
            ["Teams:ClientSecret"] = FakeDirectory.Secret,
            ["Teams:Authorities:Issuer"] = FakeChannelIssuer.Issuer,
            ["Teams:Authorities:Metadata"] = keys + "channel",
            ["Teams:Authorities:Login"] = login.AbsoluteUri,
        };

    public async ValueTask DisposeAsync()
    {
        if (Bot is not null)
            await Bot.DisposeAsync();
        if (Directory is not null)
            await Directory.DisposeAsync();
        authority.Dispose();
        folder.Delete(recursive: true);
    }
}
