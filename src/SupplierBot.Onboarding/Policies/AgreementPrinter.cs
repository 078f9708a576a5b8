using System.Text;

namespace SupplierBot.Onboarding.Policies;

/// <summary>What must be settled before use, in <see cref="PolicyPrinter"/>.</summary>
internal static class AgreementPrinter
{
    public static void Write(StringBuilder text, Policy policy)
    {
        var rules = policy.Agreements;
        PolicyPrinter.Section(
            text,
            "Before use",
            Enum.GetValues<Tier>(),
            (lines, tier) =>
                PolicyPrinter.Line(
                    lines,
                    $"  {tier}: clauses: {Clauses(rules.Of(tier).Clauses)}; documents: {Documents(rules.Of(tier).Documents, rules.OneOf)}{Sections(rules.Of(tier))}"
                )
        );
        PolicyPrinter.Line(text, $"  decides on a changed clause: {rules.LegalRole ?? "those who approve"}");
        PolicyPrinter.Line(text, $"  accepts the gap of a refused clause: {Accepts(rules.Acceptance)}");
        PolicyPrinter.Line(text, $"  reminders before a document ends: {Days(rules.EvidenceReminderDays)}");
        PolicyPrinter.Line(text, $"  reminders before the last day to give notice: {Days(rules.NoticeReminderDays)}");
    }

    private static string Clauses(ClausesBeforeUse clauses) =>
        clauses switch
        {
            ClausesBeforeUse.NotWaivable => "those that no reviewer can let go",
            ClausesBeforeUse.Key => "those that no reviewer can let go, and the key clauses of its types",
            ClausesBeforeUse.All => "all",
            _ => "none",
        };

    private static string Documents(DocumentsBeforeUse documents, IReadOnlyList<string> oneOf) =>
        documents switch
        {
            DocumentsBeforeUse.OneOf => $"one of {string.Join(", ", oneOf)}",
            DocumentsBeforeUse.All => "all",
            _ => "none",
        };

    private static string Sections(BeforeUseRule rule) =>
        rule.NamesSections ? "; clauses that no reviewer can let go count with their section only" : "";

    private static string Accepts(AcceptanceRules? rules) =>
        rules is null
            ? "nobody"
            : FormattableString.Invariant(
                $"{rules.Role}, for up to {rules.MostDays} days, never of {(rules.Never.Count == 0 ? "none" : string.Join(", ", rules.Never))}; reminders: {Days(rules.ReminderDays)}"
            );

    private static string Days(IReadOnlyList<int> days) => days.Count == 0 ? "none" : $"{string.Join(", ", days)} days before";
}
