namespace SupplierBot.Conversations.Kit.Talk;

/// <summary>
/// Words that are read on one platform alone, and why. What else is not the same, `manifests/slack/README.md "Differences to Teams"` lists:
/// the players of each platform do it as its people do, and the journeys know nothing of it.
/// </summary>
internal static class PlatformDifferences
{
    /// <summary>
    /// After a decision the modals close, and Slack has no place for a word to who pressed: what came of it stands in the message they
    /// were opened from.
    /// </summary>
    private static readonly string[] Thanks = ["Done. I'll let Rita know.", "Your approval is recorded.", "Question sent."];

    public static bool IsNotShownOnSlack(string text) => Thanks.Any(words => text.StartsWith(words, StringComparison.Ordinal));
}
