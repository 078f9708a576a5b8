namespace SupplierBot.Storage.Tables.Limits;

/// <summary>What Azure Table Storage asks of one property, and what it counts for it (TABLES.md "Limits").</summary>
internal static class ValueGuard
{
    internal const int MostCharacters = 32_768;
    internal const int MostBytes = 64 * 1024;
    internal const int MostNameCharacters = 255;

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Why the name is refused, or null.</summary>
    internal static string? NameFault(string name) =>
        name switch
        {
            "PartitionKey" or "RowKey" or "Timestamp" => "is a name the service keeps for itself",
            { Length: 0 } => "has no name",
            { Length: > MostNameCharacters } => $"has a name of {name.Length} characters; at most {MostNameCharacters} are allowed",
            _ when !IsIdentifier(name) => "is not an identifier (a letter or _, then letters, digits and _)",
            _ => null,
        };

    /// <summary>Why the value is refused, or null.</summary>
    /// <remarks>NaN and the infinities are refused because JSON has no number for them.</remarks>
    internal static string? Fault(object? value) =>
        value switch
        {
            null => "is null; leave the property out instead",
            string { Length: > MostCharacters } text => $"has {text.Length} characters; at most {MostCharacters} are allowed",
            byte[] { Length: > MostBytes } bytes => $"has {bytes.Length} bytes; at most {MostBytes} are allowed",
            DateTimeOffset time when time.Offset != TimeSpan.Zero => $"has the offset {time:zzz}; only UTC is allowed",
            DateTimeOffset time when time < Earliest => $"is {time:yyyy-MM-dd}; 1601-01-01 is the earliest date",
            double number when !double.IsFinite(number) => "is not a finite number",
            string or int or long or bool or double or DateTimeOffset or Guid or byte[] => null,
            _ => $"is a {value.GetType().Name}; only string, int, long, bool, double, DateTimeOffset, Guid and byte[] are kept",
        };

    /// <summary>Bytes the service counts for the value: strings as UTF-16, strings and binary with a length before them.</summary>
    internal static int Size(object value) =>
        value switch
        {
            string text => 4 + 2 * text.Length,
            byte[] bytes => 4 + bytes.Length,
            Guid => 16,
            long or double or DateTimeOffset => 8,
            int => 4,
            _ => 1,
        };

    private static bool IsIdentifier(string name) =>
        (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
