using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.BotFramework.Connector;

namespace SupplierBot.Web.Options;

/// <summary>The bot's registration: with it everybody signs in, and local mode is out of the question.</summary>
/// <param name="Tenants">Directory tenants whose members may use the bot.</param>
/// <param name="ServiceUrls">Service addresses beside those of the cloud.</param>
internal sealed record TeamsOptions(SignIn SignIn, IReadOnlyList<string> Tenants, IReadOnlyList<string> ServiceUrls)
{
    private const string AppId = "Teams:AppId";
    private const string TenantId = "Teams:TenantId";
    private const string Secret = "Teams:ClientSecret";
    private const string CertificatePath = "Teams:Certificate:Path";
    private const string CertificatePassword = "Teams:Certificate:Password";
    private const string Identity = "Teams:ManagedIdentity";

    /// <summary>Null where nothing of the section is set, or something of it is wrong.</summary>
    public static TeamsOptions? Read(SettingsReader reader)
    {
        if (!reader.Any("Teams"))
            return null;
        var (app, tenant, cloud) = (reader.Required(AppId, Id), reader.Required(TenantId, Id), CloudOptions.Read(reader));
        var (tenants, addresses) = (
            reader.Values("Teams:Tenants", tenant is null ? [] : [tenant], Id),
            reader.Values("Teams:ServiceUrls", [], ServiceUrl)
        );
        return (app, tenant) is ({ }, { }) && Credential(reader, app, tenant, cloud) is { } credential
            ? new(new(app, cloud, credential), tenants, addresses)
            : null;
    }

    /// <summary>Exactly one way to sign in.</summary>
    private static Func<TokenCredential>? Credential(SettingsReader reader, string app, string tenant, BotCloud cloud)
    {
        var (secret, path, identity) = (
            reader.Secret(Secret),
            reader.Path(CertificatePath),
            reader.Value(Identity, false, SettingsReader.Flag)
        );
        switch (secret.Length > 0, path is not null, identity)
        {
            case (true, false, false):
                return () => new ClientSecretCredential(tenant, app, secret, Options<ClientSecretCredentialOptions>(cloud));
            case (false, true, false):
                return Certificate(reader, path!) is { } certificate
                    ? () => new ClientCertificateCredential(tenant, app, certificate, WithChain(cloud))
                    : null;
            case (false, false, true):
                return () => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(app));
            case (false, false, false):
                reader.Fault(
                    Identity,
                    "is not true, and there is neither a secret nor a certificate.",
                    $"Set {Identity} to true (a bot registered with a user-assigned managed identity needs no secret), or give {CertificatePath}, or {Secret}."
                );
                return null;
            default:
                reader.Fault(
                    identity ? Identity : CertificatePath,
                    "is given beside another way to sign in.",
                    $"Keep one of {Identity}, {CertificatePath} and {Secret}."
                );
                return null;
        }
    }

    private static T Options<T>(BotCloud cloud)
        where T : TokenCredentialOptions, new()
    {
        var options = new T { AuthorityHost = cloud.Login, Retry = { MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(3) } };
        if (options is ClientSecretCredentialOptions secret)
            secret.DisableInstanceDiscovery = CloudOptions.IsOwn(cloud);
        if (options is ClientCertificateCredentialOptions certificate)
            certificate.DisableInstanceDiscovery = CloudOptions.IsOwn(cloud);
        return options;
    }

    /// <summary>
    /// With the chain the directory can trust by subject and issuer, so that a renewed certificate needs no new registration.
    /// </summary>
    private static ClientCertificateCredentialOptions WithChain(BotCloud cloud)
    {
        var options = Options<ClientCertificateCredentialOptions>(cloud);
        options.SendCertificateChain = true;
        return options;
    }

    private static X509Certificate2? Certificate(SettingsReader reader, string path)
    {
        try
        {
            var certificate = Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(path)
                : X509CertificateLoader.LoadPkcs12FromFile(path, reader.Secret(CertificatePassword));
            if (certificate.HasPrivateKey)
                return certificate;
            reader.Fault(CertificatePath, $"`{path}` has no private key.", "Export it with its key.");
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            reader.Fault(
                CertificatePath,
                $"`{path}` cannot be read: {fault.Message}",
                $"Give a .pfx (with {CertificatePassword}, where it has one) or a .pem that holds certificate and key."
            );
        }
        return null;
    }

    private static Parsed<string> Id(string text) =>
        Guid.TryParseExact(text, "D", out var id)
            ? new(id.ToString("D"))
            : new("is not an id of the directory.", "Copy it from the portal: 8-4-4-4-12 hexadecimal digits.");

    private static Parsed<string> ServiceUrl(string text)
    {
        try
        {
            _ = new ServiceUrls([text]);
            return new(text);
        }
        catch (ArgumentException)
        {
            return new(
                "is not a service address.",
                "Write https://HOST/PATH, or http on a loopback address for a test; no user, query or fragment, no address inside a network."
            );
        }
    }
}
