namespace SupplierBot.Onboarding.Risk;

/// <summary>What follows from the answers and has a name of its own (Policies/README.md "Derived facts").</summary>
internal static class DerivedFacts
{
    public static CompiledPolicyCondition Compile(string name, QuestionIndex words) => name switch
    {
        "personal" => PolicyConditionCompiler.Any(words.Data, words.Bits(words.Data, "personal", "special", "children", "payment", Choices.NotSure)),
        "crown" => PolicyConditionCompiler.Any(words.Data, words.Bits(words.Data, "weights", "training_data")),
        "full_proof" => PolicyConditionCompiler.Any(words.Proof, FullProof(words)),
        "no_proof" => PolicyConditionCompiler.Only(words.Proof, words.Bits(words.Proof, "none", Choices.NotSure)),
        "organisation.regulated" => words.Policy.OrganisationIsRegulated ? CompiledPolicyCondition.Always : CompiledPolicyCondition.Never,
        "clause_changed" => new((in AnswerBits given) => given.ClauseChanged, 0, true),
        "registered" => CompiledPolicyCondition.Never, // the register is asked when the name is typed; answers never say it
        _ => throw new InvalidOperationException($"Unknown fact '{name}'."),
    };

    public static ulong FullProof(QuestionIndex words) => words.Bits(words.Proof, "iso27001", "soc2_type2");

    /// <summary>A free account, and an open licence used for anything but models or data of our own running, count as their online terms.</summary>
    public static CompiledPolicyCondition Deal(string deal, QuestionIndex words)
    {
        var bit = words.Known(words.Deal, deal);
        if (deal != "online_terms")
        {
            return PolicyConditionCompiler.Any(words.Deal, bit);
        }

        var (terms, free, licence) = (words.Deal, bit | words.Bit(words.Deal, "free_account"), words.Bit(words.Deal, "open_licence"));
        return new(
            (in AnswerBits given) => (given.Picked(terms) & free) != 0 || ((given.Picked(terms) & licence) != 0 && !OpenLicence.Stands(given)),
            (1UL << terms) | (1UL << words.Role) | (1UL << words.Access),
            false);
    }

    public static CompiledPolicyCondition FloorApplies(string id, QuestionIndex words)
    {
        var bit = 1UL << Position(words.Policy.Floors.Select(floor => floor.Id), id);
        return new((in AnswerBits given) => (given.Floors & bit) != 0, 0, true);
    }

    public static CompiledPolicyCondition ClauseApplies(string id, QuestionIndex words)
    {
        var bit = 1UL << Position(words.Policy.Clauses.Select(clause => clause.Id), id);
        return new((in AnswerBits given) => (given.Clauses & bit) != 0, 0, true);
    }

    private static int Position(IEnumerable<string> ids, string id) =>
        ids.ToList().IndexOf(id) is var found and >= 0 ? found : throw new InvalidOperationException($"The policy has no '{id}'.");
}
