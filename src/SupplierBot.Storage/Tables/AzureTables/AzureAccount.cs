using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace SupplierBot.Storage.Tables.AzureTables;

/// <summary>A storage account and how to sign in there.</summary>
public abstract record AzureAccount
{
    private AzureAccount() { }

    /// <summary>Never shown: it holds the account's key.</summary>
    public sealed record ByConnectionString(string Text) : AzureAccount
    {
        internal override TableClient Table(string name, TableClientOptions options) => new(Text, name, options);

        internal override BlobContainerClient Container(string name, BlobClientOptions options) => new(Text, name, options);

        public override Uri Address => new TableServiceClient(Text).Uri;

        public override string ToString() => nameof(ByConnectionString);
    }

    /// <summary>No secret: the managed identity of the machine; where it has none, what the developer is signed in with.</summary>
    /// <param name="Url"><c>https://{account}.table.core.windows.net</c>.</param>
    /// <param name="ClientId">Of one of several managed identities; null for the only one.</param>
    public sealed record ByIdentity(Uri Url, string? ClientId) : AzureAccount
    {
        public override Uri Address => Url;

        internal override TableClient Table(string name, TableClientOptions options)
        {
            if (Url.Host.EndsWith(".usgovcloudapi.net", StringComparison.Ordinal))
                options.Audience = TableAudience.AzureGovernment;
            if (Url.Host.EndsWith(".chinacloudapi.cn", StringComparison.Ordinal))
                options.Audience = TableAudience.AzureChina;
            return new(Url, name, Credential(ClientId), options);
        }

        /// <summary>The files of an account are beside its tables, under the same name.</summary>
        internal override BlobContainerClient Container(string name, BlobClientOptions options)
        {
            var files = new UriBuilder(Url) { Host = Url.Host.Replace(".table.", ".blob.", StringComparison.Ordinal), Path = name };
            return new(files.Uri, Credential(ClientId), options);
        }
    }

    /// <summary>Without anything secret.</summary>
    public abstract Uri Address { get; }

    /// <summary>For tests: what the pipeline of the client shall do besides.</summary>
    internal Action<TableClientOptions>? Configure { get; init; }

    /// <summary>What a connection string has wrong, or null. Never tells a part of it.</summary>
    public static string? FaultOf(string connectionString)
    {
        try
        {
            var address = new TableServiceClient(connectionString).Uri;
            return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback
                ? null
                : "would send its key and everything else in the clear (http).";
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            return "is not the connection string of a storage account.";
        }
    }

    internal TableClient Table(string name)
    {
        var options = Patient(new TableClientOptions(), TimeSpan.FromSeconds(2));
        Configure?.Invoke(options);
        return Table(name, options);
    }

    internal abstract TableClient Table(string name, TableClientOptions options);

    internal BlobContainerClient Container(string name) => Container(name, Patient(new BlobClientOptions(), TimeSpan.FromSeconds(8)));

    internal abstract BlobContainerClient Container(string name, BlobClientOptions options);

    /// <summary>For somebody who waits (TABLES.md "Time-outs"); the client's own patience is 100 s a try.</summary>
    /// <param name="aTry">As long as one try may take.</param>
    private static T Patient<T>(T options, TimeSpan aTry)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = aTry;
        options.Diagnostics.ApplicationId = "SupplierBot";
        return options;
    }

    // A method of its own: who signs in with a key never loads the identity library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DefaultAzureCredential Credential(string? clientId) =>
        new(
            new DefaultAzureCredentialOptions
            {
                ManagedIdentityClientId = clientId,
                WorkloadIdentityClientId = clientId,
                ExcludeEnvironmentCredential = clientId is not null,
                ExcludeAzureCliCredential = clientId is not null,
                // Nobody sits in front of a server.
                ExcludeInteractiveBrowserCredential = true,
                ExcludeBrokerCredential = true,
                ExcludeVisualStudioCredential = true,
                ExcludeVisualStudioCodeCredential = true,
                ExcludeAzurePowerShellCredential = true,
                ExcludeAzureDeveloperCliCredential = true,
            }
        );
}
