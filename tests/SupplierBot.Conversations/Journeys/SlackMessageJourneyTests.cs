using SupplierBot.Conversations.Kit.Talk.Slack;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Every journey with everybody on Slack, where nobody types a command: requests are made in messages.</summary>
public static class SlackMessageJourneyTests
{
    private const string Everybody = "Everybody on Slack, writing";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyInMessages>;

    [Collection(Everybody)]
    public sealed class ApprovalTests(CompanyInMessages company) : ApprovalJourneyTests(company);

    [Collection(Everybody)]
    public sealed class CommandTests(CompanyInMessages company) : CommandJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ConditionTests(CompanyInMessages company) : ConditionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class DownloadTests(CompanyInMessages company) : DownloadJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ImportTests(CompanyInMessages company) : ImportJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ContractPointTests(CompanyInMessages company) : ContractPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class NamesTests(CompanyInMessages company) : NamesJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ProviderTests(CompanyInMessages company) : ProviderJourneyTests(company);

    [Collection(Everybody)]
    public sealed class OpenPointTests(CompanyInMessages company) : OpenPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RepeatedPressTests(CompanyInMessages company) : RepeatedPressJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RefusedDecisionTests(CompanyInMessages company) : RefusedDecisionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RejectionTests(CompanyInMessages company) : RejectionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RestartTests(CompanyInMessages company) : RestartJourneyTests(company);

    [Collection(Everybody)]
    public sealed class WaitingTests(CompanyInMessages company) : WaitingJourneyTests(company);

    [Collection(Everybody)]
    public sealed class InUseTests(CompanyInMessages company) : InUseJourneyTests(company);
}
