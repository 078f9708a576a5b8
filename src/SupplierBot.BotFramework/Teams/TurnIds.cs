using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupplierBot.BotFramework;

/// <summary>
/// An activity's id as the log may say it. Those of Teams are digits, those of other clients GUIDs with a letter or two; one that could break
/// a line of the log, or holds words, is known by its hash alone, and the same delivery still has the same id.
/// </summary>
internal static class TurnIds
{
    private const int Longest = 100;
    private static readonly SearchValues<char> plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:|");

    public static string Of(string id) => id.Length <= Longest && !id.AsSpan().ContainsAnyExcept(plain) ? id : $"hash-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
