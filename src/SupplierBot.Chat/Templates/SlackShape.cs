using System.Globalization;
using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// A view as the templates of Slack want it: its blocks lie flat, without lists in lists, so rows are joined to texts, facts come in tens, and a
/// picked choice is a whole option (src/SupplierBot.Slack/PROTOCOL.md "Input values"). Stands before the view's own data in one object and
/// names nothing of it anew.
/// </summary>
internal static class SlackShape
{
    private const int LongestHeading = 150;
    private const int LongestTitle = 24;
    private const int LongestText = 3000;
    private const int LongestDetail = 2000;
    private const int DetailsInASection = 10;
    private const int LongestLabel = 75;
    private const int LongestHint = 2000;
    private const int LongestPlaceholder = 150;
    private const int LongestId = 255;
    /// <summary>Of radio buttons and checkboxes; more are a list to open.</summary>
    private const int MostOpen = 10;

    /// <summary>An object that is left open: the view's own members follow.</summary>
    public static void Begin(Utf8JsonWriter data, View view)
    {
        var title = SlackParts.Title(view);
        data.WriteStartObject();
        data.WriteString("heading", Cut(title, LongestHeading));
        data.WriteBoolean("hasHeading", title.Length > 0);
        data.WriteString("window", Texts.Clip(title.Length > 0 ? title : view.Plain, LongestTitle));
        WriteButtons(data, view);
        foreach (var (name, lines) in SlackParts.LinesOf(view)) WriteTexts(data, name, lines.Select(Row));
        foreach (var (name, sentences) in SlackParts.SentencesOf(view)) WriteTexts(data, name, sentences);
        foreach (var (name, text) in SlackParts.TextsOf(view)) WriteTexts(data, name, text.Length == 0 ? [] : [text]);
        WriteList(data, "groupTexts", SlackParts.Groups(view).SelectMany(group => Chunks([group.HasTitle ? Bold(group.Title) : "", .. group.Rows.Select(Row)])), data.WriteStringValue);
        WriteList(data, "detailGroups", SlackParts.Details(view).Chunk(DetailsInASection), details => WriteGroup(data, details));
        WriteList(data, "sectionTexts", SlackParts.Sections(view).Where(section => section.Any).SelectMany(section => Chunks([Bold(section.Title), .. section.Lines.Select(Row)])), data.WriteStringValue);
        WriteList(data, "slackFields", SlackParts.Fields(view), field => WriteField(data, field));
    }

    private static void WriteList<T>(Utf8JsonWriter data, string name, IEnumerable<T> items, Action<T> write)
    {
        data.WriteStartArray(name);
        foreach (var item in items) write(item);
        data.WriteEndArray();
    }

    /// <summary>Lists of texts of at most 3,000 characters once they are escaped: never cut, rather divided.</summary>
    private static void WriteTexts(Utf8JsonWriter data, string name, IEnumerable<string> rows)
    {
        var chunks = Chunks(rows).ToList();
        WriteList(data, name, chunks, data.WriteStringValue);
        data.WriteBoolean($"has{char.ToUpperInvariant(name[0])}{name[1..]}", chunks.Count > 0);
    }

    private static IEnumerable<string> Chunks(IEnumerable<string> rows)
    {
        var chunk = "";
        foreach (var row in rows.SelectMany(row => Pieces(row, LongestText)).Where(row => row.Length > 0))
        {
            var longer = chunk.Length == 0 ? row : $"{chunk}\n{row}";
            if (Fits(longer, LongestText)) chunk = longer;
            else
            {
                yield return chunk;
                chunk = row;
            }
        }
        if (chunk.Length > 0) yield return chunk;
    }

    /// <summary>At a space where there is one, else between two characters.</summary>
    private static IEnumerable<string> Pieces(string text, int most)
    {
        for (var left = text; left.Length > 0;)
        {
            if (Fits(left, most))
            {
                yield return left;
                yield break;
            }
            var length = Texts.Clip(left, most / 5).Length - 1;
            while (length < left.Length - 1 && Fits(left[..(length + 1)], most)) length++;
            var space = left.LastIndexOf(' ', length - 1, length / 2);
            var end = space > 0 ? space : char.IsHighSurrogate(left[length - 1]) ? length - 1 : length;
            yield return left[..end].TrimEnd();
            left = left[end..].TrimStart();
        }
    }

    private static bool Fits(string text, int most) => text.Length <= most / 5 || SlackMrkdwn.Escape(text).Length <= most;

    private static string Cut(string text, int most) => Texts.Clip(text, most);

    /// <summary>A number's own dot parts it from the text.</summary>
    private static string Row(LabelledText line) => line.Labelled ? $"{Bold(line.Label)} {(line.Label.EndsWith('.') ? "" : "· ")}{line.Text}" : line.Text;

    /// <summary>Ours: an asterisk that somebody typed is none.</summary>
    private static string Bold(string text) => $"{SlackMrkdwn.Bold}{text}{SlackMrkdwn.Bold}";

