using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>One rule by itself: a part of the score, a floor, a clause or a parameter, with what it can tell apart.</summary>
/// <param name="Name">"clause AI-TEST".</param>
internal sealed record ProvedRule(string Name, Measure Value, IReadOnlyList<Feature> Features, bool ReadsTier)
{
    public bool Reads(int place) => Features.Any(feature => feature.Place == place);

    public static IEnumerable<ProvedRule> All(PreparedPolicy prepared) => [.. Parts(prepared), .. Floors(prepared), .. Clauses(prepared)];

    public static IEnumerable<ProvedRule> Clauses(PreparedPolicy prepared) =>
        prepared.Clauses.Select(clause => new ProvedRule(
            $"clause {clause.Clause.Id}",
            (in AnswerBits given) => clause.Required(given, prepared.NobodySigns.Holds(given)) ? 1 : 0,
            [
                .. SupplierBot.Onboarding.Risk.Proofs.Features.Of(clause.Clause.When, prepared.Words),
                .. clause.Clause.AppliesToOpenLicence
                    ? []
                    : SupplierBot.Onboarding.Risk.Proofs.Features.Of(new PolicyCondition.Holds(DerivedFact.NobodySigns), prepared.Words),
            ],
            true
        ));

    /// <summary>The value of each clause parameter as its strictness: higher is stricter.</summary>
    public static IEnumerable<ProvedRule> Parameters(PreparedPolicy prepared) =>
        from clause in prepared.Clauses
        from parameter in clause.Clause.ParameterTables.Index()
        let strictness = new Strictness(parameter.Item)
        select new ProvedRule(
            $"`{parameter.Item.Name}` of clause {clause.Clause.Id}",
            (in AnswerBits given) => strictness.Of(clause.Value(parameter.Index, given.Tier ?? Tier.Low, given)),
            [.. parameter.Item.Overrides.SelectMany(change => SupplierBot.Onboarding.Risk.Proofs.Features.Of(change.When, prepared.Words))],
            true
        );

    private static IEnumerable<ProvedRule> Floors(PreparedPolicy prepared) =>
        prepared.Policy.Floors.Select(
            (floor, index) =>
                new ProvedRule(
                    $"floor {floor.Id}",
                    (in AnswerBits given) => prepared.Floors[index].Holds(given) ? 1 : 0,
                    [.. SupplierBot.Onboarding.Risk.Proofs.Features.Of(floor.When, prepared.Words)],
                    false
                )
        );

    private static IEnumerable<ProvedRule> Parts(PreparedPolicy prepared) =>
        prepared.Score.Select(part => new ProvedRule(
            $"the points for {part.Rule.Id}",
            (in AnswerBits given) => part.Points(given),
            [.. SupplierBot.Onboarding.Risk.Proofs.Features.Of(part, prepared.Words)],
            false
        ));
}
