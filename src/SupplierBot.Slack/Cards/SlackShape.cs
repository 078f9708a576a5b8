using System.Text.Json;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Cards;

/// <summary>
/// A view as the templates of Slack want it: its blocks lie flat, without lists in lists, so rows are joined to texts, facts come in tens,
/// and a picked choice is a whole option (PROTOCOL.md "Input values"). Pure.
/// </summary>
/// <param name="section">Begins the ids of blocks, where several lists are in one view.</param>
internal sealed class SlackShape(string section) : IViewShape
{
    private const int LongestDetail = 2000;
    private const int DetailsInASection = 10;

    public static SlackShape Whole { get; } = new("");

    public bool Replaces(string name) => false;

    public void Write(Utf8JsonWriter data, View view)
    {
        var title = SlackParts.Title(view);
        data.WriteString("section", section);
        data.WriteString("heading", Texts.Clip(title, SlackLimits.LongestHeading));
        data.WriteBoolean("hasHeading", title.Length > 0);
        data.WriteString("window", title.Length > 0 ? Texts.Clip(title, SlackLimits.LongestTitle) : null);
        SlackButtons.Write(data, view);
        foreach (var (name, rows) in SlackParts.TextsOf(view))
            WriteTexts(data, name, rows);
        WriteList(data, "groupTexts", SlackParts.Groups(view).SelectMany(GroupTexts));
        WriteList(data, "sectionTexts", SlackParts.Sections(view).Where(fold => fold.Any).SelectMany(SectionTexts));
        WriteDetails(data, SlackParts.Details(view));
        SlackFields.Write(data, SlackParts.Fields(view));
    }

    private static IEnumerable<string> GroupTexts(EntryGroup group) =>
        SlackTexts.Chunks([group.HasTitle ? SlackTexts.Bold(group.Title) : "", .. group.Rows.Select(SlackTexts.Row)]);

    private static IEnumerable<string> SectionTexts(Section fold) =>
        SlackTexts.Chunks([SlackTexts.Bold(fold.Title), .. fold.Lines.Select(SlackTexts.Row)]);

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
