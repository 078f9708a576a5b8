using SupplierBot.Conversations.Kit.Talk.Both;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Every journey with Rita and Priya on Teams, Sam and Carla on Slack.</summary>
public static class TeamsRequesterJourneyTests
{
    private const string Everybody = "Rita on Teams";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyAskingOnTeams>;

    [Collection(Everybody)]
    public sealed class ApprovalTests(CompanyAskingOnTeams company) : ApprovalJourneyTests(company);

    [Collection(Everybody)]
    public sealed class CommandTests(CompanyAskingOnTeams company) : CommandJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ConditionTests(CompanyAskingOnTeams company) : ConditionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ContractPointTests(CompanyAskingOnTeams company) : ContractPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class NamesTests(CompanyAskingOnTeams company) : NamesJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ProviderTests(CompanyAskingOnTeams company) : ProviderJourneyTests(company);

    [Collection(Everybody)]
    public sealed class OpenPointTests(CompanyAskingOnTeams company) : OpenPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RepeatedPressTests(CompanyAskingOnTeams company) : RepeatedPressJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RefusedDecisionTests(CompanyAskingOnTeams company) : RefusedDecisionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RejectionTests(CompanyAskingOnTeams company) : RejectionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RestartTests(CompanyAskingOnTeams company) : RestartJourneyTests(company);

    [Collection(Everybody)]
    public sealed class WaitingTests(CompanyAskingOnTeams company) : WaitingJourneyTests(company);

    [Collection(Everybody)]
    public sealed class InUseTests(CompanyAskingOnTeams company) : InUseJourneyTests(company);
}
