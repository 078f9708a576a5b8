namespace SupplierBot.Conversations;

/// <summary>Every journey with everybody on Teams.</summary>
public static class OnTeams
{
    private const string Everybody = "Everybody on Teams";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyOnTeams>;

    [Collection(Everybody)]
    public sealed class Approving(CompanyOnTeams company) : Approvals(company);

    [Collection(Everybody)]
    public sealed class Commanding(CompanyOnTeams company) : Commands(company);

    [Collection(Everybody)]
    public sealed class Agreeing(CompanyOnTeams company) : ConditionsAndContracts(company);

    [Collection(Everybody)]
    public sealed class Clearing(CompanyOnTeams company) : OpenPoints(company);

    [Collection(Everybody)]
    public sealed class Repeating(CompanyOnTeams company) : PressingTwice(company);

    [Collection(Everybody)]
    public sealed class Refusing(CompanyOnTeams company) : RefusedDecisions(company);

    [Collection(Everybody)]
    public sealed class Rejecting(CompanyOnTeams company) : RejectionsAndRevocations(company);

    [Collection(Everybody)]
    public sealed class Restarting(CompanyOnTeams company) : Restarts(company);

    [Collection(Everybody)]
    public sealed class Waiting(CompanyOnTeams company) : Promises(company);

    [Collection(Everybody)]
    public sealed class Using(CompanyOnTeams company) : InUse(company);
}
