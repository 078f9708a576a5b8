using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <param name="At">The condition that decides about it, or the one nearest to it.</param>
/// <param name="Statement">"clause INC: line 2 of `because`".</param>
internal sealed record DeadStatement(PolicyCondition At, string Statement, string Why);

/// <summary>
/// Statements that can never have an effect, whatever is answered: a condition that never holds, and a line that never shows because one
/// above it always does. Found by trying everything that the conditions can tell apart.
/// </summary>
internal sealed class DeadStatements
{
    private const string NeverHolds = "no answers make it hold";
    private const string NeverFirst = "no answers make it hold where those above it don't";

    private readonly PreparedPolicy prepared;
    private readonly AnswerSamples samples;
    private readonly List<DeadStatement> found = [];

    private DeadStatements(PreparedPolicy prepared) => (this.prepared, samples) = (prepared, new(prepared));

    public static IReadOnlyList<DeadStatement> Of(Policy policy)
    {
        var dead = new DeadStatements(PreparedPolicy.Of(policy));
        dead.Answers(policy);
        dead.Decisions(policy);
        dead.Agreements(policy);
        foreach (var clause in dead.prepared.Clauses)
        {
            dead.Clause(clause);
        }

        return dead.found;
    }

    private void Answers(Policy policy)
    {
        foreach (var fact in policy.DerivedFacts)
        {
            Holds(fact.When, $"fact {fact.Id}");
        }

        foreach (var question in policy.Questions.Where(question => question.SkipWhen is not null))
        {
            Holds(question.SkipWhen, $"question {question.Id}: `skip_when`");
            Holds(new PolicyCondition.Not(question.SkipWhen!), $"question {question.Id}", question.SkipWhen, "it is never asked");
        }

        foreach (var part in policy.Score)
        {
            Holds(part.When, $"score {part.Id}");
            foreach (var term in part.Terms)
            {
                Holds(term.When, $"score {part.Id}, {term.Question}");
            }
        }

        foreach (var floor in policy.Floors)
        {
            if (Holds(floor.When, $"floor {floor.Id}") && Above(floor, policy) is { } other)
            {
                found.Add(new(floor.When, $"floor {floor.Id}", $"wherever it holds, floor {other.Id} sets {other.Minimum} anyway"));
            }
        }
    }

    /// <summary>
    /// Another floor that is at least as high and always applies with this one; of two that say the same, the first is it.
    /// </summary>
    private Floor? Above(Floor floor, Policy policy) =>
        policy
            .Floors.Index()
            .Where(other => other.Item != floor && other.Item.Minimum >= floor.Minimum && Always(floor, other.Item))
            .Where(other =>
                other.Item.Minimum > floor.Minimum || other.Index < policy.Floors.ToList().IndexOf(floor) || !Always(other.Item, floor)
            )
            .Select(other => other.Item)
            .FirstOrDefault();

    private bool Always(Floor floor, Floor other) => !Any(new PolicyCondition.And(floor.When, new PolicyCondition.Not(other.When)));

    private void Decisions(Policy policy)
    {
        foreach (var rule in policy.Evidence)
        {
            Holds(rule.When, $"evidence {rule.Id}");
        }

        foreach (var rule in policy.Approvals)
        {
            Holds(rule.When, $"approvals, {rule.Tier}: the seat of {rule.Role}");
        }

        foreach (var role in policy.Seats.Notified)
        {
            Holds(role.When, $"seat_exceptions: notified {role.Role}");
        }

        foreach (var block in policy.PlainYesBlocks)
        {
            Holds(block.When, "no_plain_yes");
        }

        foreach (var flag in policy.Flags)
        {
            Holds(flag.When, $"flag {flag.Id}");
        }

        foreach (var check in policy.Checks.Where(check => !Asks(check.When, "registered")))
        {
            Holds(check.When, $"check {check.Id}");
        }

        foreach (var suggestion in policy.SuggestedConditions)
        {
            Holds(suggestion.When, $"suggested condition {suggestion.Id}");
        }

        Holds(policy.Reviews.HalvedWhen, "reviews: `halved_when`");
    }

