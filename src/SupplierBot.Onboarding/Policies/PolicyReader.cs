using System.Security.Cryptography;
using System.Text;
using SupplierBot.Onboarding.Policies.Reading;
using SupplierBot.Onboarding.Risk.Proofs;

namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// Reads a policy text: the policy, or all its faults at once with their lines. A text that is not YAML yields that one fault.
/// </summary>
public static class PolicyReader
{
    public static PolicyReading Read(string text) => Read(text, wasAccepted: false);

    /// <summary>
    /// A text that was accepted before: one that was in force, or the shipped one, which a test reads as a whole. Whether each statement
    /// has an effect takes most of a reading and isn't asked again; nor does a case become unreadable because a later release asks for
    /// more.
    /// </summary>
    public static PolicyReading ReadAccepted(string text) => Read(text, wasAccepted: true);

    private static PolicyReading Read(string text, bool wasAccepted)
    {
        var (root, unreadable) = PolicyTree.Read(text);
        if (unreadable is not null)
        {
            return new PolicyReading.Faulty([unreadable]);
        }

        if (root is null)
        {
            return new PolicyReading.Faulty([new(1, "policy: the text is empty")]);
        }

        var old = FormatOne.Is(root);
        var faults = new PolicyFaults { AllowsDeadStatements = old || wasAccepted };
        var policy = Policy(new PolicyFields(old ? FormatOne.Upgraded(root) : root, "policy", faults), text);
        if (faults.None && !faults.AllowsDeadStatements)
        {
            NoteDeadStatements(policy, faults);
        }

        return faults.None ? new PolicyReading.Accepted(policy) : new PolicyReading.Faulty(faults.All);
    }

    private static void NoteDeadStatements(Policy policy, PolicyFaults faults)
    {
        foreach (var dead in DeadStatements.Of(policy))
        {
            faults.AddDead(faults.LineOf(dead.At), $"{dead.Statement} has no effect: {dead.Why}");
        }
    }

    private static Policy Policy(PolicyFields root, string text)
    {
        var types = TypeSection.Read(root);
        var (pages, questions, terms, facts) = Questions(root, types);
        var headings = root.Texts("headings");
        var roles = RoleSection.Read(root);
        var roleIds = roles.Select(role => role.Id).ToList();
        var floors = TierSection.Floors(root, terms.Answers);
        var clauses = ClauseSection.Read(root, headings, questions, terms.Clauses);
        var checks = AdviceSection.Checks(root, terms.Checks);
        var evidence = RoutineSection.Evidence(root, terms.Clauses);
        var suggested = AdviceSection.Suggestions(
            root,
            terms.Suggestions(floors.Select(floor => floor.Id), clauses.Select(clause => clause.Id))
        );
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
            DerivedFacts = facts,
            Score = ScoreSection.Read(root, questions, terms.Answers),
            Tiers = TierSection.Read(root),
            Floors = floors,
            TierChanges = TierChangeSection.Read(root, roleIds, floors),
            Headings = headings,
            Clauses = clauses,
            Evidence = evidence,
            Agreements = AgreementSection.Read(root, roleIds, clauses, evidence),
            Reviews = RoutineSection.Reviews(root, terms.Reviews),
            Triggers = RoutineSection.Triggers(root, questions),
            Roles = roles,
            Approvals = RoutineSection.Approvals(root, roleIds, terms.Approvals(checks.Select(check => check.Id))),
            Seats = DecisionSection.Seats(root, terms.Clauses, roleIds),
            PlainYesBlocks = DecisionSection.PlainYes(root, terms.PlainYes, questions, [.. suggested.Select(one => one.Id)]),
            Timers = DecisionSection.Timers(root),
            Flags = DecisionSection.Flags(root, terms.Flags(checks.Select(check => check.Id))),
            Checks = checks,
            SuggestedConditions = suggested,
        };
        DerivedFactSection.CheckUse(root, facts, terms);
        UnusedNames.Check(root, policy);
        root.Close();
        return policy;
    }

    private static (IReadOnlyList<QuestionPage>, IReadOnlyList<Question>, SectionTerms, IReadOnlyList<DerivedFact>) Questions(
        PolicyFields root,
        IReadOnlyList<SupplierType> types
    )
    {
        var entries = root.Entries("questions", "question");
        var questions = QuestionSection.Read(root, entries);
        var pages = PageSection.Read(root, entries);
        var terms = new SectionTerms(questions, types.Select(type => type.Id));
        var facts = DerivedFactSection.Read(root, terms);
        var ruled = QuestionSection.WithSkipRules(questions, entries, pages, terms);
        return (pages.Pages, pages.InOrder(ruled), terms, facts);
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
