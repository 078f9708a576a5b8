using System.Globalization;
using System.Text.Json.Nodes;

namespace SupplierBot.Chat;

/// <summary>
/// A view as the templates of Slack want it: its blocks lie flat, without lists in lists, so rows are joined to texts, facts come in tens, and a
/// picked choice is a whole option (facts/slack.md §1.5, §4). Adds to the view's data and changes nothing of it. Pure.
/// </summary>
internal static class SlackShape
{
    private const int LongestHeading = 150;
    private const int LongestTitle = 24;
    private const int LongestText = 3000;
    private const int LongestFact = 2000;
    private const int FactsInASection = 10;
    private const int LongestLabel = 75;
    private const int LongestHint = 2000;
    private const int LongestPlaceholder = 150;
    private const int LongestId = 255;
    /// <summary>Of radio buttons and checkboxes; more are a list to open.</summary>
    private const int MostOpen = 10;

    public static JsonObject Of(View view, JsonObject data)
    {
        var title = Title(view);
        data["heading"] = Cut(title, LongestHeading);
        data["hasHeading"] = title.Length > 0;
        data["window"] = Texts.Clip(title.Length > 0 ? title : view.Plain, LongestTitle);
        data["slackButtons"] = new JsonArray([.. Buttons(view)]);
        foreach (var (name, lines) in LinesOf(view)) Put(data, name, lines.Select(Row));
        foreach (var (name, sentences) in SentencesOf(view)) Put(data, name, sentences);
        foreach (var (name, text) in TextsOf(view)) Put(data, name, text.Length == 0 ? [] : [text]);
        data["groupTexts"] = new JsonArray([.. Groups(view).SelectMany(group => Chunks([group.HasTitle ? $"*{group.Title}*" : "", .. group.Rows.Select(Row)])).Select(text => JsonValue.Create(text))]);
        data["factGroups"] = new JsonArray([.. Facts(view).Chunk(FactsInASection).Select(Group)]);
        data["foldTexts"] = new JsonArray([.. Folds(view).Where(fold => fold.Any).SelectMany(fold => Chunks([$"*{fold.Title}*", .. fold.Lines.Select(Row)])).Select(text => JsonValue.Create(text))]);
        data["slackFields"] = new JsonArray([.. Fields(view).Select(Field)]);
        return data;
    }

    /// <summary>Lists of texts of at most 3,000 characters once they are escaped: never cut, rather divided.</summary>
    private static void Put(JsonObject data, string name, IEnumerable<string> rows)
    {
        var chunks = Chunks(rows).ToList();
        data[name] = new JsonArray([.. chunks.Select(chunk => JsonValue.Create(chunk))]);
        data[$"has{char.ToUpperInvariant(name[0])}{name[1..]}"] = chunks.Count > 0;
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

    private static string Row(Line line) => line.Labelled ? $"*{line.Label}* · {line.Text}" : line.Text;

    private static JsonNode Group(Line[] facts) => new JsonObject { ["facts"] = new JsonArray([.. facts.Select(fact => new JsonObject { ["said"] = Fact(fact) })]) };

    private static string Fact(Line fact)
    {
        var label = fact.Labelled ? $"*{Cut(fact.Label, LongestLabel)}*\n" : "";
        var text = Pieces(fact.Text, LongestFact - 2 * LongestLabel).FirstOrDefault() ?? "";
        return label + (text.Length < fact.Text.Length ? $"{text}…" : text);
    }

    private static IEnumerable<JsonNode> Buttons(View view)
    {
        var stamp = view.Stamp;
        var main = view.Buttons.FirstOrDefault(button => button.Style == ButtonStyle.Main);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var button in view.Buttons)
        {
            var (verb, target) = button.SendsText ? ("say", button.Says) : (button.Verb, button.Target);
            var id = Texts.Clip($"{verb}:{target}", LongestId - 5);
            for (var twin = 2; !ids.Add(id); twin++) id = $"{Texts.Clip($"{verb}:{target}", LongestId - 5)}#{twin}";
            yield return new JsonObject
            {
                ["id"] = id,
                ["label"] = Cut(button.Label, LongestLabel),
                ["style"] = button.Style == ButtonStyle.Danger ? "danger" : ReferenceEquals(button, main) ? "primary" : null,
                ["value"] = string.Join(';', stamp.Case, stamp.Slot, stamp.Version.ToString(CultureInfo.InvariantCulture), stamp.Draft, stamp.Page, verb, target),
            };
        }
    }

