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

    /// <summary>What <see cref="Read"/> reads.</summary>
    public override string ToString() =>
        string.Join(
            ';',
            Stamp.Case,
            Stamp.Slot,
            Stamp.Version.ToString(CultureInfo.InvariantCulture),
            Stamp.Draft,
            Stamp.Page,
            Verb,
            Target
        );

    /// <summary>Of a card of the intake.</summary>
    public bool OfDraft => Stamp.Draft is not null;

    private static string? Some(string text) => text.Length > 0 ? text : null;

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
