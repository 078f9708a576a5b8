namespace SupplierBot.Onboarding;

/// <summary>What follows from the answers and has a name of its own (policy.md §10, "derived facts").</summary>
internal static class DerivedFacts
{
    public static Compiled Compile(string fact, Vocabulary words) => fact switch
    {
        "personal" => Conditions.Any(words.Data, words.Bits(words.Data, "personal", "special", "children", "payment", Choices.NotSure)),
        "crown" => Conditions.Any(words.Data, words.Bits(words.Data, "weights", "training_data")),
        "full_proof" => Conditions.Any(words.Proof, FullProof(words)),
        "no_proof" => Conditions.Only(words.Proof, words.Bits(words.Proof, "none", Choices.NotSure)),
        "organisation.regulated" => words.Policy.OrganisationIsRegulated ? Compiled.Always : Compiled.Never,
        "clause_changed" => new((in Facts facts) => facts.ClauseChanged, 0, true),
        "registered" => Compiled.Never, // the register is asked when the name is typed; answers never say it
        _ => throw new InvalidOperationException($"Unknown fact '{fact}'."),
    };

    public static ulong FullProof(Vocabulary words) => words.Bits(words.Proof, "iso27001", "soc2_type2");

    /// <summary>A free account, and an open licence used for anything but models or data of our own running, count as their online terms.</summary>
    public static Compiled Deal(string deal, Vocabulary words)
    {
        var bit = words.Known(words.Deal, deal);
        if (deal != "online_terms")
        {
            return Conditions.Any(words.Deal, bit);
        }

        var (terms, free, licence) = (words.Deal, bit | words.Bit(words.Deal, "free_account"), words.Bit(words.Deal, "open_licence"));
        return new(
            (in Facts facts) => (facts.Picked(terms) & free) != 0 || ((facts.Picked(terms) & licence) != 0 && !OpenLicence.Stands(facts)),
            (1UL << terms) | (1UL << words.Role) | (1UL << words.Access),
            false);
    }

    public static Compiled FloorApplies(string id, Vocabulary words)
    {
        var bit = 1UL << Position(words.Policy.Floors.Select(floor => floor.Id), id);
        return new((in Facts facts) => (facts.Floors & bit) != 0, 0, true);
    }

    public static Compiled ClauseApplies(string id, Vocabulary words)
    {
        var bit = 1UL << Position(words.Policy.Clauses.Select(clause => clause.Id), id);
        return new((in Facts facts) => (facts.Clauses & bit) != 0, 0, true);
    }

    private static int Position(IEnumerable<string> ids, string id) =>
        ids.ToList().IndexOf(id) is var found and >= 0 ? found : throw new InvalidOperationException($"The policy has no '{id}'.");
}
