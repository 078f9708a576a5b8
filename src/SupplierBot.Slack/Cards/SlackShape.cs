using System.Text.Json;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Cards;

/// <summary>
/// A view as the templates of Slack want it: its blocks lie flat, without lists in lists, so rows are joined to texts, facts come in tens,
/// and a picked choice is a whole option (PROTOCOL.md "Input values"). Pure.
/// </summary>
/// <param name="section">Begins the ids of blocks, where several lists are in one view.</param>
/// <param name="inModal">The title stands above the blocks already, unless it is cut there.</param>
internal sealed class SlackShape(string section, bool inModal = false) : IViewShape
{
    private const int LongestDetail = 2000;
    private const int DetailsInASection = 10;

    public static SlackShape Whole { get; } = new("");
    public static SlackShape Modal { get; } = new("", inModal: true);

    public bool Replaces(string name) => false;

    public void Write(Utf8JsonWriter data, View view)
    {
        var title = SlackParts.Title(view);
        data.WriteString("section", section);
        data.WriteString("heading", Texts.Clip(title, SlackLimits.LongestHeading));
        data.WriteBoolean("hasHeading", title.Length > (inModal ? SlackLimits.LongestTitle : 0));
        data.WriteString("window", title.Length > 0 ? Texts.Clip(title, SlackLimits.LongestTitle) : null);
        data.WriteString("tierBadge", view.Badge is { } badge ? SlackParts.Badge(badge) : null);
        data.WriteBoolean("hasTierBadge", view.Badge is not null);
        data.WriteString("tierLine", SlackParts.TierLine(view));
        SlackButtons.Write(data, view);
        WriteRows(data, "rowTexts", SlackParts.Rows(view), view.Stamp);
        WriteRows(
            data,
            "sectionRows",
            SlackParts
                .Sections(view)
                .Where(fold => fold.Any)
                .Select(fold => new CardRow(fold.Title, fold.Small, new(fold.Title, Verbs.Details, fold.Id))),
            view.Stamp
        );
        foreach (var (name, rows) in SlackParts.TextsOf(view))
            WriteTexts(data, name, rows);
        WriteGroups(data, SlackParts.Groups(view), view.Stamp);
        WriteBlocks(data, view);
        WriteAnswers(data, view is View.Entry entry ? entry.Answers : []);
        WriteList(data, "sectionTexts", SlackParts.Sections(view).Where(fold => fold.Any).SelectMany(SectionTexts));
        WriteDetails(data, SlackParts.Details(view));
        SlackFields.Write(data, "slackFields", SlackParts.Fields(view));
    }

    /// <summary>Rows that are pressed are blocks of their own; others share one, as far as they fit.</summary>
    private static void WriteGroups(Utf8JsonWriter data, IReadOnlyList<EntryGroup> groups, CardStamp stamp)
    {
        data.WriteStartArray("groupRows");
        foreach (var group in groups)
        {
            var resting = group.Rows.TakeWhile(row => row.Rests).ToList();
            foreach (var text in SlackTexts.Chunks([group.HasTitle ? SlackTexts.Bold(group.Title) : "", .. resting.Select(SlackTexts.Row)]))
                WriteRow(data, text, null, stamp);
            foreach (var row in group.Rows.Skip(resting.Count))
                WriteRow(data, Said(row), row.Press, stamp);
        }
        data.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter data, string said, Button? press, CardStamp stamp)
    {
        data.WriteStartObject();
        data.WriteString("said", said);
        data.WriteBoolean("isRow", press is not null);
        data.WriteBoolean("isHeading", press is null);
        SlackButtons.WriteBeside(data, press, stamp);
        data.WriteEndObject();
    }

