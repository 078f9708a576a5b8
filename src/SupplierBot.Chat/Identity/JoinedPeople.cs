using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Identity;

/// <summary>Accounts by person: lists that share an account are one person's.</summary>
internal sealed class JoinedPeople
{
    private readonly List<IReadOnlyList<PersonId>> people = [];

    public JoinedPeople(IEnumerable<IReadOnlyList<PersonId>> accounts)
    {
        foreach (var ids in accounts)
            Add(ids);
    }

    public IReadOnlyList<IReadOnlyList<PersonId>> All => [.. people.Where(ids => ids.Count > 1)];

    public void Add(IReadOnlyList<PersonId> ids)
    {
        var touched = people.Where(known => known.Intersect(ids).Any()).ToList();
        people.RemoveAll(touched.Contains);
        people.Add([.. touched.SelectMany(known => known).Concat(ids).Distinct()]);
    }
}
