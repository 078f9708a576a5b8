using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.Web.Commands;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Options;

/// <summary>Section <c>Teams</c>: what is wrong with it is reported, and a bot with credentials, good or bad, is never in local mode.</summary>
public sealed class TeamsOptionsTests : IDisposable
{
    private const string App = "aaaaaaaa-0000-0000-0000-00000000000A";
    private const string Tenant = "bbbbbbbb-0000-0000-0000-00000000000B";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("teams-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Nothing_of_it_is_local_mode() => Assert.False(Read().Settings.SignsIn);

    [Fact]
    public void A_managed_identity_needs_two_ids()
    {
        var (settings, faults) = Read(("Teams:AppId", App), ("Teams:TenantId", Tenant), ("Teams:ManagedIdentity", "true"));
        Assert.Empty(faults);
        Assert.Equal((App.ToLowerInvariant(), BotCloud.Public), (settings.Teams!.SignIn.AppId, settings.Teams.SignIn.Cloud));
        Assert.Equal([Tenant.ToLowerInvariant()], settings.Teams.Tenants);
        Assert.Equal("ManagedIdentityCredential", settings.Teams.SignIn.Credential().GetType().Name);
    }

    [Theory]
    [
        InlineData("USGov", "https://api.botframework.us"),
        InlineData("china", "https://api.botframework.azure.cn"),
        InlineData("Public", "https://api.botframework.com")
    ]
    public void Each_cloud_has_its_own_issuer(string name, string issuer) =>
        Assert.Equal(
            issuer,
            Read(
                ("Teams:AppId", App),
                ("Teams:TenantId", Tenant),
                ("Teams:ClientSecret", "s"),
                ("Teams:Cloud", name)
            ).Settings.Teams!.SignIn.Cloud.Issuer
        );

    [Theory]
    [InlineData("pfx"), InlineData("pem")]
    public void A_certificate_is_read_from_its_file(string kind)
    {
        var path = Certificate(kind, withKey: true);
        var (settings, faults) = Read(
            ("Teams:AppId", App),
            ("Teams:TenantId", Tenant),
            ("Teams:Certificate:Path", path),
            ("Teams:Certificate:Password", "p")
        );
        Assert.Empty(faults);
        Assert.Equal("ClientCertificateCredential", settings.Teams!.SignIn.Credential().GetType().Name);
    }

    [Theory]
    [InlineData("Teams:AppId", "bot", "Teams:AppId")]
    [InlineData("Teams:AppId", "", "Teams:AppId")]
    [InlineData("Teams:TenantId", "contoso.onmicrosoft.com", "Teams:TenantId")]
    [InlineData("Teams:TenantId", "", "Teams:TenantId")]
    [InlineData("Teams:Tenants:0", "everybody", "Teams:Tenants:0")]
    [InlineData("Teams:ClientSecret", "", "Teams:ManagedIdentity")]
    [InlineData("Teams:ManagedIdentity", "true", "Teams:ManagedIdentity")]
    [InlineData("Teams:Certificate:Path", "nowhere.pfx", "Teams:Certificate:Path")]
    [InlineData("Teams:Cloud", "Mars", "Teams:Cloud")]
    [InlineData("Teams:Authorities:Metadata", "http://login.example.com/", "Teams:Authorities:Metadata")]
    [InlineData("Teams:Authorities:Login", "http://127.0.0.1/", "Teams:Authorities:Login")]
    [InlineData("Teams:ServiceUrls:0", "https://10.0.0.1/", "Teams:ServiceUrls:0")]
    [InlineData("Teams:ServiceUrls:0", "http://example.com/", "Teams:ServiceUrls:0")]
    [InlineData("Teams:Secret", "s3cr3t", "Teams:Secret")]
    public void What_is_wrong_is_named(string key, string value, string named)
    {
        var set = new Dictionary<string, string?>
        {
            ["Teams:AppId"] = App,
            ["Teams:TenantId"] = Tenant,
            ["Teams:ClientSecret"] = "s3cr3t",
            [key] = value,
        };
        var fault = Assert.Single(Read([.. set.Select(pair => (pair.Key, pair.Value!))]).Faults);
        Assert.Equal(named, fault.Key);
        Assert.DoesNotContain("s3cr3t", fault.ToString(), StringComparison.Ordinal);
    }

    /// <summary>
    /// What a secret store or a file adds would fail with the first call; it is reported at the start, and a password may have two words.
    /// </summary>
    [Theory]
    [
        InlineData("Teams:ClientSecret", "s3cr3t\n", true),
        InlineData("Teams:ClientSecret", "\ts3cr3t", true),
        InlineData("Teams:ClientSecret", "s3c r3t", false),
        InlineData("Teams:ClientSecret", "s3c\nr3t", true),
        InlineData("Teams:ClientSecret", "s3cr3t\u00A0", true),
        InlineData("Teams:ClientSecret", "\uFEFFs3cr3t", true),
        InlineData("Teams:ClientSecret", "s3cr3t", false)
    ]
    [
        InlineData("Teams:Certificate:Password", "p\n", true),
        InlineData("Teams:Certificate:Password", " p", true),
        InlineData("Teams:Certificate:Password", "p", false)
    ]
    public void A_secret_with_white_space_is_a_fault(string key, string value, bool faulty)
    {
        var (settings, faults) = key.EndsWith("Password", StringComparison.Ordinal)
            ? Read(
                ("Teams:AppId", App),
                ("Teams:TenantId", Tenant),
                ("Teams:Certificate:Path", Certificate("pfx", withKey: true)),
                (key, value)
            )
            : Read(("Teams:AppId", App), ("Teams:TenantId", Tenant), (key, value));
        Assert.Equal(faulty ? [key] : [], faults.Select(fault => fault.Key));
        Assert.All(faults, fault => Assert.DoesNotContain("s3c", fault.ToString(), StringComparison.Ordinal));
        Assert.NotNull(settings);
    }

    [Theory]
    [InlineData("pem", false, "p"), InlineData("pfx", true, "wrong")]
    public void A_certificate_without_its_key_or_with_another_password_is_named(string kind, bool withKey, string password)
    {
        var fault = Assert.Single(
            Read(
                ("Teams:AppId", App),
                ("Teams:TenantId", Tenant),
                ("Teams:Certificate:Path", Certificate(kind, withKey)),
                ("Teams:Certificate:Password", password)
            ).Faults
        );
        Assert.Equal("Teams:Certificate:Path", fault.Key);
    }

    [Fact]
    public void Nobody_of_local_mode_holds_a_role_and_somebody_must()
    {
        var (settings, _) = Read(
            ("Teams:AppId", App),
            ("Teams:TenantId", Tenant),
            ("Teams:ClientSecret", "s"),
            ("Local:AllowedServiceUrls:0", "http://127.0.0.1:1/")
        );
        Assert.Empty(LocalMode.WithPersonas(settings, "Development").Roles);
        var (mode, faults) = SignInMode.Apply(settings);
        Assert.Equal("Roles:security:People", Assert.Single(faults).Key);
        Assert.False(mode.Local.Playground);
        Assert.Empty(mode.Local.AllowedServiceUrls);
    }

    /// <summary>In Development on loopback, where nothing else keeps the bot from local mode.</summary>
    [Theory]
    [InlineData("--Teams:AppId", "bot")]
    [InlineData("--Teams:ClientSecret", "s3cr3t")]
    [InlineData("--Teams:Tenants:0", Tenant)]
    public async Task Half_a_registration_is_no_start_at_all(string option, string value)
    {
        var (exitCode, output, errors) = await Executable.RunAsync(
            option,
            value,
            "--environment",
            "Development",
            "--contentRoot",
            folder.FullName,
            "--urls",
            "http://127.0.0.1:0"
        );
        Assert.Equal(CommandLine.Refused, exitCode);
        Assert.Contains("Teams:AppId", errors, StringComparison.Ordinal);
        Assert.Contains("Roles:security:People", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("LOCAL MODE", output, StringComparison.Ordinal);
    }

    private (Settings Settings, IReadOnlyList<ConfigurationFault> Faults) Read(params (string Key, string Value)[] set) =>
        Settings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(set.ToDictionary(pair => pair.Key, string? (pair) => pair.Value)).Build(),
            folder.FullName
        );

    private string Certificate(string kind, bool withKey)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.MaxValue.AddYears(-1)
        );
        var path = Path.Combine(folder.FullName, $"bot.{kind}");
        if (kind == "pfx")
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "p"));
        else
            File.WriteAllText(path, certificate.ExportCertificatePem() + (withKey ? "\n" + key.ExportPkcs8PrivateKeyPem() : ""));
        return path;
    }
}
