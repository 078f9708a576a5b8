namespace SupplierBot.Onboarding;

/// <summary>Names in the story of a case. They are sealed as if they were not there: whether they were taken out by hand makes no difference.</summary>
internal static class SealedNames
{
    public static IReadOnlyList<Happening> TakenOut(Case current)
    {
        // Longer ones first: one may be part of another.
        var names = People(current).Select(person => person.Name).Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToList();
        return [.. current.Story.Select(line => line with { Words = names.Aggregate(line.Words, (words, name) => words.Replace(name, "", StringComparison.Ordinal)) })];
    }

    private static IEnumerable<Person> People(Case current)
    {
        IEnumerable<Person?> all =
        [
            current.Requester, current.Owner, current.Claim?.By, current.Decision?.By, current.Leaving?.By, current.Leaving?.ReportedBy, current.Leaving?.EndedBy,
            .. current.Approvals.Select(approval => approval.By), .. current.Settlements.Select(settled => settled.By), .. current.Changes.Select(change => change.By), .. current.Told.Select(told => told.To),
            .. current.Enquiries.SelectMany(enquiry => new[] { enquiry.By, enquiry.AnsweredBy }),
            .. current.Conditions.SelectMany(condition => new[] { condition.Owner, condition.SetBy, condition.ReportedBy, condition.ConfirmedBy }),
        ];
        return all.OfType<Person>();
    }
}
