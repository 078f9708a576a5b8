using System.Globalization;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Reading;

/// <summary>
/// What a button of <c>cards/slack</c> carries: <c>case;slot;version;draft;page;verb;target</c>. It comes back from the client, is unsigned
/// and gives no authority: version and rights are checked again at the commit.
/// </summary>
internal sealed record ButtonValue(CardStamp Stamp, string Verb, string Target)
{
    private const int Parts = 7;

    /// <summary>Null for what is none.</summary>
    public static ButtonValue? Read(string? value) =>
        value?.Split(';', Parts) switch
        {
            [var @case, var slot, var version, var draft, var page, { Length: > 0 } verb, var target] => new(
                new(Some(@case), Some(slot), Number(version), Some(draft), Some(page)),
                verb,
                target
            ),
            _ => null,
        };

    /// <summary>What <see cref="Read(string?)"/> reads.</summary>
    public override string ToString() => Joined(FirstHalf(Stamp), SecondHalf(Verb, Target));

    /// <summary>
    /// Of a choice behind "…": an option may say little, so the stamp is the <c>action_id</c> of all of them (PROTOCOL.md "Limits").
    /// </summary>
    public static ButtonValue? Read(string? firstHalf, string? secondHalf) =>
        firstHalf is null || secondHalf is null ? null : Read(Joined(firstHalf, secondHalf));

    public static string FirstHalf(CardStamp stamp) =>
        string.Join(';', stamp.Case, stamp.Slot, stamp.Version.ToString(CultureInfo.InvariantCulture), stamp.Draft, stamp.Page);

    public static string SecondHalf(string verb, string target) => $"{verb};{target}";

    private static string Joined(string first, string second) => $"{first};{second}";

    /// <summary>Of a card of the intake.</summary>
    public bool OfDraft => Stamp.Draft is not null;

    private static string? Some(string text) => text.Length > 0 ? text : null;

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
