using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>One supplier of the register with everything that its lines on the sheets say.</summary>
internal sealed class SupplierLine(SupplierRecord record, RegisterContext file)
{
    public SupplierRecord Record => record;
    public RegisterEntry Entry => record.Entry;
    public Case? Case => record.Case;
    public Policy? Policy => record.Policy;
    public RegisterContext File => file;
    public Wording Wording => file.Wording;

    /// <summary>As it is today.</summary>
    public EntryStatus Status => Entry.StatusOn(file.Today);

    /// <summary>What the file said that it was imported from; null where somebody assessed it, or asks for it.</summary>
    public ImportedLine? Legacy => Entry.Status == EntryStatus.Legacy ? Entry.Imported : null;

    public bool MayBeUsed => Status.MayBeUsed();

    /// <summary>One for each contract point that is required; open where the bot doesn't keep how far it is agreed.</summary>
    public IEnumerable<ContractPointLine> ContractPoints() =>
        Case?.Assessment.Clauses.Select(clause => new ContractPointLine(
            this,
            clause,
            Case.Clauses?.FirstOrDefault(item => item.Clause == clause.Id)
        ))
        ?? [];

    /// <summary>What was added; then what is required and missing, as long as somebody could still use the supplier.</summary>
    public IEnumerable<DocumentLine> Documents() =>
        Case is null
            ? []
            :
            [
                .. Case.Evidence.Select(document => new DocumentLine(this, document.Kind, document)),
                .. Case
                    .Assessment.Evidence.Where(required =>
                        (Case.IsOpen || Case is { IsApproved: true, Offboarding: null, Merge: null })
                        && Case.Evidence.All(document => document.Kind != required.Id)
                    )
                    .Select(required => new DocumentLine(this, required.Id, null)),
            ];

    public IEnumerable<ConditionLine> Conditions() => Case?.Conditions.Select(condition => new ConditionLine(this, condition)) ?? [];

    /// <summary>Every decision, oldest first.</summary>
    public IEnumerable<ReviewLine> Reviews() =>
        (Case is null ? record.Earlier : record.Earlier.Append(Case))
            .Where(one => one.Decision is not null)
            .Select(one => new ReviewLine(this, one, IsCurrent: ReferenceEquals(one, Case)));
}

/// <param name="Item">Null where the bot doesn't keep how far it is agreed.</param>
internal sealed record ContractPointLine(SupplierLine Supplier, RequiredClause Clause, ClauseItem? Item);

/// <param name="Document">Null for one that is required and missing.</param>
internal sealed record DocumentLine(SupplierLine Supplier, string Kind, EvidenceRecord? Document);

internal sealed record ConditionLine(SupplierLine Supplier, ApprovalCondition Condition);

/// <param name="IsCurrent">It is the case behind the register entry.</param>
internal sealed record ReviewLine(SupplierLine Supplier, Case Case, bool IsCurrent);
