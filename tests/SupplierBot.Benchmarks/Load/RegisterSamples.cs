using SupplierBot.Benchmarks.Core;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Benchmarks.Load;

/// <summary>
/// A register of any size with a case behind each entry; the numbers and names are those of <see cref="FilledRegister"/>.
/// </summary>
internal static class RegisterSamples
{
    public static readonly DateTimeOffset At = new(2026, 12, 3, 14, 5, 0, TimeSpan.Zero);
    public static readonly Person Sam = new(new("teams:sam"), "Sam Security");
    private static readonly IReadOnlyList<Case> Cases =
    [
        .. new[] { Samples.Simple, Samples.Hard }.Select(supplier => Approved(Samples.AnswersOf(supplier))),
    ];

    /// <summary>An easy one and a hard one in turn, each approved with every contract point agreed and every document checked.</summary>
    public static async IAsyncEnumerable<SupplierRecord> Records(int size)
    {
        for (var number = 1; number <= size; number++)
            yield return RecordOf(number);
        await Task.CompletedTask;
    }

    /// <summary>A register entry and the case behind it, each with its own number.</summary>
    public static SupplierRecord RecordOf(int number)
    {
        var current = Cases[number % Cases.Count];
        var entry = EntryOf(current, number);
        return new(entry, current with { Id = entry.CaseId, EntryId = entry.Id }, Samples.Policy);
    }

    private static Case Approved(Answers answers)
    {
        var assessment = Assessor.Assess(Samples.Policy, answers);
        return new()
        {
            Id = "REQ-2026-0001",
            Version = 4,
            ContentVersion = 1,
            Status = CaseStatus.Approved,
            Requester = Sam,
            Owner = Sam,
            Answers = answers,
            Assessment = assessment,
            Clauses =
            [
                .. assessment.Clauses.Select(clause => new ClauseItem(clause.Id, ClauseState.Agreed)
                {
                    Document = "MSA",
                    Version = "v3",
                    Section = "§ 4",
                    By = Sam,
                    At = At,
                }),
            ],
            Evidence =
            [
                .. assessment.Evidence.Select(
                    (kind, index) =>
                        new EvidenceRecord(index + 1, kind.Id, Sam, At)
                        {
                            Issuer = "Their auditor",
                            Expires = new(2027, 11, 30),
                            Verdict = EvidenceVerdict.Sufficient,
                            JudgedBy = Sam,
                            JudgedAt = At,
                        }
                ),
            ],
            Approvals = [new(Sam, "security", At, false, ContractTerms.Agreed, "MSA v3", [], "There is no other.")],
            Decision = new(CaseStatus.Approved, Sam, At, "There is no other."),
            PolicyHash = Samples.Policy.Hash,
            PolicyApproval = "the CISO",
            SubmittedAt = At,
            DueAt = At,
            EntryId = "SUP-0001",
            EventCount = 2,
            ChainHead = HashChain.Start,
        };
    }

    private static RegisterEntry EntryOf(Case current, int number) =>
        new()
        {
            Id = CaseStore.EntryId(number),
            Supplier = FilledRegister.NameOf(number - 1),
            Service = "Business plan",
            Website = "example.com",
            Purpose = current.Answers.One("purpose") ?? "",
            Status = EntryStatus.Active,
            Owner = Sam,
            Type = current.Assessment.Type,
            Types = current.Assessment.Types,
            Tier = current.Assessment.Tier,
            Score = current.Assessment.Score,
            Data = current.Answers.Picked("data"),
            CaseId = CaseStore.CaseId(2020, number),
            PolicyVersion = current.Assessment.PolicyVersion,
            NextReview = new(2027, 12, 3),
            ChangedAt = At,
        };
}
