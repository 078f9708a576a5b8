namespace SupplierBot.Conversations;

/// <summary>Every journey with everybody on Slack.</summary>
public static class OnSlack
{
    private const string Everybody = "Everybody on Slack";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyInWindows>;

    [Collection(Everybody)]
    public sealed class Approving(CompanyInWindows company) : Approvals(company);

    [Collection(Everybody)]
    public sealed class Commanding(CompanyInWindows company) : Commands(company);

    [Collection(Everybody)]
    public sealed class Agreeing(CompanyInWindows company) : ConditionsAndContracts(company);

    [Collection(Everybody)]
    public sealed class Clearing(CompanyInWindows company) : OpenPoints(company);

    [Collection(Everybody)]
    public sealed class Repeating(CompanyInWindows company) : PressingTwice(company);

    [Collection(Everybody)]
    public sealed class Refusing(CompanyInWindows company) : RefusedDecisions(company);

    [Collection(Everybody)]
    public sealed class Rejecting(CompanyInWindows company) : RejectionsAndRevocations(company);

    [Collection(Everybody)]
    public sealed class Restarting(CompanyInWindows company) : Restarts(company);

    [Collection(Everybody)]
    public sealed class Waiting(CompanyInWindows company) : Promises(company);

    [Collection(Everybody)]
    public sealed class Using(CompanyInWindows company) : InUse(company);
}
