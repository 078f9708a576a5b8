using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Schedules;

/// <summary>How far a clause is agreed, in the box below it.</summary>
internal static class ClauseStanding
{
    public static Block.Paragraph Of(ScheduleClause clause, ScheduleCopy copy, DocumentWords words)
    {
        var state = Whole(clause, copy, words);
        string[] lines = [.. Differences(clause, copy, words), .. copy == ScheduleCopy.ForLegal ? Behind(clause, words) : []];
        return new(
            lines.Length == 0 ? [new(state, RunStyle.Strong)] : [new(state, RunStyle.Strong), new("\n" + string.Join('\n', lines))],
            clause.Standing switch
            {
                Standing.Settled => ParagraphStyle.Good,
                Standing.Differs => ParagraphStyle.Attention,
                Standing.Open => ParagraphStyle.Neutral,
            }
        );
    }

    /// <summary>The same for Legal, with who answers for it; of one that nobody spoke of, why it is required.</summary>
    public static IEnumerable<string> Glance(ScheduleClause clause, DocumentWords words) =>
        Differences(clause, ScheduleCopy.ForLegal, words)
            .Concat(Behind(clause, words))
            .DefaultIfEmpty(DocumentWords.Sentence(clause.Required.Because));

    /// <summary>What is other than required: values, and the words of a change. Why we do without a clause is for us alone.</summary>
    private static IEnumerable<string> Differences(ScheduleClause clause, ScheduleCopy copy, DocumentWords words)
    {
        var item = clause.Item;
        foreach (var (name, agreed, required) in clause.OtherValues)
            yield return words.Fill("document.schedule.value", ("what", Name(name)), ("agreed", agreed), ("required", required));
        var shown = item.State == ClauseState.Changed || (copy == ScheduleCopy.ForLegal && item.State != ClauseState.RiskAccepted);
        if (shown && item.Words.Length > 0 && !SaysValues(clause, words))
            yield return words.Fill("words.quoted", ("text", item.Words));
    }

    /// <summary>Where nobody wrote anything of a milder value, the form wrote the value down: it stands above already.</summary>
    private static bool SaysValues(ScheduleClause clause, DocumentWords words) =>
        clause.OtherValues.Any(value =>
            clause.Item.Words.StartsWith(
                words.Fill(
                    "story.clause_milder",
                    ("what", value.Name.Replace('_', ' ')),
                    ("agreed", value.Agreed),
                    ("required", value.Required)
                ),
                StringComparison.Ordinal
            )
        );

    /// <summary>For whoever looks at the clause before it is signed.</summary>
    public static Comment? Note(ScheduleClause clause, Policy? policy, DocumentWords words)
    {
        if (policy?.Clauses.FirstOrDefault(one => one.Id == clause.Required.Id) is not { } rule)
            return null;
        string[] lines =
        [
            Labelled("policies.ask_legal", rule.AskLegal),
            Labelled("policies.because", clause.Required.Because),
            Labelled("policies.maps_to", string.Join(", ", rule.Mapping)),
        ];
        return new(words.Fill("document.schedule.comment_by", ("version", policy.Version)), string.Join('\n', lines));

        string Labelled(string label, string text) => words.Fill("document.labelled", ("label", words[label]), ("text", text));
    }

    /// <summary>In a word or two. The supplier doesn't read who answers for a gap, or who said what before it was confirmed.</summary>
    public static string State(ScheduleClause clause, ScheduleCopy copy, DocumentWords words)
    {
        var item = clause.Item;
        var state = item switch
        {
            { State: ClauseState.Changed, AcceptedBy: null } => "ChangedOpen",
            { State: ClauseState.RiskAccepted } when copy == ScheduleCopy.ForSupplier => nameof(ClauseState.Refused),
            { State: ClauseState.Requested } => nameof(ClauseState.Open),
            _ => item.State.ToString(),
        };
        return words[$"document.schedule.state_{state}"];
    }

    /// <summary>With where it is agreed, once it is.</summary>
    private static string Whole(ScheduleClause clause, ScheduleCopy copy, DocumentWords words)
    {
        var (state, where) = (State(clause, copy, words), ClauseWords.Where(clause.Item));
        return where.Length == 0 || clause.Item.State is ClauseState.Open or ClauseState.Requested
            ? state
            : words.Fill("document.labelled", ("label", state), ("text", where));
    }

    /// <summary>Who said so, who accepted it and until when.</summary>
    private static IEnumerable<string> Behind(ScheduleClause clause, DocumentWords words)
    {
        var item = clause.Item;
        if (item.Proposed is not null)
            yield return ClauseWords.Proposal(item, words.Wording);
        if (item is { AcceptedBy: { } by, AcceptedAt: { } at })
        {
            yield return words.Fill(
                item.Until is null ? "document.schedule.accepted" : "document.schedule.accepted_until",
                ("name", by.Name),
                ("day", words.Day(at)),
                ("until", item.Until is { } until ? DocumentWords.Day(until) : "")
            );
            if (item.State == ClauseState.RiskAccepted && item.Words.Length > 0)
                yield return words.Fill("words.quoted", ("text", item.Words));
        }
        if (item.Lapsed)
            yield return words["clause.lapsed"];
    }

    /// <summary>"Root cause" of <c>root_cause</c>.</summary>
    private static string Name(string parameter)
    {
        var name = parameter.Replace('_', ' ');
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
