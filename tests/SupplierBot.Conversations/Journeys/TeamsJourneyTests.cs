using SupplierBot.Conversations.Kit.Talk.Teams;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Every journey with everybody on Teams.</summary>
public static class TeamsJourneyTests
{
    private const string Everybody = "Everybody on Teams";

    [CollectionDefinition(Everybody)]
    public sealed class Collection : ICollectionFixture<CompanyOnTeams>;

    [Collection(Everybody)]
    public sealed class ApprovalTests(CompanyOnTeams company) : ApprovalJourneyTests(company);

    [Collection(Everybody)]
    public sealed class CommandTests(CompanyOnTeams company) : CommandJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ConditionTests(CompanyOnTeams company) : ConditionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class DownloadTests(CompanyOnTeams company) : DownloadJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ImportTests(CompanyOnTeams company) : ImportJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ContractPointTests(CompanyOnTeams company) : ContractPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class NamesTests(CompanyOnTeams company) : NamesJourneyTests(company);

    [Collection(Everybody)]
    public sealed class ProviderTests(CompanyOnTeams company) : ProviderJourneyTests(company);

    [Collection(Everybody)]
    public sealed class OpenPointTests(CompanyOnTeams company) : OpenPointJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RepeatedPressTests(CompanyOnTeams company) : RepeatedPressJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RefusedDecisionTests(CompanyOnTeams company) : RefusedDecisionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RejectionTests(CompanyOnTeams company) : RejectionJourneyTests(company);

    [Collection(Everybody)]
    public sealed class RestartTests(CompanyOnTeams company) : RestartJourneyTests(company);

    [Collection(Everybody)]
    public sealed class WaitingTests(CompanyOnTeams company) : WaitingJourneyTests(company);

    [Collection(Everybody)]
    public sealed class InUseTests(CompanyOnTeams company) : InUseJourneyTests(company);
}
