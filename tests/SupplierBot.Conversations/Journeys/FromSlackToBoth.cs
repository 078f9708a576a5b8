namespace SupplierBot.Conversations;

/// <summary>Every journey with Rita and Priya on Slack, Sam and Carla on Teams.</summary>
public static class FromSlackToBoth
{
    private const string Everybody = "Rita on Slack";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyAskingOnSlack>;

    [Collection(Everybody)]
    public sealed class Approving(CompanyAskingOnSlack company) : Approvals(company);

    [Collection(Everybody)]
    public sealed class Commanding(CompanyAskingOnSlack company) : Commands(company);

    [Collection(Everybody)]
    public sealed class Agreeing(CompanyAskingOnSlack company) : ConditionsAndContracts(company);

    [Collection(Everybody)]
    public sealed class Clearing(CompanyAskingOnSlack company) : OpenPoints(company);

    [Collection(Everybody)]
    public sealed class Repeating(CompanyAskingOnSlack company) : PressingTwice(company);

    [Collection(Everybody)]
    public sealed class Refusing(CompanyAskingOnSlack company) : RefusedDecisions(company);

    [Collection(Everybody)]
    public sealed class Rejecting(CompanyAskingOnSlack company) : RejectionsAndRevocations(company);

    [Collection(Everybody)]
    public sealed class Restarting(CompanyAskingOnSlack company) : Restarts(company);

    [Collection(Everybody)]
    public sealed class Waiting(CompanyAskingOnSlack company) : Promises(company);

    [Collection(Everybody)]
    public sealed class Using(CompanyAskingOnSlack company) : InUse(company);
}
