using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Schedules;

/// <summary>How far a clause is agreed, in the box below it.</summary>
internal static class ClauseStanding
{
    public static Block.Paragraph Of(ScheduleClause clause, ScheduleCopy copy, DocumentWords words)
    {
        var state = State(clause, copy, words);
        string[] lines = [.. Differences(clause, words), .. copy == ScheduleCopy.ForLegal ? Behind(clause, words) : []];
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

    /// <summary>What is other than required: values, and what somebody wrote of it.</summary>
    public static IEnumerable<string> Differences(ScheduleClause clause, DocumentWords words)
    {
        foreach (var (name, agreed, required) in clause.OtherValues)
            yield return words.Fill("document.schedule.value", ("what", Name(name)), ("agreed", agreed), ("required", required));
        if (clause.Item.Words.Length > 0 && clause.Item.State != ClauseState.RiskAccepted)
            yield return words.Fill("words.quoted", ("text", clause.Item.Words));
    }

    /// <summary>The same with who answers for it; of one that nobody spoke of, why it is required.</summary>
    public static IEnumerable<string> Glance(ScheduleClause clause, DocumentWords words) =>
        Differences(clause, words).Concat(Behind(clause, words)).DefaultIfEmpty(DocumentWords.Sentence(clause.Required.Because));

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

    /// <summary>The supplier doesn't read who answers for a gap, or who said what before it was confirmed.</summary>
    private static string State(ScheduleClause clause, ScheduleCopy copy, DocumentWords words)
    {
        var item = clause.Item;
        var state = item switch
        {
            { State: ClauseState.Changed, AcceptedBy: null } => "ChangedOpen",
            { State: ClauseState.RiskAccepted } when copy == ScheduleCopy.ForSupplier => nameof(ClauseState.Refused),
            { State: ClauseState.Requested } => nameof(ClauseState.Open),
            _ => item.State.ToString(),
        };
        var sentence = words[$"document.schedule.state_{state}"];
        var where = ClauseWords.Where(item);
        return where.Length == 0 || item.State is ClauseState.Open or ClauseState.Requested
            ? sentence
            : words.Fill("document.labelled", ("label", sentence), ("text", where));
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
