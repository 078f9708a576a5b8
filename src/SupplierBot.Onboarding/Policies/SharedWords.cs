namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// What two versions both have is called as the newer one calls it. A question that got another name is one line then, and not one more in
/// every condition that asks for it.
/// </summary>
internal static class SharedWords
{
    public static Policy Of(Policy old, Policy changed) =>
        old with
        {
            Types = Each(old.Types, changed.Types, type => type.Id, (type, now) => type with { Words = now.Words }),
            Questions = Each(old.Questions, changed.Questions, question => question.Id, Question),
            DerivedFacts = Each(old.DerivedFacts, changed.DerivedFacts, fact => fact.Id, (fact, now) => fact with { Words = now.Words }),
            Floors = Each(old.Floors, changed.Floors, floor => floor.Id, (floor, now) => floor with { Words = now.Words }),
            Clauses = Each(old.Clauses, changed.Clauses, clause => clause.Id, (clause, now) => clause with { Title = now.Title }),
        };

    private static Question Question(Question question, Question now) =>
        question with
        {
            Label = now.Label,
            Choices = Each(question.Choices, now.Choices, choice => choice.Id, (choice, same) => choice with { Words = same.Words }),
        };

    private static IReadOnlyList<T> Each<T>(IReadOnlyList<T> old, IReadOnlyList<T> changed, Func<T, string> id, Func<T, T, T> renamed)
        where T : class => [.. old.Select(one => changed.FirstOrDefault(same => id(same) == id(one)) is { } now ? renamed(one, now) : one)];
}
