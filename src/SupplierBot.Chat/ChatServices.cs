using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplierBot.Chat.Access;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Files;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat;

public static class ChatServices
{
    /// <summary>
    /// Turns, stores and delivery. The host adds what they stand on: <see cref="ITable"/>, every <see cref="IChannel"/>, and beside the
    /// settings the policy and the <see cref="Wording"/>, read and checked before anything starts.
    /// </summary>
    public static IServiceCollection AddChat(this IServiceCollection services, ChatSettings settings, Policy policy, Wording wording)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton(_ => DefaultCatalogue.With([]));
        return services
            .AddRefusedRequests()
            .AddSingleton(settings with { Roles = settings.Roles with { Known = KnownRoles.Of(policy) } })
            .AddSingleton(new PolicyInForce(policy))
            .AddSingleton(wording)
            .AddSingleton<Channels>()
            .AddSingleton<DamagedRows>()
            .AddSingleton<Sentinel>()
            .AddSingleton<ConversationStore>()
            .AddSingleton<AccountStore>()
            .AddSingleton<PeopleDirectory>()
            .AddSingleton<AccountCheck>()
            .AddSingleton<Mentions>()
            .AddSingleton<NamedAccounts>()
            .AddSingleton<DraftStore>()
            .AddSingleton<OtherDrafts>()
            .AddSingleton<UndoStore>()
            .AddSingleton<CaseStore>()
            .AddSingleton<CaseQueue>()
            .AddSingleton<RegisterSearch>()
            .AddSingleton<NamesIndex>()
            .AddSingleton<DependencyIndex>()
            .AddSingleton<RegisterReader>()
            .AddSingleton<EarlierCaseStore>()
            .AddSingleton<ImportState>()
            .AddSingleton<IndexMigration>()
            .AddSingleton<PolicyStore>()
            .AddSingleton<IndexRebuild>()
            .AddSingleton<ContextFactory>()
            .AddSingleton<SupplierNameLoader>()
            .AddSingleton<ListLoader>()
            .AddSingleton<MissedTurns>()
            .AddSingleton<RecordLoader>()
            .AddSingleton<HandOverTurns>()
            .AddSingleton<MergeLoader>()
            .AddSingleton<ImportedLineCommit>()
            .AddSingleton<LongWork>()
            .AddSingleton<SentenceLoader>()
            .AddSingleton<CaseLoader>()
            .AddSingleton<ContextLoader>()
            .AddSingleton<ExportSource>()
            .AddSingleton<ExportLogStore>()
            .AddSingleton<ImportStore>()
            .AddSingleton<ImportWriter>()
            .AddSingleton<ImportPlanner>()
            .AddSingleton<ImportFiles>()
            .AddSingleton<ImportTurns>()
            .AddHostedService<UnfinishedImports>()
            .AddSingleton<LegacyCampaign>()
            .AddHostedService(provider => provider.GetRequiredService<LegacyCampaign>())
            .AddSingleton<ApiKeyStore>()
            .AddSingleton<PublishStore>()
            .AddSingleton<ProposalMessages>()
            .AddSingleton<PolicyTrial>()
            .AddSingleton<DroppedPolicies>()
            .AddSingleton<Publisher>()
            .AddSingleton<PolicyOffers>()
            .AddSingleton<PublishTurns>()
            .AddSingleton<PolicyWatch>()
            .AddHostedService(provider => provider.GetRequiredService<PolicyWatch>())
            .AddSingleton<FileLinks>()
            .AddSingleton<Exporter>()
            .AddSingleton<DownloadCards>()
            .AddSingleton<ExportTurns>()
            .AddSingleton<FormFiles>()
            .AddSingleton<FileTurns>()
            .AddSingleton<TurnStateLoader>()
            .AddSingleton<DeliveryMarkers>()
            .AddSingleton<ConfirmedCommit>()
            .AddSingleton<TurnCommit>()
            .AddSingleton<TurnResponder>()
            .AddSingleton<WorkflowQueue>()
            .AddSingleton<Arrivals>()
            .AddSingleton<DecisionLoop>()
            .AddSingleton<CaseTurns>()
            .AddSingleton<RoleTurns>()
            .AddSingleton<TurnHandler>()
            .AddSingleton(TurnsOf)
            .AddSingleton<ITurnHandler>(provider => provider.GetRequiredService<MeasuredTurns>())
            .AddSingleton<TurnMetrics>()
            .AddSingleton<OutboxGauge>()
            .AddSingleton<PendingGauge>()
            .AddHostedService(provider => provider.GetRequiredService<PendingGauge>())
            .AddSingleton<WakeSignal>()
            .AddSingleton<Leases>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<SlotStore>()
            .AddSingleton<DeadLetterStore>()
            .AddSingleton<SendRateLimiter>()
            .AddSingleton<CaseRenderer>()
            .AddSingleton<AnnouncementRenderer>()
            .AddSingleton<DigestRenderer>()
            .AddSingleton<SlotRenderer>()
            .AddSingleton<SlotCards>()
            .AddSingleton<StuckMessages>()
            .AddSingleton<LeaverNotices>()
            .AddSingleton<UnreachableConversations>()
            .AddSingleton<FailedDeliveries>()
            .AddSingleton<SlotMessages>()
            .AddSingleton<SlotUpdate>()
            .AddSingleton<SlotDelivery>()
            .AddSingleton<Adoption>()
            .AddSingleton<DeadLetterCommands>()
            .AddSingleton<ClientRefresh>()
            .AddSingleton<ClockCheck>()
            .AddSingleton<ClockRepair>()
            .AddSingleton<CaseTimerService>()
            .AddSingleton<DraftTimerService>()
            .AddSingleton<DigestMessages>()
            .AddSingleton<WeeklyDigest>()
            .AddSingleton<DigestReader>()
            .AddSingleton<DigestCommand>()
            .AddSingleton<RulesChangeService>()
            .AddHostedService(provider => provider.GetRequiredService<RulesChangeService>())
            .AddSingleton<ProviderChangeService>()
            .AddHostedService(provider => provider.GetRequiredService<ProviderChangeService>())
            .AddSingleton<UnrecordedAgreementsService>()
            .AddHostedService(provider => provider.GetRequiredService<UnrecordedAgreementsService>())
            .AddSingleton<Scheduler>()
            .AddHostedService(provider => provider.GetRequiredService<Scheduler>())
            .AddSingleton<RoleAssignmentStore>()
            .AddSingleton<RoleCommands>()
            .AddSingleton<CaseMessages>()
            .AddSingleton<RemainingMessages>()
            .AddSingleton<RoleChangePropagation>()
            .AddHostedService(provider => provider.GetRequiredService<RoleChangePropagation>())
            .AddHostedService<DailyFingerprint>()
            .AddSingleton<ExpiredRows>()
            .AddSingleton<OrphanFiles>()
            .AddHostedService<RetentionSweeper>()
            .AddSingleton<Dispatcher>()
            .AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
    }

    /// <summary>Channels see one port: every turn is measured, then put in order, then handled in the words of the policy.</summary>
    private static MeasuredTurns TurnsOf(IServiceProvider provider)
    {
        var handler = new RoleNameReader(provider.GetRequiredService<TurnHandler>(), provider.GetRequiredService<PolicyInForce>());
        var ordered = new OrderedTurns(handler, provider.GetRequiredService<ILogger<OrderedTurns>>());
        return new MeasuredTurns(
            ordered,
            provider.GetRequiredService<TurnMetrics>(),
            provider.GetRequiredService<ILogger<MeasuredTurns>>()
        );
    }

    /// <summary>For every channel, whichever comes first.</summary>
    public static IServiceCollection AddRefusedRequests(this IServiceCollection services)
    {
        services.AddMetrics().TryAddSingleton<RefusedRequests>();
        return services;
    }
}
