using System.Security.Cryptography;
using System.Text;
using SupplierBot.Onboarding.Policies.Reading;

namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// Reads a policy text: the policy, or all its faults at once with their lines. A text that is not YAML yields that one fault.
/// </summary>
public static class PolicyReader
{
    public static PolicyReading Read(string text)
    {
        var faults = new PolicyFaults();
        return PolicyTree.Read(text) switch
        {
            { Fault: { } fault } => new PolicyReading.Faulty([fault]),
            { Root: { } root } when Policy(new PolicyFields(root, "policy", faults), text) is var policy && faults.None =>
                new PolicyReading.Accepted(policy),
            { Root: not null } => new PolicyReading.Faulty(faults.All),
            _ => new PolicyReading.Faulty([new(1, "policy: the text is empty")]),
        };
    }

    private static Policy Policy(PolicyFields root, string text)
    {
        var types = TypeSection.Read(root);
        var (pages, questions, words) = Questions(root, types);
        var headings = root.Texts("headings");
        var roles = root.Texts("roles");
        var floors = TierSection.Floors(root, words.Answers);
        var clauses = ClauseSection.Read(root, headings, questions, words.Clauses);
        var policy = new Policy
        {
            Version = root.Text("version"),
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            ApprovedBy = root.Text("approved_by"),
            ApprovedOn = root.Date("approved_on"),
            OrganisationIsRegulated = OrganisationIsRegulated(root),
            Types = types,
            Pages = pages,
            Questions = questions,
            DerivedFacts = DerivedFactSection.Read(root),
            Score = ScoreSection.Read(root, questions),
            Tiers = TierSection.Read(root),
            Floors = floors,
            TierChanges = TierChangeSection.Read(root, roles, floors),
            Headings = headings,
            Clauses = clauses,
            Evidence = RoutineSection.Evidence(root, words.Clauses),
            Reviews = RoutineSection.Reviews(root),
            Triggers = RoutineSection.Triggers(root),
            Roles = roles,
            Approvals = RoutineSection.Approvals(root, roles, words.Approvals),
            Checks = AdviceSection.Checks(root, words.Checks),
            SuggestedConditions = AdviceSection.Suggestions(
                root,
                words.Suggestions(floors.Select(floor => floor.Id), clauses.Select(clause => clause.Id))
            ),
        };
        root.Close();
        return policy;
    }

    private static (IReadOnlyList<QuestionPage> Pages, IReadOnlyList<Question> Questions, SectionTerms Words) Questions(
        PolicyFields root,
        IReadOnlyList<SupplierType> types
    )
    {
        var entries = root.Entries("questions", "question");
        var questions = QuestionSection.Read(root, entries);
        var pages = PageSection.Read(root, entries);
        var words = new SectionTerms(questions, types.Select(type => type.Id));
        var ruled = QuestionSection.WithSkipRules(questions, entries, pages, words.Answers);
        return (pages.Pages, pages.InOrder(ruled), words);
    }

    private static bool OrganisationIsRegulated(PolicyFields root)
    {
        if (root.Section("organisation", "organisation") is not { } organisation)
        {
            return false;
        }

        var regulated = organisation.Flag("regulated");
        organisation.Close();
        return regulated;
    }
}

/// <summary>What came of reading a policy text: the policy, or everything that is wrong with it.</summary>
public abstract record PolicyReading
{
    private PolicyReading() { }

    public sealed record Accepted(Policy Policy) : PolicyReading;

    /// <param name="Faults">In the order of the lines; never empty.</param>
    public sealed record Faulty(IReadOnlyList<PolicyFault> Faults) : PolicyReading;
}

/// <param name="Line">1-based line of the policy text.</param>
/// <param name="Message">Where, what, and the nearest valid id: "clause AI-TEST: unknown choice `effects has customer_see`; did you mean
/// `customers_see`?".</param>
public sealed record PolicyFault(int Line, string Message)
{
    public override string ToString() => $"line {Line}: {Message}";
}
