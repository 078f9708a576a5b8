namespace SupplierBot.Conversations;

/// <summary>Every journey with everybody on Slack, where nobody types a command: requests are made in messages.</summary>
public static class OnSlackInMessages
{
    private const string Everybody = "Everybody on Slack, writing";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyInMessages>;

    [Collection(Everybody)]
    public sealed class Approving(CompanyInMessages company) : Approvals(company);

    [Collection(Everybody)]
    public sealed class Commanding(CompanyInMessages company) : Commands(company);

    [Collection(Everybody)]
    public sealed class Agreeing(CompanyInMessages company) : ConditionsAndContracts(company);

    [Collection(Everybody)]
    public sealed class Clearing(CompanyInMessages company) : OpenPoints(company);

    [Collection(Everybody)]
    public sealed class Repeating(CompanyInMessages company) : PressingTwice(company);

    [Collection(Everybody)]
    public sealed class Refusing(CompanyInMessages company) : RefusedDecisions(company);

    [Collection(Everybody)]
    public sealed class Rejecting(CompanyInMessages company) : RejectionsAndRevocations(company);

    [Collection(Everybody)]
    public sealed class Restarting(CompanyInMessages company) : Restarts(company);

    [Collection(Everybody)]
    public sealed class Waiting(CompanyInMessages company) : Promises(company);

    [Collection(Everybody)]
    public sealed class Using(CompanyInMessages company) : InUse(company);
}
