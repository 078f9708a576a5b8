using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupplierBot.Chat;

public static class ChatServices
{
    /// <summary>
    /// Turns, stores and delivery. The host adds what they stand on: <see cref="ITable"/>, every <see cref="IChannel"/>, and beside the settings
    /// the <see cref="Policy"/>, the <see cref="Wording"/> and the <see cref="CardRenderer"/>, all read and checked before anything starts.
    /// </summary>
    public static IServiceCollection AddChat(this IServiceCollection services, ChatSettings settings, Policy policy, Wording wording, CardRenderer cards)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        return services.AddRefusedRequests()
            .AddSingleton(settings).AddSingleton(policy).AddSingleton(wording).AddSingleton(cards)
            .AddSingleton<DamagedRows>().AddSingleton<Sentinel>().AddSingleton<ConversationStore>().AddSingleton<AccountStore>().AddSingleton<PeopleDirectory>().AddSingleton<AccountCheck>().AddSingleton<Mentions>().AddSingleton<NamedAccounts>().AddSingleton<DraftStore>().AddSingleton<CaseStore>().AddSingleton<CaseQueue>().AddSingleton<RegisterSearch>().AddSingleton<EarlierCaseStore>().AddSingleton<ImportState>().AddSingleton<LaterIndexes>().AddSingleton<PolicyShelf>()
            .AddSingleton<IndexRebuild>().AddSingleton<ListLoader>().AddSingleton<DeskLoader>().AddSingleton<DeliveryMarkers>().AddSingleton<TurnCommit>().AddSingleton<Answering>().AddSingleton<TurnHandler>().AddSingleton<OrderedTurns>().AddSingleton<ITurnHandler, MeasuredTurns>()
            .AddSingleton<Instruments>().AddSingleton<OutboxGauge>().AddSingleton<PendingGauge>().AddHostedService(provider => provider.GetRequiredService<PendingGauge>())
            .AddSingleton<OutboxSignal>().AddSingleton<OutboxStore>().AddSingleton<UndeliveredStore>().AddSingleton<Pace>().AddSingleton<SlotRenderer>().AddSingleton<StuckMessages>().AddSingleton<SlotDelivery>().AddSingleton<Adoption>().AddSingleton<DeliveriesDesk>().AddSingleton<ShownAgain>()
            .AddSingleton<ClockCheck>().AddSingleton<ClockRepair>().AddSingleton<CaseClock>().AddSingleton<DraftClock>().AddSingleton<DigestMessages>().AddSingleton<WeeklyDigest>().AddSingleton<DigestReader>().AddSingleton<DigestDesk>().AddSingleton<Scheduler>().AddHostedService(provider => provider.GetRequiredService<Scheduler>())
            .AddSingleton<RoleBookStore>().AddSingleton<RolesDesk>().AddSingleton<CaseMessages>().AddSingleton<RestOfMessages>().AddSingleton<Restaffing>().AddHostedService(provider => provider.GetRequiredService<Restaffing>())
            .AddHostedService<DailyFingerprint>()
            .AddSingleton<ExpiredRows>().AddHostedService<RetentionSweeper>()
            .AddSingleton<Dispatcher>().AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
    }

    /// <summary>For every channel, whichever comes first.</summary>
    public static IServiceCollection AddRefusedRequests(this IServiceCollection services)
    {
        services.AddMetrics().TryAddSingleton<RefusedRequests>();
        return services;
    }
}
