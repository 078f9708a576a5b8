using System.Text.Json;
using SupplierBot.Slack.Protocol;

namespace SupplierBot.Slack.Modals;

/// <summary>
/// A yes was asked for once more, in a small modal on top. None is opened any more; those that are on screen still send what was filled in
/// in the modal below them, behind the value. Believed no more than the value is. Pure.
/// </summary>
internal static class ConfirmDialog
{
    private const char End = '\n';

    /// <summary>The value of a modal's own button, and what was filled in in the modal below that asked.</summary>
    public static (string? Value, IReadOnlyDictionary<string, string> Filled) Read(string? metadata) =>
        metadata?.IndexOf(End, StringComparison.Ordinal) is { } end and >= 0
            ? (metadata[..end], Values(metadata[(end + 1)..]))
            : (metadata, new Dictionary<string, string>());

    private static IReadOnlyDictionary<string, string> Values(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SlackJsonContext.Default.DictionaryStringString) ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }
}
