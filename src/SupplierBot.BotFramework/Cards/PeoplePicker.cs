using SupplierBot.BotFramework.Teams;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Cards;

/// <summary>
/// Fields for people on a client that searches the directory (PROTOCOL.md "Cards"). Everywhere else a name is typed, or picked from those
/// the bot knows. Pure.
/// </summary>
internal static class PeoplePicker
{
    public static View On(View view) =>
        view switch
        {
            View.Page page when page.Fields.Any(field => field.IsPerson) => page with { Fields = [.. page.Fields.Select(Picked)] },
            View.Form form when form.Fields.Any(field => field.IsPerson) => form with { Fields = [.. form.Fields.Select(Picked)] },
            _ => view,
        };

    /// <summary>What is in the field must be a choice to be shown: the directory's id is one, a name that was typed is not.</summary>
    private static Field Picked(Field field)
    {
        if (!field.IsPerson)
            return field;
        var known = field.Choices.Select(choice => choice with { Id = IdOf(choice.Id) });
        var value = IdOf(field.Value);
        return field with
        {
            Picks = true,
            Value = value,
            Choices =
                value.Length == 0 || Guid.TryParseExact(value, "D", out _) || field.Choices.Any(choice => choice.Id == field.Value)
                    ? [.. known]
                    : [.. known, new(value, Texts.Clip(value, LongestChoice))],
        };
    }

    private const int LongestChoice = 75;

    /// <summary>One id for one person, whether the list of the card or the directory offers them.</summary>
    private static string IdOf(string person) =>
        person.StartsWith($"{TeamsChannel.Key}:", StringComparison.Ordinal)
        && Guid.TryParseExact(TeamsIds.ObjectIdOf(new(person)), "D", out var id)
            ? id.ToString("D")
            : person;
}
