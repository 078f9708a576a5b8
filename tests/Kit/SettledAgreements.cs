using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot;

/// <summary>Everything that use needs beside the yes: for tests of what happens to a supplier in use, whatever its tier asks for.</summary>
internal static class SettledAgreements
{
    public const string Contract = "MSA v3";

    /// <summary>Every clause agreed with its section, every document that is needed found enough, without an end.</summary>
    public static Case Settled(this Case current, Person by, DateTimeOffset at)
    {
        var needs = current.Requirements ?? throw new InvalidOperationException($"{current.Id} was sent before the bot kept agreements.");
        var documents = needs.Documents.Concat(needs.OneOf.Take(1));
        return current with
        {
            Clauses =
            [
                .. (current.Clauses ?? []).Select(
                    (item, index) =>
                        item.IsSettled && item.Section.Length > 0
                            ? item
                            : item with
                            {
                                State = ClauseState.Agreed,
                                Document = Contract,
                                Section = $"§ {index + 1}",
                                By = by,
                                At = at,
                            }
                ),
            ],
            Evidence = [.. documents.Select((kind, index) => Enough(index + 1, kind, by, at))],
        };
    }

    public static EvidenceRecord Enough(int number, string kind, Person by, DateTimeOffset at) =>
        new(number, kind, by, at)
        {
            Issuer = "Their auditor",
            Verdict = EvidenceVerdict.Sufficient,
            JudgedBy = by,
            JudgedAt = at,
        };
}
