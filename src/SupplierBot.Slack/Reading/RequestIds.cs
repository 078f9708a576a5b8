using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Outgoing;

namespace SupplierBot.Slack.Reading;

/// <summary>
/// The id of a delivery as the log may say it: the same delivery has the same id. One that could break a line of the log is known by its
/// hash alone.
/// </summary>
internal static class RequestIds
{
    private const int Longest = 100;
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:"
    );

    /// <summary>
    /// What tells one delivery from every other: the first that is there. Where nothing is, each is one of its own, or the second thing
    /// somebody asks would be taken for the first come again.
    /// </summary>
    public static string Only(params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (!string.IsNullOrEmpty(id))
                return id;
        }
        return Ids.New();
    }

    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var id = $"{SlackChannel.Key}:{string.Join(':', parts!)}";
        return id.Length <= Longest && !id.AsSpan().ContainsAnyExcept(Plain)
            ? id
            : $"{SlackChannel.Key}:hash-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
    }
}
