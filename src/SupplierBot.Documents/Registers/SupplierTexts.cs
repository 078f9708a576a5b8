using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>A supplier of the register in words, as cards say them.</summary>
internal static class SupplierTexts
{
    public static string Types(SupplierLine line) =>
        line.Policy is { } policy ? CaseTexts.Types(line.Entry.Types, policy)
        : line.Legacy is { } imported ? imported.Type
        : string.Join(", ", line.Entry.Types);

    /// <summary>What was only asked for is no data that is allowed.</summary>
    public static string Data(SupplierLine line)
    {
        var entry = line.Entry;
        if (!entry.Status.IsApproved())
            return "";
        return line.Policy is { } policy ? CaseTexts.Data(entry.Data, policy) : string.Join(", ", entry.Data);
    }

    /// <summary>"Yes", or "No: 3 contract points with Rita, 1 document with Security".</summary>
    public static Cell Ready(SupplierLine line)
    {
        var (entry, wording) = (line.Entry, line.Wording);
        if (line.MayBeUsed)
            return Cell.Of(wording[entry.AgreementsUnrecorded ? "file.register_ready_unrecorded" : "file.register_yes"], CellTone.Good);
        var gaps = string.Join(", ", Missing(line));
        return gaps.Length > 0
            ? Cell.Of(wording.Fill("file.register_not_ready", ("gaps", gaps)), CellTone.Warning)
            : Cell.Of(wording["file.register_no"]);
    }

    /// <summary>Of what is approved: contract points, documents, and conditions that come before use.</summary>
    private static IEnumerable<string> Missing(SupplierLine line)
    {
        if (line is not { Case: { IsApproved: true } current, Policy: { } policy })
            yield break;
        if (UseGapTexts.Of(line.Entry.Gaps, line.Entry.Owner, policy, line.File.Context) is { Length: > 0 } gaps)
            yield return gaps;
        var waiting = current.Conditions.Where(condition =>
            condition.State != ApprovalConditionState.Confirmed && (condition.BeforeUse || current.Overdue.Contains(condition.Number))
        );
        foreach (var owner in waiting.GroupBy(condition => condition.Owner.Name))
            yield return line.Wording.Fill("file.register_gap_conditions", ("n", CaseTexts.Number(owner.Count())), ("who", owner.Key));
    }

    public static Cell Tier(SupplierLine line) =>
        line.Entry.KnownTier is not { } tier
            ? Cell.Empty
            : Cell.Of(
                CaseTexts.Tier(tier, line.File.Context),
                tier switch
                {
                    Onboarding.Policies.Tier.Critical => CellTone.Alert,
                    Onboarding.Policies.Tier.High => CellTone.Warning,
                    _ => CellTone.Plain,
                }
            );

    public static Cell Status(SupplierLine line) =>
        Cell.Of(
            CaseTexts.Entry(line.Status, line.File.Context),
            line.Status switch
            {
                EntryStatus.Active or EntryStatus.ActiveConditional => CellTone.Good,
                EntryStatus.Suspended or EntryStatus.Lapsed or EntryStatus.NotApproved => CellTone.Alert,
                EntryStatus.ReviewDue or EntryStatus.UnderReview or EntryStatus.Onboarding or EntryStatus.Exiting or EntryStatus.Legacy =>
                    CellTone.Warning,
                _ => CellTone.Plain,
            }
        );

    /// <summary>Everybody whose yes counted, or who said no.</summary>
    public static string DecidedBy(Case? current) =>
        current?.Decision is not { } decision ? ""
        : current.IsApproved && current.Approvals.Count > 0
            ? string.Join(", ", current.Approvals.Select(approval => approval.By.Name).Distinct())
        : decision.By.Name;

    public static string Contract(SupplierLine line) =>
        line.Legacy is { } imported ? imported.Contract
        : line.Case?.Contract?.Reference is { Length: > 0 } named ? named
        : line.Entry.TermsReference;

    /// <summary>"Data processing agreement until 3 Mar 2027", a line each.</summary>
    public static Cell AcceptedGaps(SupplierLine line) =>
        Cell.Lines(
            line.ContractPoints()
                .Where(point => point.Item?.State == ClauseState.RiskAccepted)
                .Select(point =>
                    line.Wording.Fill(
                        point.Item!.Lapsed || point.Item.Until < line.File.Today ? "file.register_gap_lapsed" : "file.register_gap",
                        ("point", point.Clause.Title),
                        ("day", point.Item.Until is { } until ? FileDates.Day(until) : "")
                    )
                )
        );

    /// <summary>The answers to these questions in words, as far as the case's policy asks them.</summary>
    public static Cell Answers(SupplierLine line, params ReadOnlySpan<string> questions)
    {
        if (line is not { Case: { } current, Policy: { } policy })
            return Cell.Empty;
        var said = new List<string>();
        foreach (var id in questions)
        {
            if (policy.Questions.FirstOrDefault(question => question.Id == id) is { } question)
                said.Add(AnswerTexts.Of(question, current.Answers, line.File.Context));
        }
        return Cell.Of(string.Join(": ", said.Where(text => text.Length > 0)));
    }

    /// <summary>Which line answers for it, and for which it does; what stands in the way of reading the whole of it.</summary>
    public static string Note(SupplierLine line) =>
        line.Entry.MergedInto is { } into
            ? line.Wording.Fill("file.register_merged", ("into", into))
            : string.Join(
                ' ',
                (line.Entry.MergedEntries ?? [])
                    .Select(merged => line.Wording.Fill("file.register_includes", ("entry", merged.Id), ("supplier", merged.Names[0])))
                    .Append(Reading(line))
                    .Where(words => words.Length > 0)
            );

    private static string Reading(SupplierLine line) =>
        line switch
        {
            { Legacy: { } imported } => line.Wording.Fill("file.register_imported", ("batch", imported.Batch)),
            { Case: null } => line.Wording["file.register_no_case"],
            { Policy: null } => line.Wording["file.register_no_policy"],
            { Entry.AgreementsUnrecorded: true } => line.Wording["decided.unrecorded"],
            _ => "",
        };
}
