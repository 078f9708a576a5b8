using SupplierBot.Conversations.Kit.Talk.Both;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Every journey with Rita and Priya on Slack, Sam and Carla on Teams.</summary>
public static class SlackRequesterJourneyTests
{
    private const string Everybody = "Rita on Slack";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyAskingOnSlack>;

    [Collection(Everybody)]
    public sealed class ApprovalTests(CompanyAskingOnSlack company) : ApprovalJourneyTests(company);

    [Collection(Everybody)]
    public sealed class CommandTests(CompanyAskingOnSlack company) : CommandJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ConditionTests(CompanyAskingOnSlack company) : ConditionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ContractPointTests(CompanyAskingOnSlack company) : ContractPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class NamesTests(CompanyAskingOnSlack company) : NamesJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ProviderTests(CompanyAskingOnSlack company) : ProviderJourneyTests(company);

    [Collection(Everybody)]
    public sealed class OpenPointTests(CompanyAskingOnSlack company) : OpenPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RepeatedPressTests(CompanyAskingOnSlack company) : RepeatedPressJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RefusedDecisionTests(CompanyAskingOnSlack company) : RefusedDecisionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RejectionTests(CompanyAskingOnSlack company) : RejectionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RestartTests(CompanyAskingOnSlack company) : RestartJourneyTests(company);

    [Collection(Everybody)]
    public sealed class WaitingTests(CompanyAskingOnSlack company) : WaitingJourneyTests(company);

    [Collection(Everybody)]
    public sealed class InUseTests(CompanyAskingOnSlack company) : InUseJourneyTests(company);
}