    private static JsonNode Field(Field field)
    {
        var picked = field.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // A row to go on with is picked from a list to open, as on a phone's settings.
        var open = field.Choices.Count <= MostOpen && field.Id is not (CaseLists.Pick or "change");
        var options = field.Choices.Select(choice => (choice.Id, Option: Option(choice))).ToList();
        var hint = string.Join(" ", new[] { field.HasError ? $"⚠ {field.Error}" : "", field.Help }.Where(text => text.Length > 0));
        var writes = field.IsText || field.IsLongText;
        return new JsonObject
        {
            ["id"] = field.Id,
            ["label"] = Cut(field.Label.Length > 0 ? field.Label : field.Id, LongestHint),
            ["hint"] = Cut(hint, LongestHint),
            ["hasHint"] = hint.Length > 0,
            ["optional"] = !field.Required,
            ["writes"] = writes,
            ["dates"] = field.IsDate,
            ["radios"] = field.IsOne && open,
            ["selects"] = field.IsOne && !open,
            ["ticks"] = field.IsSeveral && open,
            ["multiSelects"] = field.IsSeveral && !open,
            ["multiline"] = writes ? field.IsLongText : null,
            ["initial"] = writes && field.Value.Length > 0 ? field.Value : null,
            ["most"] = writes && field.MaxLength > 0 ? Math.Min(field.MaxLength, LongestText) : null,
            ["date"] = field.IsDate && field.Value.Length > 0 ? field.Value : null,
            ["placeholder"] = Cut(field.Example, LongestPlaceholder),
            ["hasPlaceholder"] = field.Example.Length > 0 && (writes || !open),
            ["options"] = new JsonArray([.. options.Select(option => option.Option)]),
            ["one"] = field.IsOne && options.Find(option => picked.Contains(option.Id)).Option is { } single ? single.DeepClone() : null,
            ["several"] = new JsonArray(field.IsSeveral ? [.. options.Where(option => picked.Contains(option.Id)).Select(option => option.Option.DeepClone())] : []),
        };
    }

    /// <summary>A longer label goes on in the smaller line below it.</summary>
    private static JsonObject Option(FieldChoice choice)
    {
        if (choice.Label.Length <= LongestLabel) return new() { ["id"] = choice.Id, ["label"] = choice.Label, ["more"] = "", ["hasMore"] = false };
        var space = choice.Label.LastIndexOf(' ', LongestLabel - 1, LongestLabel / 2);
        var end = space > 0 ? space : LongestLabel - 1;
        return new() { ["id"] = choice.Id, ["label"] = choice.Label[..end], ["more"] = Cut(choice.Label[end..].Trim(), LongestLabel), ["hasMore"] = true };
    }

    private static string Title(View view) => view switch
    {
        View.Notice one => one.Title,
        View.Page one => one.Title,
        View.Form one => one.Title,
        View.Summary one => one.Title,
        View.Receipt one => one.Title,
        View.Review one => one.Title,
        View.Deciding one => one.Title,
        View.Decided one => one.Title,
        View.Entry one => one.Title,
        View.Entries one => one.Title,
        _ => "",
    };

    private static IEnumerable<(string Name, IEnumerable<Line> Lines)> LinesOf(View view) => view switch
    {
        View.Notice one => [("lineTexts", one.Lines)],
        View.Form one => [("lineTexts", one.Lines)],
        View.Entry one => [("lineTexts", one.Lines)],
        View.Summary one => [("checkTexts", one.Checks), ("openTexts", one.OpenPoints), ("riskTexts", one.Risks), ("answerTexts", one.Answers)],
        View.Deciding one => [("checkTexts", one.Checks), ("openTexts", one.OpenPoints)],
        View.Decided one => [("decisionTexts", one.Decisions), ("conditionTexts", one.Conditions)],
        _ => [],
    };

    private static IEnumerable<(string Name, IEnumerable<string> Sentences)> SentencesOf(View view) => view switch
    {
        View.Summary one => [("reasonTexts", Bullets(one.Reasons)), ("quickerTexts", Bullets(one.Quicker)), ("nextTexts", one.Next), ("contractTexts", one.Contract)],
        View.Deciding one => [("newsTexts", one.News)],
        View.Receipt one => [("lineTexts", one.Lines)],
        _ => [],
    };

    private static IEnumerable<(string Name, string Text)> TextsOf(View view) => view switch
    {
        View.Page one => [("problemTexts", one.Problem)],
        View.Form one => [("problemTexts", one.Problem)],
        View.Summary one => [("problemTexts", one.Problem)],
        View.Receipt one => [("problemTexts", one.Problem)],
        View.Decided one => [("problemTexts", one.Problem)],
        View.Deciding one => [("problemTexts", one.Problem), ("purposeTexts", one.Purpose), ("whyTexts", one.Why)],
        View.Review one => [("purposeTexts", one.Purpose), ("whyTexts", one.Why), ("openTexts", one.Open)],
        _ => [],
    };

    private static IEnumerable<string> Bullets(IEnumerable<string> sentences) => sentences.Select(sentence => $"• {sentence}");

    private static IReadOnlyList<Line> Facts(View view) => view switch { View.Receipt one => one.Facts, View.Review one => one.Facts, View.Deciding one => one.Facts, View.Decided one => one.Facts, _ => [] };

    private static IReadOnlyList<EntryGroup> Groups(View view) => view is View.Entries entries ? entries.Groups : [];

    private static IReadOnlyList<Fold> Folds(View view) => view switch { View.Summary one => one.Folds, View.Receipt one => one.Folds, View.Deciding one => one.Folds, View.Decided one => one.Folds, _ => [] };

    private static IReadOnlyList<Field> Fields(View view) => view switch
    {
        View.Page one => one.Fields,
        View.Form one => one.Fields,
        View.Summary one => one.Fields,
        View.Deciding one => one.Fields,
        View.Entries { Pick: { } pick } => [pick],
        _ => [],
    };
}
