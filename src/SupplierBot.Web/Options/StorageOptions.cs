namespace SupplierBot.Web;

/// <param name="SqlitePath">Absolute path of the database file; its folder is made at start.</param>
internal sealed record StorageOptions(StorageKind Kind, string SqlitePath)
{
    public static StorageOptions Read(SettingsReader reader) => new(
        reader.Value("Storage:Kind", StorageKind.Sqlite, ReadKind),
        reader.Path("Storage:Sqlite:Path") ?? reader.AtHome("data/supplierbot.db"));

    private static Parsed<StorageKind> ReadKind(string text) =>
        Enum.TryParse<StorageKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0])
            ? new(kind)
            : new("is not a kind of storage.", $"Use {string.Join(" or ", Enum.GetNames<StorageKind>())}.");
}

internal enum StorageKind { Sqlite }
