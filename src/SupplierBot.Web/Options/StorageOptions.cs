using System.Runtime.CompilerServices;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Web.Options;

/// <param name="SqlitePath">Absolute path of the database file; its folder is made at start.</param>
/// <param name="Account">The storage account; null for the embedded file.</param>
/// <param name="Table">In that account; made at start where the bot may.</param>
internal sealed record StorageOptions(StorageKind Kind, string SqlitePath, AzureAccount? Account, string Table)
{
    private const string ConnectionString = "Storage:ConnectionString";
    private const string AccountUrl = "Storage:AccountUrl";
    private const string ClientId = "Storage:ClientId";

    /// <summary>As people read it.</summary>
    public string Place => Account is null ? SqlitePath : $"table {Table} at {Address(Account)}";

    /// <summary>The database file lies below the folder of the executables, which a deployment replaces.</summary>
    public bool IsWithTheProgram(string executables) =>
        Account is null
        && !System.IO.Path.GetRelativePath(executables, SqlitePath).StartsWith("..", StringComparison.Ordinal)
        && !System.IO.Path.IsPathRooted(System.IO.Path.GetRelativePath(executables, SqlitePath));

    public static StorageOptions Read(SettingsReader reader)
    {
        var kind = reader.Value("Storage:Kind", StorageKind.Sqlite, ReadKind);
        return new(
            kind,
            reader.Path("Storage:Sqlite:Path") ?? reader.AtHome("data/supplierbot.db"),
            ReadAccount(reader, kind),
            reader.Value("Storage:Table", "SupplierBot", ReadTable)
        );
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Address(AzureAccount account) => account.Address.GetLeftPart(UriPartial.Authority);

    private static AzureAccount? ReadAccount(SettingsReader reader, StorageKind kind)
    {
        var (text, url, client) = (reader.Secret(ConnectionString), reader.Text(AccountUrl, ""), reader.Optional(ClientId, ReadClient));
        if (client is not null && url.Length == 0)
            reader.Fault(ClientId, "is the identity for an account's address, and there is none.", $"Give {AccountUrl}, or remove it.");
        return (kind, text.Length > 0, url.Length > 0) switch
        {
            (StorageKind.Sqlite, false, false) => null,
            (StorageKind.Sqlite, var named, _) => Refused(
                reader,
                named ? ConnectionString : AccountUrl,
                "names a storage account, and everything is kept in a file.",
                "Set Storage:Kind to AzureTables, or remove it."
            ),
            (_, false, false) => Refused(
                reader,
                ConnectionString,
                "is missing, and so is Storage:AccountUrl.",
                $"Give {AccountUrl} (https://ACCOUNT.table.core.windows.net, signs in with the managed identity), or {ConnectionString}."
            ),
            (_, true, true) => Refused(
                reader,
                AccountUrl,
                $"is given beside {ConnectionString}.",
                "Remove one of them; the address with a managed identity needs no secret."
            ),
            (_, true, false) => ByConnectionString(reader, text),
            _ => reader.Optional(AccountUrl, ReadUrl) is { } account ? ByIdentity(account, client) : null,
        };
    }

    // Of its own, as the one below: who keeps everything in a file never loads the client of the account.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AzureAccount ByIdentity(Uri account, string? client) => new AzureAccount.ByIdentity(account, client);

    /// <summary>The text holds a key: no fault repeats any of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AzureAccount? ByConnectionString(SettingsReader reader, string text) =>
        AzureAccount.FaultOf(text) is { } problem
            ? Refused(reader, ConnectionString, problem, "Copy it from the portal: storage account, Access keys, Connection string.")
            : new AzureAccount.ByConnectionString(text);

    private static AzureAccount? Refused(SettingsReader reader, string key, string problem, string remedy)
    {
        reader.Fault(key, problem, remedy);
        return null;
    }

    private static Parsed<StorageKind> ReadKind(string text) =>
        Enum.TryParse<StorageKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0])
            ? new(kind)
            : new("is not a kind of storage.", $"Use {string.Join(" or ", Enum.GetNames<StorageKind>())}.");

    /// <summary>A token is sent there: never in the clear, not even to this machine.</summary>
    private static Parsed<Uri> ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https", UserInfo: "", Query: "" }
            ? new(url)
            : new(
                "is not the https address of a storage account's tables.",
                "Write it as https://ACCOUNT.table.core.windows.net, without a token."
            );

    private static Parsed<string> ReadClient(string text) =>
        Guid.TryParse(text, out var id)
            ? new(id.ToString("D"))
            : new("is not the client id of a managed identity.", "Copy it from the portal: managed identity, Client ID.");

    private static Parsed<string> ReadTable(string text) =>
        text.Length is >= 3 and <= 63
        && char.IsAsciiLetter(text[0])
        && text.All(char.IsAsciiLetterOrDigit)
        && !text.Equals("tables", StringComparison.OrdinalIgnoreCase)
            ? new(text)
            : new("is not the name of a table.", "Use 3–63 of the characters A–Z, a–z and 0–9, a letter first.");
}

internal enum StorageKind
{
    Sqlite,
    AzureTables,
}
