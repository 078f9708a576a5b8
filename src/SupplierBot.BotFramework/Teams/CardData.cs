using System.Globalization;
using System.Text.Json;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// The data of a pressed button merged with the card's inputs. <c>verb</c>, <c>target</c> and <c>say</c> are the button's own words,
/// <c>_</c> is the stamp, <c>msteams</c> is for the client; everything else is an input, whose id is the question's id.
/// </summary>
internal static class CardData
{
    private const int MostPeople = 5;

    private static readonly HashSet<string> OwnWords = ["verb", "target", "say", "_", "msteams"];

    /// <summary>Null where the data is neither a press nor a saying.</summary>
    /// <param name="verb">The action's own verb; an <c>Action.Submit</c> has none and carries it in its data.</param>
    public static Request? Read(JsonElement? data, string? verb, bool automatic, DateOnly today)
    {
        var members = data is { ValueKind: JsonValueKind.Object } given ? given : default;
        if (NotEmpty(Text(members, "say")) is { } says)
            return automatic ? null : RequestReader.Typed(says.Trim(), today, isExplicit: true);
        return (NotEmpty(verb) ?? NotEmpty(Text(members, "verb"))) is { } pressed
            ? RequestReader.Pressed(Press(pressed, members, automatic))
            : null;
    }

    private static CardPress Press(string verb, JsonElement members, bool automatic)
    {
        var values = ValuesOf(members);
        return new(verb, Text(members, "target") ?? "", StampOf(members), values, automatic)
        {
            People = [.. values.Values.Where(IsDirectoryId).Distinct().Take(MostPeople).Select(PickedBy)],
        };
    }

    /// <summary>
    /// What a list of people sends (PROTOCOL.md "Cards"); nobody types one by chance, and where it is no person, nobody is found.
    /// </summary>
    private static bool IsDirectoryId(string value) => Guid.TryParseExact(value, "D", out _);

    private static Mention PickedBy(string id) => new(id, id) { Person = TeamsIds.IdOf(id) };

    private static CardStamp StampOf(JsonElement data) =>
        data.Object("_") is { } stamp
            ? new(
                NotEmpty(Text(stamp, "case")),
                NotEmpty(Text(stamp, "slot")),
                Number(stamp, "version"),
                NotEmpty(Text(stamp, "draft")),
                NotEmpty(Text(stamp, "page"))
            )
            : CardStamp.None;

    private static Dictionary<string, string> ValuesOf(JsonElement data)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data.ValueKind != JsonValueKind.Object)
            return values;
        foreach (var member in data.EnumerateObject())
        {
            if (!OwnWords.Contains(member.Name) && ValueOf(member.Value) is { } value)
                values[member.Name] = value;
        }
        return values;
    }

    /// <summary>Clients send strings; a number, a truth value or a list from one that does not is put as a string, too.</summary>
    private static string? ValueOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(ValueOf).OfType<string>()),
            JsonValueKind.Null => "",
            _ => null,
        };

    /// <summary>0 for what is no whole number.</summary>
    public static int Number(JsonElement element) =>
        element switch
        {
            { ValueKind: JsonValueKind.Number } when element.TryGetInt32(out var number) => number,
            { ValueKind: JsonValueKind.String }
                when int.TryParse(element.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0,
        };

    private static int Number(JsonElement element, string name) => element.Member(name) is { } member ? Number(member) : 0;

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>As text, whatever it was; null where it is missing or an object.</summary>
    public static string? Text(JsonElement element, string name) => element.Member(name) is { } member ? ValueOf(member) : null;
}
