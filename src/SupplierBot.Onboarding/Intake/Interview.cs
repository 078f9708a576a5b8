namespace SupplierBot.Onboarding;

/// <summary>Where an intake stands: found by replaying the answers through the pages, never by a stored index.</summary>
public abstract record Standing
{
    private Standing() { }

    public sealed record Asking(QuestionPage Page) : Standing;
    public sealed record Complete(Answers Answers) : Standing;
}

public static class Interview
{
    /// <summary>The first page with a gap, or all that was asked. Answers to questions that are skipped now are left out, and kept in the draft.</summary>
    public static Standing Replay(Policy policy, Answers answers)
    {
        var asked = Skips.Reachable(policy, answers).ToHashSet(StringComparer.Ordinal);
        foreach (var page in Pages(policy, answers))
        {
            if (page.Questions.Any(id => asked.Contains(id) && !Answered(policy.Question(id), answers))) return new Standing.Asking(page);
        }
        return new Standing.Complete(answers.Ids.Where(id => !asked.Contains(id) && policy.Questions.Any(question => question.Id == id)).Aggregate(answers, (kept, id) => kept.Without(id)));
    }

    /// <summary>The pages that these answers lead through, as far as they go; a page vanishes when all its questions skip.</summary>
    public static IReadOnlyList<QuestionPage> Pages(Policy policy, Answers answers)
    {
        var asked = Skips.Reachable(policy, answers).ToHashSet(StringComparer.Ordinal);
        return [.. policy.Pages.Where(page => page.Questions.Any(asked.Contains))];
    }

    /// <summary>A choice that the policy does not have any more counts as a gap.</summary>
    private static bool Answered(Question question, Answers answers) =>
        !question.Required || (answers.Answered(question.Id) && (!question.IsChoice || answers.Picked(question.Id).All(id => question.Choice(id) is not null)));
}
