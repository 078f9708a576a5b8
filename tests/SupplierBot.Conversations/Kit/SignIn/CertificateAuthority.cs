using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupplierBot.Conversations.Kit.SignIn;

/// <summary>A certificate authority of the test's own and one server certificate by it: nobody's checks are switched off.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private readonly X509Certificate2 root;

    public CertificateAuthority(string folder, params string[] hosts)
    {
        using var rootKey = RSA.Create(2048);
        var request = new CertificateRequest("CN=SupplierBot tests", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        root = request.CreateSelfSigned(from, until);
        Server = Issue(hosts, from, until);
        File = Path.Combine(folder, "authority.pem");
        System.IO.File.WriteAllText(File, root.ExportCertificatePem());
    }

    public X509Certificate2 Server { get; }

    /// <summary>PEM of the authority: SSL_CERT_FILE of the bot, NODE_EXTRA_CA_CERTS of Node.</summary>
    public string File { get; }

    private X509Certificate2 Issue(string[] hosts, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={hosts[0]}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        using var plain = request.Create(root, from, until, RandomNumberGenerator.GetBytes(16));
        using var keyed = plain.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(keyed.Export(X509ContentType.Pfx), null);
    }

    public void Dispose()
    {
        root.Dispose();
        Server.Dispose();
    }
}
