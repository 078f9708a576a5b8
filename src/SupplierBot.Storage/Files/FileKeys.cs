using SupplierBot.Onboarding.Agreements;

namespace SupplierBot.Storage.Files;

/// <summary>A key comes back from a client: what is none of ours never becomes a path or an address.</summary>
internal static class FileKeys
{
    private const int Longest = 100;

    public static bool IsKey(string key) =>
        DroppedFile.IsKey(key)
        && key.Length <= Longest
        && key.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.')
        && !key.Contains("..", StringComparison.Ordinal);

    public static string Checked(string key) => IsKey(key) ? key : throw new ArgumentException("This is no key of a file.", nameof(key));
}
