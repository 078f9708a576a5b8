using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Documents.Registers;

/// <summary>The columns about suppliers, which the CSV has, too.</summary>
internal static class SupplierColumns
{
    public static readonly IReadOnlyList<Column<SupplierLine>> All =
    [
        new("number", 12, line => Cell.Of(line.Entry.Id)),
        new("supplier", 28, line => Cell.Of(line.Entry.Supplier)),
        new("service", 24, line => Cell.Of(line.Entry.Service)),
        new("website", 24, line => Cell.Of(line.Entry.Website)),
        new("purpose", 40, line => Cell.Of(line.Entry.Purpose)),
        new("types", 26, line => Cell.Of(SupplierTexts.Types(line))) { Repeats = true },
        new("tier", 10, SupplierTexts.Tier) { Repeats = true },
        new("score", 8, line => line.Legacy is null ? Cell.Of(line.Entry.Score) : Cell.Empty),
        new("status", 26, SupplierTexts.Status) { Repeats = true },
        new("ready", 34, SupplierTexts.Ready) { Repeats = true },
        new("data", 34, line => Cell.Of(SupplierTexts.Data(line))) { Repeats = true },
        new("owner", 20, line => Cell.Of(line.Entry.Owner.Name)) { Repeats = true },
        new("requester", 20, line => Cell.Of(line.Case?.Requester.Name)) { Repeats = true },
        new("case", 16, line => Cell.Of(line.Entry.CaseId)),
        new("policy", 14, line => Cell.Of(line.Entry.PolicyVersion)) { Repeats = true },
        new("decided_on", 17, line => line.File.Moment(line.Case?.Decision?.At ?? line.Entry.DecidedAt)),
        new("decided_by", 24, line => Cell.Of(SupplierTexts.DecidedBy(line.Case))) { Repeats = true },
        new("next_review", 13, line => Cell.Of(line.Entry.NextReview)),
        new("contract_end", 13, line => Cell.Of(TermEnd(line))),
        new("notice_day", 15, line => Cell.Of(line.Entry.Term is { } term ? ContractDates.LastNoticeDay(term, line.File.Today) : null)),
        new("contract", 24, line => Cell.Of(SupplierTexts.Contract(line))),
        new("restrictions", 36, line => Cell.Lines(line.Entry.Restrictions)),
        new("open_conditions", 40, line => Cell.Lines(line.Entry.OpenConditions)),
        new("accepted_gaps", 32, SupplierTexts.AcceptedGaps),
        new(
            "subprocessors",
            34,
            line => line.Legacy is { } imported ? Cell.Of(imported.Subprocessors) : SupplierTexts.Answers(line, "others", "others_text")
        ),
        new("behind", 30, line => Cell.Lines(line.Entry.Behind?.Providers ?? [])),
        new(
            "countries",
            28,
            line => line.Legacy is { } imported ? Cell.Of(imported.Location) : SupplierTexts.Answers(line, "where", "where_text")
        ),
        new("computed_tier", 14, line => Cell.Of(Computed(line))) { Repeats = true },
        new("tier_until", 13, line => Cell.Of(line.Entry.TierUntil)),
        new("note", 30, line => Cell.Of(SupplierTexts.Note(line))) { Repeats = true },
        new("changed", 17, line => line.File.Moment(line.Entry.ChangedAt)),
    ];

    private static string? Computed(SupplierLine line) =>
        line.Entry.ComputedTier is { } computed ? Onboarding.Views.CaseTexts.Tier(computed, line.File.Context) : null;

    private static DateOnly? TermEnd(SupplierLine line) =>
        line.Case?.Contract is { } contract ? ContractDates.TermEnd(contract, line.File.Today) ?? contract.End
        : line.Legacy is { } imported ? imported.ContractEnd
        : line.Entry.Term?.End;
}

internal static class ContractPointColumns
{
    public static readonly IReadOnlyList<Column<ContractPointLine>> All =
    [
        new("number", 12, line => Cell.Of(line.Supplier.Entry.Id)),
        new("supplier", 28, line => Cell.Of(line.Supplier.Entry.Supplier)),
        new("clause", 14, line => Cell.Of(line.Clause.Id)) { Repeats = true },
        new("clause_title", 32, line => Cell.Of(line.Clause.Title)) { Repeats = true },
        new("required", 44, line => Cell.Of(line.Clause.Plain)) { Repeats = true },
        new("required_value", 26, line => Cell.Of(ContractPointTexts.Values(line.Clause.Parameters))) { Repeats = true },
        new("because", 34, line => Cell.Of(line.Clause.Because)) { Repeats = true },
        new("before_use", 11, line => Cell.Of(line.Supplier.File.YesNo(ContractPointTexts.BeforeUse(line)))) { Repeats = true },
        new("state", 18, ContractPointTexts.State) { Repeats = true },
        new("document", 26, line => Cell.Of($"{line.Item?.Document} {line.Item?.Version}".Trim())) { Repeats = true },
        new("section", 12, line => Cell.Of(line.Item?.Section)) { Repeats = true },
        new("agreed_value", 26, line => Cell.Of(ContractPointTexts.Values(line.Item?.Values))) { Repeats = true },
        new("deviation", 36, ContractPointTexts.Deviation),
        new("reason", 36, line => Cell.Of(line.Item?.Words)),
        new("settled_by", 20, line => Cell.Of(line.Item?.By?.Name)) { Repeats = true },
        new("settled_on", 17, line => line.Supplier.File.Moment(line.Item?.At)),
        new("accepted_by", 20, line => Cell.Of(line.Item?.AcceptedBy?.Name)) { Repeats = true },
        new("accepted_on", 17, line => line.Supplier.File.Moment(line.Item?.AcceptedAt)),
        new("until", 13, line => Cell.Of(line.Item?.Until)),
    ];
}

internal static class ConditionColumns
{
    public static readonly IReadOnlyList<Column<ConditionLine>> All =
    [
        new("number", 12, line => Cell.Of(line.Supplier.Entry.Id)),
        new("supplier", 28, line => Cell.Of(line.Supplier.Entry.Supplier)) { Repeats = true },
        new("condition_number", 10, line => Cell.Of(line.Condition.Number)),
        new("condition", 52, line => Cell.Of(line.Condition.Text)) { Repeats = true },
        new("due", 14, line => line.Condition.Due is { } due ? Cell.Of(due) : Cell.Of(line.Supplier.Wording["words.before_use"]))
        {
            Repeats = true,
        },
        new("condition_state", 18, State) { Repeats = true },
        new("owner", 20, line => Cell.Of(line.Condition.Owner.Name)) { Repeats = true },
        new("proof", 40, line => Cell.Of(line.Condition.Proof)),
        new("set_by", 20, line => Cell.Of(line.Condition.SetBy.Name)) { Repeats = true },
        new("reported_by", 20, line => Cell.Of(line.Condition.ReportedBy?.Name)) { Repeats = true },
        new("confirmed_by", 20, line => Cell.Of(line.Condition.ConfirmedBy?.Name)) { Repeats = true },
        new("sent_back", 10, line => line.Condition.SentBack.Count > 0 ? Cell.Of(line.Condition.SentBack.Count) : Cell.Empty),
    ];

    private static Cell State(ConditionLine line)
    {
        var open = line.Condition.State != ApprovalConditionState.Confirmed;
        var late = open && line.Condition.Due < line.Supplier.File.Today;
        return Cell.Of(
            line.Supplier.Wording[late ? "file.register_overdue" : $"file.register_condition_{line.Condition.State}"],
            late ? CellTone.Alert
                : open ? CellTone.Warning
                : CellTone.Good
        );
    }
}
