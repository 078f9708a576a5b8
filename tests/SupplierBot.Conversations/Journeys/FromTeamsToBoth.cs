namespace SupplierBot.Conversations;

/// <summary>Every journey with Rita and Priya on Teams, Sam and Carla on Slack.</summary>
public static class FromTeamsToBoth
{
    private const string Everybody = "Rita on Teams";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyAskingOnTeams>;

    [Collection(Everybody)]
    public sealed class Approving(CompanyAskingOnTeams company) : Approvals(company);

    [Collection(Everybody)]
    public sealed class Commanding(CompanyAskingOnTeams company) : Commands(company);

    [Collection(Everybody)]
    public sealed class Agreeing(CompanyAskingOnTeams company) : ConditionsAndContracts(company);

    [Collection(Everybody)]
    public sealed class Clearing(CompanyAskingOnTeams company) : OpenPoints(company);

    [Collection(Everybody)]
    public sealed class Repeating(CompanyAskingOnTeams company) : PressingTwice(company);

    [Collection(Everybody)]
    public sealed class Refusing(CompanyAskingOnTeams company) : RefusedDecisions(company);

    [Collection(Everybody)]
    public sealed class Rejecting(CompanyAskingOnTeams company) : RejectionsAndRevocations(company);

    [Collection(Everybody)]
    public sealed class Restarting(CompanyAskingOnTeams company) : Restarts(company);

    [Collection(Everybody)]
    public sealed class Waiting(CompanyAskingOnTeams company) : Promises(company);

    [Collection(Everybody)]
    public sealed class Using(CompanyAskingOnTeams company) : InUse(company);
}
