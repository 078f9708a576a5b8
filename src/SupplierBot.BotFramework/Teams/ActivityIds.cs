using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// An activity's id as the log may say it. Those of Teams are digits, those of other clients GUIDs with a letter or two; one that could
/// break a line of the log, or holds words, is known by its hash alone, and the same delivery still has the same id.
/// </summary>
internal static class ActivityIds
{
    private const int Longest = 100;
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:|"
    );

    /// <summary>
    /// The activity's own; where it has none, its moment and what is in it, which are the same when it comes again. Null where there is no
    /// moment either: the same words at another time are another activity.
    /// </summary>
    public static string? Of(Activity activity) =>
        !string.IsNullOrWhiteSpace(activity.Id) ? Of(activity.Id)
        : activity.Rest?.TryGetValue("timestamp", out var timer) == true && timer.ToString() is { Length: > 0 } at
            ? $"at-{Hash(string.Join('\n', at, activity.Type, activity.Name, activity.Text, activity.ReplyToId, activity.Value?.GetRawText()))}"
        : null;

    public static string Of(string id) => id.Length <= Longest && !id.AsSpan().ContainsAnyExcept(Plain) ? id : $"hash-{Hash(id)}";

    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