    /// <summary>What is filled in already, with its fields below it: nothing folds here.</summary>
    private static void WriteBlocks(Utf8JsonWriter data, View view)
    {
        data.WriteStartArray("slackBlocks");
        foreach (var block in view is View.Form form ? form.Blocks : [])
        {
            data.WriteStartObject();
            data.WriteString("said", $"{SlackTexts.Bold(block.Title)}\n{block.Small}");
            SlackButtons.WriteBeside(data, block.Remove, view.Stamp);
            SlackFields.Write(data, "fields", block.Fields);
            data.WriteEndObject();
        }
        data.WriteEndArray();
    }

    /// <summary>Of a register entry: each with its verdict, its facts and a small line.</summary>
    private static void WriteAnswers(Utf8JsonWriter data, IReadOnlyList<View.EntryAnswer> answers)
    {
        data.WriteStartArray("slackAnswers");
        foreach (var answer in answers)
        {
            data.WriteStartObject();
            WriteList(data, "verdictTexts", SlackTexts.Chunks([SlackParts.Verdict(answer)]));
            WriteDetails(data, answer.Facts);
            data.WriteBoolean("hasSmall", answer.HasSmall);
            data.WriteString("small", answer.Small);
            data.WriteEndObject();
        }
        data.WriteEndArray();
    }

    private static IEnumerable<string> SectionTexts(Section fold) =>
        SlackTexts.Chunks([SlackTexts.Bold(fold.Title), .. fold.Lines.Select(SlackTexts.Row)]);

    /// <summary>Rows with what presses them; each is a block of its own.</summary>
    private static void WriteRows(Utf8JsonWriter data, string name, IEnumerable<CardRow> rows, CardStamp stamp)
    {
        data.WriteStartArray(name);
        foreach (var row in rows)
        {
            data.WriteStartObject();
            data.WriteString("said", Said(row));
            SlackButtons.WriteBeside(data, row.Press, stamp);
            data.WriteEndObject();
        }
        data.WriteEndArray();
    }

    /// <summary>Of a text that is not divided, once it is escaped.</summary>
    private static string Said(CardRow row)
    {
        var title = SlackTexts.Bold(Texts.Clip(row.Title, SlackLimits.LongestHeading));
        var tier = row.Tier is { } badge ? $"  {SlackParts.Circle(badge)} {badge.Words}" : "";
        var text = SlackTexts.Pieces(row.Text, LongestDetail).FirstOrDefault() ?? "";
        return row.HasText ? $"{title}{tier}\n{(row.IsUrgent ? "⚠️ " : "")}{text}" : title + tier;
    }

    private static void WriteTexts(Utf8JsonWriter data, string name, IEnumerable<string> rows) =>
        data.WriteBoolean($"has{char.ToUpperInvariant(name[0])}{name[1..]}", WriteList(data, name, SlackTexts.Chunks(rows)) > 0);

    private static int WriteList(Utf8JsonWriter data, string name, IEnumerable<string> texts)
    {
        var count = 0;
        data.WriteStartArray(name);
        foreach (var text in texts)
        {
            data.WriteStringValue(text);
            count++;
        }
        data.WriteEndArray();
        return count;
    }

    private static void WriteDetails(Utf8JsonWriter data, IReadOnlyList<LabelledText> details)
    {
        data.WriteStartArray("detailGroups");
        for (var from = 0; from < details.Count; from += DetailsInASection)
        {
            data.WriteStartObject();
            data.WriteStartArray("details");
            foreach (var detail in details.Skip(from).Take(DetailsInASection))
            {
                data.WriteStartObject();
                data.WriteString("said", Detail(detail));
                data.WriteEndObject();
            }
            data.WriteEndArray();
            data.WriteEndObject();
        }
        data.WriteEndArray();
    }

    private static string Detail(LabelledText detail)
    {
        var label = detail.Labelled ? $"{SlackTexts.Bold(Texts.Clip(detail.Label, SlackLimits.LongestLabel))}\n" : "";
        var text = SlackTexts.Pieces(detail.Text, LongestDetail - 2 * SlackLimits.LongestLabel).FirstOrDefault() ?? "";
        return label + (text.Length < detail.Text.Length ? $"{text}…" : text);
    }
}
