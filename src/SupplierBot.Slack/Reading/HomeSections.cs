namespace SupplierBot.Slack.Reading;

/// <summary>
/// The home shows several lists in one modal, and ids must be unique there: what belongs to a list has its name in front.
/// </summary>
internal static class HomeSections
{
    private const char End = '/';

    public static string Named(string section, string blockId) => $"{section}{End}{blockId}";

    /// <summary>With its end; empty where the block is of no section.</summary>
    public static string Of(string? blockId) =>
        blockId?.IndexOf(End, StringComparison.Ordinal) is { } end and >= 0 ? blockId[..(end + 1)] : "";
}
