using SupplierBot.BotFramework.Cards;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>The cards folder, read and checked: the sentences, and for each channel there is its cards.</summary>
/// <param name="Wording">Null where it cannot be used; then nothing else was read.</param>
/// <param name="Teams">Null without this channel, as is <paramref name="Slack"/>; those of the others need no templates.</param>
internal sealed record CardSetup(Wording? Wording, TeamsCards? Teams, SlackCards? Slack, IReadOnlyList<ConfigurationFault> Faults)
{
    private const string Key = "Cards:Path";
    private const string Remedy = "Correct the file, or restore the folder from the release.";

    private static readonly string[] Known = [TeamsChannel.Key, SlackChannel.Key];

    /// <param name="channels">Those there are.</param>
    public static CardSetup Read(string folder, IReadOnlyList<string> channels)
    {
        var faults = new List<string>(OfNoChannel(folder));
        var wording = Try(() => WordingFile.Read(folder), faults);
        T? Load<T>(string channel, Func<string, Wording, T> load)
            where T : class => wording is not null && channels.Contains(channel) ? Try(() => load(folder, wording), faults) : null;
        var teams = Load(TeamsChannel.Key, TeamsCards.Load);
        var slack = Load(SlackChannel.Key, SlackCards.Load);
        return new(wording, teams, slack, [.. faults.Select(fault => new ConfigurationFault(Key, folder, fault, Remedy))]);
    }

    /// <summary>A misspelt name would change nothing, and nobody would know why.</summary>
    private static IEnumerable<string> OfNoChannel(string folder) =>
        from file in Directory.EnumerateFiles(folder, WordingFile.NameOf("*"))
        where !Known.Any(channel => Path.GetFileName(file) == WordingFile.NameOf(channel))
        select $"{file}: no channel has this name. There are: {string.Join(", ", Known.Select(WordingFile.NameOf))}.";

    private static T? Try<T>(Func<T> read, List<string> faults)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CardFileException fault)
        {
            faults.AddRange(fault.Faults);
            return null;
        }
    }
}
