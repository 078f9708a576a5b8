using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Names in the story of a case. They are sealed as if they were not there: whether they were taken out by hand makes no difference.</summary>
internal static class SealedHistoryNames
{
    public static IReadOnlyList<HistoryLine> TakenOut(Case current)
    {
        // Longer ones first: one may be part of another.
        var names = People(current).Select(person => person.Name).Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToList();
        return [.. current.History.Select(line => line with { Words = names.Aggregate(line.Words, (words, name) => words.Replace(name, "", StringComparison.Ordinal)) })];
    }

    private static IEnumerable<Person> People(Case current)
    {
        IEnumerable<Person?> all =
        [
            current.Requester, current.Owner, current.Claim?.By, current.Decision?.By, current.Offboarding?.By, current.Offboarding?.ReportedBy, current.Offboarding?.EndedBy,
            .. current.Approvals.Select(approval => approval.By), .. current.ResolvedPoints.Select(settled => settled.By), .. current.Changes.Select(change => change.By), .. current.Notifications.Select(notifications => notifications.To),
            .. current.InformationRequests.SelectMany(informationRequest => new[] { informationRequest.By, informationRequest.AnsweredBy }),
            .. current.Conditions.SelectMany(condition => new[] { condition.Owner, condition.SetBy, condition.ReportedBy, condition.ConfirmedBy }),
        ];
        return all.OfType<Person>();
    }
}
