using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>How far a clause is agreed, in words.</summary>
internal static class ClauseWords
{
    private const int LongestReason = 140;

    /// <summary>Of all there is to say of one clause: ten of them fit a card.</summary>
    private const int LongestReport = 560;

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
    public static IEnumerable<LabelledText> Now(ClauseLine line, Context context)
    {
        var (item, wording) = (line.Item, context.Wording);
        if (item.By is { } by && item.At is { } at)
            yield return new(
                wording.Fill("clause.now", ("state", Whole(item, wording)), ("name", by.Name), ("day", Dates.Day(at, context))),
                wording["clause.now_label"]
            );
        if (item.Words.Length > 0)
            yield return new(wording.Fill("words.quoted", ("text", item.Words)));
        // Of a change the words say it.
        foreach (var (name, agreed) in item.Values)
        {
            if (item.State != ClauseState.Changed && line.Clause.Parameters.TryGetValue(name, out var required))
                yield return new(wording.Fill("clause.value", ("agreed", agreed), ("required", required)));
        }
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

    /// <summary>What is asked for and why, what was agreed, where, by whom, and what is missing: on one row.</summary>
    /// <param name="gap">Null where use doesn't wait for it.</param>
    public static string Report(ClauseLine line, UseGap? gap, CaseRequest request) =>
        Texts.Clip(
            string.Join(
                " · ",
                [
                    Texts.Clip(line.Clause.Plain, LongestReason),
                    Texts.Clip(Why(line, request.Context.Wording), LongestReason),
                    .. line.Item.Proposed is null ? Array.Empty<string>() : [Proposal(line.Item, request.Context.Wording)],
                    .. Now(line, request.Context).Select(said => Texts.Clip(said.Text, LongestReason)),
                    .. gap is null
                        ? Array.Empty<string>()
                        : [UseGapTexts.Waits(gap.Holder, request.Case.Owner, request.Policy, request.Context)],
                ]
            ),
            LongestReport
        );

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
