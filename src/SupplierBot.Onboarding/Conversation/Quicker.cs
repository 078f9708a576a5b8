namespace SupplierBot.Onboarding;

/// <summary>
/// "This could make it quicker": what the result would be if the person found out or changed something. Only things a person can really
/// change or find out, never what would teach people to answer smaller (design.md §12).
/// </summary>
internal static class Quicker
{
    private const int Most = 2;
    private static readonly (string Question, string Better)[] Chances =
        [("training", "no"), ("others", "listed"), ("proof", "iso27001"), ("replace", "days"), ("where", "uk_eea")];

    public static IReadOnlyList<string> Lines(Answers answers, Assessment now, Policy policy, Context context) =>
        [.. Chances
            .Where(chance => Open(chance.Question, chance.Better, answers, policy))
            .Select(chance => (chance.Question, Then: Assessor.Assess(policy, answers.With(chance.Question, chance.Better))))
            .Where(pair => pair.Then.Tier < now.Tier)
            .Take(Most)
            .Select(pair => Words(pair.Question, now.Tier, pair.Then.Tier, policy, context))];

    /// <summary>A place is found out, never changed, for the sake of the result.</summary>
    private static bool Open(string question, string better, Answers answers, Policy policy) =>
        Skips.Asked(policy, question, answers) && !answers.Has(question, better) && (question != "where" || answers.Has(question, "not_sure"));

    private static string Words(string question, Tier now, Tier then, Policy policy, Context context) => context.Wording.Fill(
        $"quicker.{question}",
        ("then", policy.TierLine(then).Title),
        ("now", policy.TierLine(now).Title),
        ("sooner", Due(then, policy, context)),
        ("due", Due(now, policy, context)));

    private static string Due(Tier tier, Policy policy, Context context) => Dates.Day(context.Calendar.DueAfter(context.Now, policy.TierLine(tier).WorkingDays), context);
}
