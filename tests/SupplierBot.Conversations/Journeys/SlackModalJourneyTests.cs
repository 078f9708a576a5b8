using SupplierBot.Conversations.Kit.Talk.Slack;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Every journey with everybody on Slack.</summary>
public static class SlackModalJourneyTests
{
    private const string Everybody = "Everybody on Slack";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyInModals>;

    [Collection(Everybody)]
    public sealed class ApprovalTests(CompanyInModals company) : ApprovalJourneyTests(company);

    [Collection(Everybody)]
    public sealed class CommandTests(CompanyInModals company) : CommandJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ConditionTests(CompanyInModals company) : ConditionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class DownloadTests(CompanyInModals company) : DownloadJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ImportTests(CompanyInModals company) : ImportJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ContractPointTests(CompanyInModals company) : ContractPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class NamesTests(CompanyInModals company) : NamesJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ProviderTests(CompanyInModals company) : ProviderJourneyTests(company);

    [Collection(Everybody)]
    public sealed class OpenPointTests(CompanyInModals company) : OpenPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RepeatedPressTests(CompanyInModals company) : RepeatedPressJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RefusedDecisionTests(CompanyInModals company) : RefusedDecisionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RejectionTests(CompanyInModals company) : RejectionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RestartTests(CompanyInModals company) : RestartJourneyTests(company);

    [Collection(Everybody)]
    public sealed class WaitingTests(CompanyInModals company) : WaitingJourneyTests(company);

    [Collection(Everybody)]
    public sealed class InUseTests(CompanyInModals company) : InUseJourneyTests(company);
}