    private void Agreements(Policy policy)
    {
        var asking = policy.Agreements.Tiers.Where(rule => rule.Documents == DocumentsBeforeUse.OneOf).ToList();
        foreach (var rule in policy.Evidence.Where(rule => asking.Count > 0 && policy.Agreements.OneOf.Contains(rule.Id)))
        {
            if (!asking.Exists(tier => Any(And(rule.When, At(tier.Tier))!)))
            {
                found.Add(
                    new(rule.When, $"agreements: `one_of` {rule.Id}", "no tier that asks for one of several documents asks for this one")
                );
            }
        }

        foreach (var tier in policy.Agreements.Tiers.Where(rule => rule.NamesSections))
        {
            var fixedThere = policy.Clauses.Where(clause => clause.NotWaivableWhen is not null).ToList();
            if (fixedThere.Count > 0 && !fixedThere.Exists(clause => Any(And(And(clause.When, clause.NotWaivableWhen), At(tier.Tier))!)))
            {
                found.Add(
                    new(
                        fixedThere[0].NotWaivableWhen!,
                        $"agreements, before_use, {tier.Tier}: `sections`",
                        "no clause of that tier is beyond what a reviewer can let go"
                    )
                );
            }
        }
    }

    private static PolicyCondition At(Tier tier) => new PolicyCondition.Is("tier", tier.ToString());

    private void Clause(PreparedClause prepared)
    {
        var clause = prepared.Clause;
        if (!Holds(clause.When, $"clause {clause.Id}"))
        {
            return;
        }

        Holds(And(clause.When, clause.NotWaivableWhen), $"clause {clause.Id}: `not_waivable`", clause.NotWaivableWhen);
        First(clause, "because", [.. clause.Because.Select(reason => reason.When)]);
        First(clause, "text", [.. clause.Text.Select(variant => variant.When)]);
        First(clause, "plain", [.. clause.Plain.Select(variant => variant.When)]);
        foreach (var table in clause.ParameterTables)
        {
            First(clause, $"{table.Name}, unless", [.. table.Overrides.Select(change => Override(change))]);
        }
    }

    /// <summary>Whether the condition can hold; noted where it can't.</summary>
    private bool Holds(PolicyCondition? condition, string statement, PolicyCondition? at = null, string why = NeverHolds)
    {
        if (condition is null || Any(condition))
        {
            return true;
        }

        found.Add(new(at ?? condition, statement, why));
        return false;
    }

    /// <summary>Each line must be the first that holds for somebody.</summary>
    private void First(Clause clause, string list, IReadOnlyList<PolicyCondition?> lines)
    {
        PolicyCondition? above = clause.When;
        foreach (var (index, line) in lines.Index())
        {
            if (line is not null && !Any(And(above, line)!))
            {
                found.Add(new(At(line), $"clause {clause.Id}: line {index + 1} of `{list}`", NeverFirst));
            }

            above = line is null ? above : And(above, new PolicyCondition.Not(line));
        }
    }

    private bool Any(PolicyCondition condition) => samples.CanHold(condition);

    private static PolicyCondition? And(PolicyCondition? left, PolicyCondition? right) =>
        left is null ? right
        : right is null ? null
        : new PolicyCondition.And(left, right);

    private static PolicyCondition Override(ParameterOverride change) =>
        change.Tier is { } tier ? new PolicyCondition.And(change.When, new PolicyCondition.Is("tier", tier.ToString())) : change.When;

    /// <summary>The condition as it was written: an override is joined with its tier.</summary>
    private static PolicyCondition At(PolicyCondition line) =>
        line is PolicyCondition.And { Right: PolicyCondition.Is { Subject: "tier" } } and ? and.Left : line;

    private static bool Asks(PolicyCondition? condition, string subject) =>
        condition is not null && PolicyConditionSubjects.Of(condition).Contains(subject);
}
