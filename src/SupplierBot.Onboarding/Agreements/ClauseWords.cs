using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>How far a clause is agreed, in words.</summary>
internal static class ClauseWords
{
    private const int LongestReason = 140;

    /// <summary>One word or two, for a row.</summary>
    public static string State(ClauseItem item, Wording wording) =>
        item switch
        {
            { State: ClauseState.Requested, Proposed: not null } => wording["clause.state.proposed"],
            { State: ClauseState.Changed, AcceptedBy: null } => wording["clause.state.waits"],
            { State: ClauseState.RiskAccepted, Lapsed: true } => wording["clause.state.lapsed"],
            _ => wording[$"clause.state.{item.State}"],
        };

    /// <summary>"Data Processing Addendum v3, §8.2"; empty where no document is named.</summary>
    public static string Where(ClauseItem item) =>
        string.Join(", ", new[] { $"{item.Document} {item.Version}".Trim(), item.Section }.Where(text => text.Length > 0));

    /// <summary>Below the title of a row: what somebody says of it, where it is agreed, or why it is required.</summary>
    public static string Row(ClauseLine line, Context context)
    {
        var item = line.Item;
        var said = item switch
        {
            { Proposed: not null } => Proposal(item, context.Wording),
            { State: ClauseState.RiskAccepted, Until: { } until } => context.Wording.Fill(
                "clauses.until",
                ("day", Dates.Day(until, context))
            ),
            { State: ClauseState.Agreed or ClauseState.CoveredByTheirTerms } => Where(item),
            _ => item.Words,
        };
        return Texts.Clip(said.Length > 0 ? said : Why(line, context.Wording), LongestReason);
    }

    public static string Why(ClauseLine line, Wording wording) => wording.Fill("clause.why", ("because", line.Clause.Because));

    /// <summary>"Rita says: their terms, DPA v3, §4".</summary>
    public static string Proposal(ClauseItem item, Wording wording) =>
        wording.Fill(
            "clause.proposal",
            ("name", item.By?.Name ?? ""),
            ("what", string.Join(", ", new[] { wording[$"clause.state.{item.Proposed}"], Where(item) }.Where(text => text.Length > 0)))
        );

    /// <summary>What it is now, by whom and when; nothing where nobody said anything yet.</summary>
    public static IEnumerable<LabelledText> Now(ClauseItem item, Context context)
    {
        var wording = context.Wording;
        if (item.By is { } by && item.At is { } at)
            yield return new(
                wording.Fill("clause.now", ("state", Whole(item, wording)), ("name", by.Name), ("day", Dates.Day(at, context))),
                wording["clause.now_label"]
            );
        if (item.Words.Length > 0)
            yield return new(wording.Fill("words.quoted", ("text", item.Words)));
        if (item is { AcceptedBy: { } accepted, AcceptedAt: { } day })
            yield return new(wording.Fill("clause.accepted_by", ("name", accepted.Name), ("day", Dates.Day(day, context))));
        foreach (var step in item.Before.Where(step => step.By is not null).TakeLast(2))
            yield return new(
                wording.Fill(
                    "clause.before",
                    ("state", wording[$"clause.state.{step.State}"]),
                    ("name", step.By!.Name),
                    ("day", Dates.Day(step.At!.Value, context))
                )
            );
    }

    private static string Whole(ClauseItem item, Wording wording) =>
        string.Join(", ", new[] { State(item, wording), Where(item) }.Where(text => text.Length > 0));

    /// <summary>What an auditor reads beside the event: where it is agreed, and in which words.</summary>
    public static string ForRecord(ClauseItem item) =>
        string.Join(
            '\n',
            new[] { Where(item), item.Words, string.Join("; ", item.Values.Select(pair => $"{pair.Key}: {pair.Value}")) }.Where(text =>
                text.Length > 0
            )
        );
}
