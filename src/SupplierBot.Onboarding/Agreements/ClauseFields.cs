using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>The inputs of one clause: preset with what is written down of it, or with the document that was named last.</summary>
internal static class ClauseFields
{
    public const string State = "clause_state";
    public const string Document = "clause_document";
    public const string Version = "clause_version";
    public const string Section = "clause_section";
    public const string Words = "clause_words";
    private const string Value = "clause_value_";
    private const int LongestVersion = 60;
    private const int LongestSection = 100;

    /// <summary>What a label of every client takes.</summary>
    private const int LongestChoice = 75;

    public static readonly IReadOnlyList<(string Field, string Label, int Most)> Texts =
    [
        (Document, "form.clause_document", DecisionFields.LongestReference),
        (Version, "form.clause_version", LongestVersion),
        (Section, "form.clause_section", LongestSection),
        (Words, "form.clause_words", DecisionFields.LongestChange),
    ];

    public static string ValueOf(string parameter) => Value + parameter;

    /// <summary>"sub_notice" in words: the policy names its parameters for its texts, where they stand as underlined holes.</summary>
    public static string NameOf(string parameter) => parameter.Replace('_', ' ');

    /// <summary>The values of the clause that may be chosen, the required one among them; none where there is nothing to choose.</summary>
    public static IReadOnlyList<string> Choices(CaseRequest request, ClauseLine line, string parameter) =>
        ClauseValues.Of(request.Policy, line.Clause.Id, parameter) is { Count: > 1 } values
        && values.Contains(line.Clause.Parameters[parameter])
            ? values
            : [];

    /// <summary>
    /// What was sent for each parameter that has a choice; the required value where nothing was, and none where what was sent is no choice.
    /// </summary>
    public static Dictionary<string, string?> Values(CaseRequest request, ClauseLine line) =>
        Chosen(request, line)
            .ToDictionary(
                name => name,
                name =>
                    request.Press.Value(ValueOf(name)) is { Length: > 0 } sent
                        ? Choices(request, line, name).ElementAtOrDefault(Place(sent))
                        : line.Clause.Parameters[name],
                StringComparer.Ordinal
            );

    /// <summary>A choice is named by its place: a value may be longer than a client takes as an id.</summary>
    private static int Place(string sent) =>
        int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;

    public static IReadOnlyList<Field> Of(CaseRequest request, ClauseLine line, string wrong, string problem)
    {
        var sent = request.Press.Values.ContainsKey(State) || request.Press.Values.ContainsKey(Document);
        var item = sent ? Sent(request) : Preset(request, line);
        Field[] fields =
        [
            FormFields.One(
                State,
                request.Say("form.clause_state"),
                sent ? request.Press.Value(State) : StateOf(request, line),
                [.. ClauseInput.States(request, line).Select(state => new FieldChoice(state.Id, request.Say($"form.clause_{state.Id}")))]
            ),
            .. request.Case.Assessment.InternalChecksOnly ? [] : Where(request, line, item),
            FormFields.LongText(
                Words,
                request.Say("form.clause_words"),
                item.Words,
                request.Say("form.clause_words_help"),
                most: DecisionFields.LongestChange
            ),
        ];
        return [.. fields.Select(field => field.Id == wrong ? field with { Error = problem } : field)];
    }

    private static IEnumerable<Field> Where(CaseRequest request, ClauseLine line, ClauseItem item)
    {
        yield return FormFields.Text(
            Document,
            request.Say("form.clause_document"),
            item.Document,
            DecisionFields.LongestReference,
            request.Say("form.clause_document_help")
        );
        yield return FormFields.Text(Version, request.Say("form.clause_version"), item.Version, LongestVersion);
        yield return FormFields.Text(
            Section,
            request.Say("form.clause_section"),
            item.Section,
            LongestSection,
            line.NeedsSection ? request.Say("form.clause_section_help") : ""
        );
        foreach (var name in Chosen(request, line))
        {
            var (required, choices) = (line.Clause.Parameters[name], Choices(request, line, name).ToList());
            yield return FormFields.One(
                ValueOf(name),
                request.Say("form.clause_value", ("what", NameOf(name))),
                request.Press.Value(ValueOf(name)) is { Length: > 0 } sent
                    ? sent
                    : CaseTexts.Number(choices.IndexOf(item.Values.GetValueOrDefault(name, required))),
                [.. choices.Select((value, at) => new FieldChoice(CaseTexts.Number(at), Views.Texts.Clip(value, LongestChoice)))],
                request.Say("form.clause_value_help", ("required", required))
            ) with
            {
                Lists = true,
            };
        }
    }

    private static IEnumerable<string> Chosen(CaseRequest request, ClauseLine line) =>
        line.Clause.Parameters.Keys.Where(name => Choices(request, line, name).Count > 0).Order(StringComparer.Ordinal);

    /// <summary>With what somebody proposed, or what it is; empty where nobody said anything yet.</summary>
    private static string StateOf(CaseRequest request, ClauseLine line)
    {
        var state = line.Item.Proposed ?? line.Item.State;
        return ClauseInput.States(request, line).FirstOrDefault(one => one.State == state).Id ?? "";
    }

    private static ClauseItem Preset(CaseRequest request, ClauseLine line) =>
        line.Item.Document.Length > 0 || !line.IsOpen ? line.Item
        : Newest(request) is { } newest ? line.Item with { Document = newest.Document, Version = newest.Version }
        : line.Item;

    private static ClauseItem? Newest(CaseRequest request) =>
        request.Case.Clauses?.Where(item => item.Document.Length > 0).MaxBy(item => item.At ?? DateTimeOffset.MinValue);

    private static ClauseItem Sent(CaseRequest request) =>
        new("", ClauseState.Open)
        {
            Document = request.Press.Value(Document),
            Version = request.Press.Value(Version),
            Section = request.Press.Value(Section),
            Words = request.Press.Value(Words),
        };
}
