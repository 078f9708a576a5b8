using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Identity;

namespace SupplierBot.Slack.Cards;

/// <summary>
/// Fields as the templates of Slack want them: one flag for each kind of input, and what is picked as whole options. Pure.
/// </summary>
internal static class SlackFields
{
    private const int LongestHint = 2000;

    /// <summary>Of radio buttons and checkboxes; more are a list to open.</summary>
    private const int MostOpen = 10;

    public static void Write(Utf8JsonWriter data, string name, IReadOnlyList<Field> fields)
    {
        data.WriteStartArray(name);
        foreach (var field in fields)
            Write(data, field with { Picks = field.IsPerson && IsNobodyElse(field.Value) });
        data.WriteEndArray();
    }

    /// <summary>The list shows people of the workspace by their ids and nothing else: a name that was typed stays a text.</summary>
    private static bool IsNobodyElse(string person) => person.Length == 0 || SlackIds.UserOf(new(person)) is not null;

    private static void Write(Utf8JsonWriter data, Field field)
    {
        // A row to go on with is picked from a list to open, as on a phone's settings.
        var open = field.Choices.Count <= MostOpen && field is { Lists: false, Id: not CardPress.Pick };
        var hint = string.Join(" ", new[] { field.HasError ? $"⚠ {field.Error}" : "", field.Help }.Where(text => text.Length > 0));
        data.WriteStartObject();
        data.WriteString("id", field.Id);
        data.WriteString("label", Texts.Clip(field.Label.Length > 0 ? field.LabelAlone() : field.Id, LongestHint));
        data.WriteString("hint", Texts.Clip(hint, LongestHint));
        data.WriteBoolean("hasHint", hint.Length > 0);
        data.WriteBoolean("optional", !field.Required && !field.Needed);
        data.WriteBoolean("dates", field.IsDate);
        data.WriteBoolean("people", field.IsPicker);
        data.WriteString("user", field.IsPicker ? SlackIds.UserOf(new(field.Value)) : null);
        data.WriteBoolean("radios", field.IsOne && open);
        data.WriteBoolean("selects", field.IsOne && !open);
        data.WriteBoolean("ticks", field.IsSeveral && open);
        data.WriteBoolean("multiSelects", field.IsSeveral && !open);
        data.WriteString("date", field.IsDate && field.Value.Length > 0 ? field.Value : null);
        WriteTyped(data, field, open);
        WriteChoices(data, field);
        data.WriteEndObject();
    }

    private static void WriteTyped(Utf8JsonWriter data, Field field, bool open)
    {
        var writes = field.IsText || field.IsLongText;
        data.WriteBoolean("writes", writes);
        data.WriteString("placeholder", Texts.Clip(field.Example, SlackLimits.LongestPlaceholder));
        data.WriteBoolean("hasPlaceholder", field.Example.Length > 0 && (writes || field.IsPicker || !open));
        var most = field.MaxLength > 0 ? Math.Min(field.MaxLength, SlackTexts.LongestText) : SlackTexts.LongestText;
        data.WriteString("initial", writes && field.Value.Length > 0 ? FieldTexts.Cut(field.Value, most) : null);
        data.WriteBoolean("multiline", field.IsLongText);
        if (field.MaxLength > 0)
            data.WriteNumber("most", most);
        else
            data.WriteNull("most");
    }

    private static void WriteChoices(Utf8JsonWriter data, Field field)
    {
        var ids = field.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var picked = field.Choices.Where(choice => ids.Contains(choice.Id));
        WriteOptions(data, "options", field.Choices);
        WriteOptions(data, "several", field.IsSeveral ? picked : []);
        data.WritePropertyName("one");
        if (field.IsOne && picked.FirstOrDefault() is { } single)
            WriteOption(data, single);
        else
            data.WriteNullValue();
    }

    private static void WriteOptions(Utf8JsonWriter data, string name, IEnumerable<FieldChoice> choices)
    {
        data.WriteStartArray(name);
        foreach (var choice in choices)
            WriteOption(data, choice);
        data.WriteEndArray();
    }

    /// <summary>A longer label goes on in the smaller line below it.</summary>
    private static void WriteOption(Utf8JsonWriter data, FieldChoice choice)
    {
        var label = choice.Label;
        var isLong = label.Length > SlackLimits.LongestLabel;
        var end = isLong ? EndOfFirstLine(label) : label.Length;
        data.WriteStartObject();
        data.WriteString("id", choice.Id);
        data.WriteString("label", label.AsSpan(0, end));
        data.WriteString("more", Texts.Clip(label[end..].Trim(), SlackLimits.LongestLabel));
        data.WriteBoolean("hasMore", isLong);
        data.WriteEndObject();
    }

    private static int EndOfFirstLine(string label) =>
        label.LastIndexOf(' ', SlackLimits.LongestLabel - 1, SlackLimits.LongestLabel / 2) is > 0 and var space
            ? space
            : SlackLimits.LongestLabel - 1;
}
