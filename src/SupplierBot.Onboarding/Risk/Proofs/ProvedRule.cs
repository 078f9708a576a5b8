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
            (in AnswerBits given) => clause.Required(given, OpenLicence.Stands(given)) ? 1 : 0,
            [
                .. SupplierBot.Onboarding.Risk.Proofs.Features.Of(clause.Clause.When, prepared.Words),
                .. clause.Clause.AppliesToOpenLicence ? [] : SupplierBot.Onboarding.Risk.Proofs.Features.OpenLicence(prepared.Words),
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

    private static IEnumerable<ProvedRule> Parts(PreparedPolicy prepared)
    {
        var (words, points) = (prepared.Words, prepared.Points);
        return
        [
            Part(prepared, "data", (in AnswerBits given) => Scoring.Data(points, given), words.Data, words.Volume),
            Part(prepared, "access", (in AnswerBits given) => Scoring.Access(points, given), words.Access),
            Part(prepared, "stop", (in AnswerBits given) => Scoring.Stop(points, given), words.Stop),
            Part(prepared, "replace", (in AnswerBits given) => Scoring.Replace(points, given), words.Stop, words.Replace),
            Part(prepared, "ai", (in AnswerBits given) => Scoring.Ai(points, given), words.Data, words.Training, words.Effects),
            Part(prepared, "others", (in AnswerBits given) => Scoring.Others(points, given), words.Data, words.Effects, words.Others),
            Part(prepared, "where", (in AnswerBits given) => Scoring.Where(points, given), words.Data, words.Where),
            Part(
                prepared,
                "proof",
                (in AnswerBits given) => Scoring.Proof(points, given),
                words.Data,
                words.Access,
                words.Stop,
                words.Proof
            ),
        ];
    }

    private static ProvedRule Part(PreparedPolicy prepared, string name, Measure points, params int[] places) =>
        new(
            $"the points for {name}",
            points,
            [
                .. SupplierBot
                    .Onboarding.Risk.Proofs.Features.OfScore(prepared.Points, prepared.Words)
                    .Where(feature => places.Contains(feature.Place)),
            ],
            false
        );
}
