namespace SupplierBot.Storage.Tables.Limits;

/// <summary>What Azure Table Storage asks of a partition or row key (TABLES.md "Limits").</summary>
internal static class KeyGuard
{
    /// <summary>1 KiB of UTF-16. The service counts bytes, Azurite characters; 512 characters satisfy both.</summary>
    internal const int MostCharacters = 512;

    /// <summary>Why the key is refused, or null.</summary>
    internal static string? Fault(string? key)
    {
        if (key is null)
            return "is null";
        if (key.Length > MostCharacters)
            return $"has {key.Length} characters; at most {MostCharacters} (1 KiB) are allowed";
        for (var i = 0; i < key.Length; i++)
        {
            if (IsForbidden(key[i]))
                return $"holds the character U+{(int)key[i]:X4} at position {i}; / \\ # ? and control characters are not allowed";
            if (!char.IsSurrogate(key[i]))
                continue;
            if (i + 1 == key.Length || !char.IsSurrogatePair(key[i], key[i + 1]))
                return $"holds half a surrogate pair at position {i}";
            i++;
        }
        return null;
    }

    internal static void Check(string key, string parameter)
    {
        if (Fault(key) is { } fault)
            throw new ArgumentException($"The {parameter} '{key}' {fault}.", parameter);
    }

    /// <summary><see cref="char.IsControl(char)"/> is exactly U+0000–1F and U+007F–9F.</summary>
    private static bool IsForbidden(char c) => c is '/' or '\\' or '#' or '?' || char.IsControl(c);
}
