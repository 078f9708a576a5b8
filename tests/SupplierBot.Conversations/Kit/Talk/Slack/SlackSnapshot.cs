using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Talk.Slack;

/// <summary>Everything somebody saw up to one moment, by which what came afterwards is told from what was there.</summary>
/// <param name="Modals">By id and version.</param>
/// <param name="Ephemerals">Seen by this person alone.</param>
/// <param name="Replacements">What came in the place of such a one.</param>
/// <param name="Messages">Of the own chat, and of the channel where their role decides: each time one was posted or changed.</param>
internal sealed record SlackSnapshot(
    IReadOnlyDictionary<string, JsonObject> Modals,
    IReadOnlyList<SlackMessage> Ephemerals,
    IReadOnlyList<SlackMessage> Replacements,
    IReadOnlyList<SlackMessage> Messages
)
{
    /// <summary>Windows before whispers before messages; of each the newest first.</summary>
    public IEnumerable<SlackView> Since(SlackSnapshot before, SlackMessage? from) =>
        [
            .. Modals
                .Where(modal => !before.Modals.ContainsKey(modal.Key))
                .OrderByDescending(modal => (string?)modal.Value["hash"], StringComparer.Ordinal)
                .Select(modal => new SlackModal(modal.Value, from, []))
                .Where(modal => !modal.Waits),
            .. Replacements.Skip(before.Replacements.Count).Reverse(),
            .. Ephemerals.Skip(before.Ephemerals.Count).Reverse(),
            .. Messages.Skip(before.Messages.Count).Reverse(),
        ];
}
