using System.Text.Json.Nodes;

namespace SupplierBot.Conversations;

/// <summary>Everything somebody saw up to one moment, by which what came afterwards is told from what was there.</summary>
/// <param name="Windows">By id and version.</param>
/// <param name="Whispers">Seen by this person alone.</param>
/// <param name="Replacements">What came in the place of such a one.</param>
/// <param name="Messages">Of the own chat, and of the channel where their role decides: each time one was posted or changed.</param>
internal sealed record SeenOnSlack(IReadOnlyDictionary<string, JsonObject> Windows, IReadOnlyList<SlackMessage> Whispers, IReadOnlyList<SlackMessage> Replacements, IReadOnlyList<SlackMessage> Messages)
{
    /// <summary>Windows before whispers before messages; of each the newest first.</summary>
    public IEnumerable<SlackSight> Since(SeenOnSlack before, SlackMessage? from) =>
    [
        .. Windows.Where(modal => !before.Windows.ContainsKey(modal.Key)).OrderByDescending(modal => (string?)modal.Value["hash"], StringComparer.Ordinal).Select(modal => new SlackWindow(modal.Value, from, [])).Where(modal => !modal.Waits),
        .. Replacements.Skip(before.Replacements.Count).Reverse(),
        .. Whispers.Skip(before.Whispers.Count).Reverse(),
        .. Messages.Skip(before.Messages.Count).Reverse(),
    ];
}
