using System.Globalization;

namespace SupplierBot.Web.Options;

/// <summary>How long a press that was a slip can be undone.</summary>
internal static class DecisionOptions
{
    /// <summary>Nobody waits longer for the news of a decision.</summary>
    private const int Most = 120;
    private const int Default = 30;

    /// <summary>Who tries the bot out alone is also the person who waits.</summary>
    private const int DefaultOfLocalMode = 5;

    /// <param name="signsIn">It is not local mode.</param>
    public static TimeSpan ReadUndo(SettingsReader reader, bool signsIn) =>
        TimeSpan.FromSeconds(reader.Value("Decisions:UndoSeconds", signsIn ? Default : DefaultOfLocalMode, Seconds));

    private static Parsed<int> Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most
            ? new(number)
            : new("is not a number of seconds.", string.Create(CultureInfo.InvariantCulture, $"Use 0 to {Most}; 0 for no undo."));
}
