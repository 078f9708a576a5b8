using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Documents.Packs;

/// <summary>One thing that a control of ISO/IEC 27001 asks of every supplier it is about.</summary>
/// <param name="Name">Of its sentence in the wording (<c>file.coverage_owner</c>).</param>
/// <param name="Missing">What is missing, in words; nothing where it holds.</param>
internal sealed record CoverageTest(
    string Control,
    string Name,
    Func<SupplierLine, bool> Applies,
    Func<SupplierLine, IEnumerable<string>> Missing
);

internal static class CoverageTests
{
    private const string Relationships = "A.5.19";
    private const string Contracts = "A.5.20";
    private const string SupplyChain = "A.5.21";
    private const string Monitoring = "A.5.22";
    private const string Cloud = "A.5.23";

    public static readonly IReadOnlyList<CoverageTest> All =
    [
        new(Relationships, "owner", InUse, Owner),
        new(
            Relationships,
            "assessed",
            line => InUse(line) || line.Legacy is not null,
            line => line.Legacy is null ? [] : [SupplierTexts.Note(line)]
        ),
        new(Relationships, "readable", InUse, Unreadable),
        new(Relationships, "replay", Readable, line => Replay.Of(line.Case!, line.Policy!).Differences.Select(one => one.ToString())),
        new(Relationships, "approved", Readable, NotApproved),
        new(Contracts, "firm", Readable, line => Unsettled(line, needs => needs.Firm)),
        new(Contracts, "before_use", Readable, line => Unsettled(line, needs => needs.Clauses)),
        new(Contracts, "accepted", Readable, LapsedGaps),
        new(Contracts, "contract", line => Readable(line) && !line.Case!.Assessment.InternalChecksOnly, NoContract),
        new(SupplyChain, "supply_chain", Readable, line => OpenOf(line, SupplyChain)),
        new(SupplyChain, "unknown", Readable, NotSure),
        new(Monitoring, "review", InUse, line => Overdue(line, line.Entry.NextReview)),
        new(Monitoring, "report", InUse, line => Overdue(line, line.Entry.NextReport)),
        new(Monitoring, "documents", Readable, Documents),
        new(Monitoring, "conditions", Readable, Conditions),
        new(Cloud, "cloud", Readable, line => OpenOf(line, Cloud)),
        new(Cloud, "exit", line => line.Status == EntryStatus.Terminated, NoExit),
    ];

    private static bool InUse(SupplierLine line) => line.MayBeUsed;

    private static bool Readable(SupplierLine line) => line is { MayBeUsed: true, Case: not null, Policy: not null };

    private static IEnumerable<string> Owner(SupplierLine line) => Owners.CanBeNotified(line.Entry.Owner) ? [] : [line.Entry.Owner.Name];

    private static IEnumerable<string> Unreadable(SupplierLine line) =>
        line is { Case: not null, Policy: not null } ? [] : [SupplierTexts.Note(line)];

    private static IEnumerable<string> NotApproved(SupplierLine line)
    {
        var current = line.Case!;
        return current.Approvals.Count == 0
            ? [line.Wording["file.coverage_nobody"]]
            : current
                .Approvals.Where(approval => approval.By.Id == current.Requester.Id || approval.By.Id == current.Owner.Id)
                .Select(approval => approval.By.Name);
    }

    private static IEnumerable<string> Unsettled(SupplierLine line, Func<UseRequirements, IReadOnlyList<string>> which) =>
        line.Case!.Requirements is not { } needs
            ? [line.Wording["file.register_not_recorded"]]
            : line.ContractPoints()
                .Where(point => which(needs).Contains(point.Clause.Id) && point.Item?.IsSettled != true)
                .Select(point => point.Clause.Title);

    private static IEnumerable<string> LapsedGaps(SupplierLine line) =>
        line.ContractPoints()
            .Where(point => point.Item is { State: ClauseState.RiskAccepted } item && (item.Lapsed || item.Until < line.File.Today))
            .Select(point => point.Clause.Title);

    private static IEnumerable<string> NoContract(SupplierLine line) =>
        line.Case!.Contract is null
        && line.Entry.TermsReference.Length == 0
        && line.Case.Clauses?.Any(item => item.Document.Length > 0) != true
            ? [line.Wording["file.register_not_recorded"]]
            : [];

    /// <summary>Contract points that the policy maps to the control.</summary>
    private static IEnumerable<string> OpenOf(SupplierLine line, string control) =>
        line.ContractPoints()
            .Where(point =>
                point.Item?.IsSettled != true
                && line.Policy!.Clauses.FirstOrDefault(clause => clause.Id == point.Clause.Id)?.Mapping.Contains(control) == true
            )
            .Select(point => point.Clause.Title);

    private static IEnumerable<string> NotSure(SupplierLine line) =>
        line.Case!.Assessment.OpenPoints.Where(id => id is "others" or "where").Select(id => line.Policy!.Question(id).Label);

    private static IEnumerable<string> Overdue(SupplierLine line, DateOnly? due) =>
        due is { } day && day < line.File.Today ? [FileDates.Day(day)] : [];

    private static IEnumerable<string> Documents(SupplierLine line) =>
        UseGate
            .Gaps(line.Case!, line.File.Today)
            .Where(gap => gap.Kind != UseGapKind.Clause)
            .Select(gap => Onboarding.Views.DocumentTexts.Title(gap.Id, line.Case!, line.Policy!));

    private static IEnumerable<string> Conditions(SupplierLine line) =>
        line.Case!.Conditions.Where(condition => condition.State != ApprovalConditionState.Confirmed && condition.Due < line.File.Today)
            .Select(condition => condition.Text);

    private static IEnumerable<string> NoExit(SupplierLine line) =>
        line.Case?.Offboarding is { Complete: true, EndedBy: not null } ? [] : [line.Wording["file.register_not_recorded"]];
}
