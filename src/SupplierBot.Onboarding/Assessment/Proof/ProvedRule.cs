namespace SupplierBot.Onboarding;

/// <summary>One rule by itself: a part of the score, a floor, a clause or a parameter, with what it can tell apart.</summary>
/// <param name="Name">"clause AI-TEST".</param>
internal sealed record ProvedRule(string Name, Measure Value, IReadOnlyList<Feature> Features, bool ReadsTier)
{
    public bool Reads(int place) => Features.Any(feature => feature.Place == place);

    public static IEnumerable<ProvedRule> All(PreparedPolicy prepared) => [.. Parts(prepared), .. Floors(prepared), .. Clauses(prepared)];

    public static IEnumerable<ProvedRule> Clauses(PreparedPolicy prepared) =>
        prepared.Clauses.Select(clause => new ProvedRule(
            $"clause {clause.Clause.Id}",
            (in Facts facts) => clause.Required(facts, OpenLicence.Stands(facts)) ? 1 : 0,
            [.. SupplierBot.Onboarding.Features.Of(clause.Clause.When, prepared.Words), .. clause.Clause.AppliesToOpenLicence ? [] : SupplierBot.Onboarding.Features.OpenLicence(prepared.Words)],
            true));

    /// <summary>The value of each clause parameter as its strictness: higher is stricter.</summary>
    public static IEnumerable<ProvedRule> Parameters(PreparedPolicy prepared) =>
        from clause in prepared.Clauses
        from parameter in clause.Clause.ParameterTables.Index()
        let strictness = new Strictness(parameter.Item)
        select new ProvedRule(
            $"`{parameter.Item.Name}` of clause {clause.Clause.Id}",
            (in Facts facts) => strictness.Of(clause.Value(parameter.Index, facts.Tier ?? Tier.Low, facts)),
            [.. parameter.Item.Overrides.SelectMany(change => SupplierBot.Onboarding.Features.Of(change.When, prepared.Words))],
            true);

    private static IEnumerable<ProvedRule> Floors(PreparedPolicy prepared) =>
        prepared.Policy.Floors.Select((floor, index) => new ProvedRule(
            $"floor {floor.Id}",
            (in Facts facts) => prepared.Floors[index].Holds(facts) ? 1 : 0,
            [.. SupplierBot.Onboarding.Features.Of(floor.When, prepared.Words)],
            false));

    private static IEnumerable<ProvedRule> Parts(PreparedPolicy prepared)
    {
        var (words, points) = (prepared.Words, prepared.Points);
        return
        [
            Part(prepared, "data", (in Facts facts) => Scoring.Data(points, facts), words.Data, words.Volume),
            Part(prepared, "access", (in Facts facts) => Scoring.Access(points, facts), words.Access),
            Part(prepared, "stop", (in Facts facts) => Scoring.Stop(points, facts), words.Stop),
            Part(prepared, "replace", (in Facts facts) => Scoring.Replace(points, facts), words.Stop, words.Replace),
            Part(prepared, "ai", (in Facts facts) => Scoring.Ai(points, facts), words.Data, words.Training, words.Effects),
            Part(prepared, "others", (in Facts facts) => Scoring.Others(points, facts), words.Data, words.Effects, words.Others),
            Part(prepared, "where", (in Facts facts) => Scoring.Where(points, facts), words.Data, words.Where),
            Part(prepared, "proof", (in Facts facts) => Scoring.Proof(points, facts), words.Data, words.Access, words.Stop, words.Proof),
        ];
    }

    private static ProvedRule Part(PreparedPolicy prepared, string name, Measure points, params int[] places) => new(
        $"the points for {name}",
        points,
        [.. SupplierBot.Onboarding.Features.OfScore(prepared.Points, prepared.Words).Where(feature => places.Contains(feature.Place))],
        false);
}