    private static void WriteGroup(Utf8JsonWriter data, LabelledText[] details)
    {
        data.WriteStartObject();
        data.WriteStartArray("details");
        foreach (var detail in details)
        {
            data.WriteStartObject();
            data.WriteString("said", Detail(detail));
            data.WriteEndObject();
        }
        data.WriteEndArray();
        data.WriteEndObject();
    }

    private static string Detail(LabelledText detail)
    {
        var label = detail.Labelled ? $"{Bold(Cut(detail.Label, LongestLabel))}\n" : "";
        var text = Pieces(detail.Text, LongestDetail - 2 * LongestLabel).FirstOrDefault() ?? "";
        return label + (text.Length < detail.Text.Length ? $"{text}…" : text);
    }

    private static void WriteButtons(Utf8JsonWriter data, View view)
    {
        var stamp = view.Stamp;
        var main = view.Buttons.FirstOrDefault(button => button.Style == ButtonStyle.Main);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        data.WriteStartArray("slackButtons");
        foreach (var button in view.Buttons)
        {
            var (verb, target) = button.SendsText ? ("say", button.Says) : (button.Verb, button.Target);
            var id = Texts.Clip($"{verb}:{target}", LongestId - 5);
            for (var twin = 2; !ids.Add(id); twin++) id = $"{Texts.Clip($"{verb}:{target}", LongestId - 5)}#{twin}";
            data.WriteStartObject();
            data.WriteString("id", id);
            data.WriteString("label", Cut(button.Label, LongestLabel));
            data.WriteString("style", button.Style == ButtonStyle.Danger ? "danger" : ReferenceEquals(button, main) ? "primary" : null);
            data.WriteString("value", string.Join(';', stamp.Case, stamp.Slot, stamp.Version.ToString(CultureInfo.InvariantCulture), stamp.Draft, stamp.Page, verb, target));
            data.WriteEndObject();
        }
        data.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter data, Field field)
    {
        var picked = field.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // A row to go on with is picked from a list to open, as on a phone's settings.
        var open = field.Choices.Count <= MostOpen && field.Id is not (CardPress.Pick or "change");
        var hint = string.Join(" ", new[] { field.HasError ? $"⚠ {field.Error}" : "", field.Help }.Where(text => text.Length > 0));
        data.WriteStartObject();
        data.WriteString("id", field.Id);
        data.WriteString("label", Cut(field.Label.Length > 0 ? field.Label : field.Id, LongestHint));
        data.WriteString("hint", Cut(hint, LongestHint));
        data.WriteBoolean("hasHint", hint.Length > 0);
        data.WriteBoolean("optional", !field.Required);
        data.WriteBoolean("dates", field.IsDate);
        data.WriteBoolean("radios", field.IsOne && open);
        data.WriteBoolean("selects", field.IsOne && !open);
        data.WriteBoolean("ticks", field.IsSeveral && open);
        data.WriteBoolean("multiSelects", field.IsSeveral && !open);
        data.WriteString("date", field.IsDate && field.Value.Length > 0 ? field.Value : null);
        WriteTyped(data, field, open);
        WriteList(data, "options", field.Choices, choice => WriteOption(data, choice));
        WriteList(data, "several", field.IsSeveral ? field.Choices.Where(choice => picked.Contains(choice.Id)) : [], choice => WriteOption(data, choice));
        data.WritePropertyName("one");
        if (field.IsOne && field.Choices.FirstOrDefault(choice => picked.Contains(choice.Id)) is { } single) WriteOption(data, single);
        else data.WriteNullValue();
        data.WriteEndObject();
    }

    private static void WriteTyped(Utf8JsonWriter data, Field field, bool open)
    {
        var writes = field.IsText || field.IsLongText;
        data.WriteBoolean("writes", writes);
        data.WriteString("placeholder", Cut(field.Example, LongestPlaceholder));
        data.WriteBoolean("hasPlaceholder", field.Example.Length > 0 && (writes || !open));
        var most = field.MaxLength > 0 ? Math.Min(field.MaxLength, LongestText) : LongestText;
        data.WriteString("initial", writes && field.Value.Length > 0 ? FieldTexts.Cut(field.Value, most) : null);
        data.WriteBoolean("multiline", field.IsLongText);
        if (field.MaxLength > 0) data.WriteNumber("most", most);
        else data.WriteNull("most");
    }

    /// <summary>A longer label goes on in the smaller line below it.</summary>
    private static void WriteOption(Utf8JsonWriter data, FieldChoice choice)
    {
        var isLong = choice.Label.Length > LongestLabel;
        var end = !isLong ? choice.Label.Length : choice.Label.LastIndexOf(' ', LongestLabel - 1, LongestLabel / 2) is > 0 and var space ? space : LongestLabel - 1;
        data.WriteStartObject();
        data.WriteString("id", choice.Id);
        data.WriteString("label", choice.Label.AsSpan(0, end));
        data.WriteString("more", Cut(choice.Label[end..].Trim(), LongestLabel));
        data.WriteBoolean("hasMore", isLong);
        data.WriteEndObject();
    }
}
