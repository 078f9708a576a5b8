using System.Diagnostics;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Replicas;

/// <summary>What must hold afterwards, looked at from outside: in the storage itself and on the platform.</summary>
internal static class FinalStateCheck
{
    /// <summary>A killed replica's lease (60 s), a rest after a post with an unknown outcome, and some time for the work itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task HoldsAsync(this ReplicaCompany company, Workload work)
    {
        await using var kept = company.OpenState();
        await DrainsAsync(kept);
        await RefreshCopiesAsync(company);
        await DrainsAsync(kept);
        var requests = work.Decided.Select(decided => decided.Request).OrderBy(request => request.CaseId, StringComparer.Ordinal).ToList();
        await kept.HoldsExactlyAsync(requests);
        var cases = (await kept.CasesAsync()).ToDictionary(one => one.Id);
        foreach (var decided in work.Decided)
            await IsDecidedOnceAsync(kept, decided, cases[decided.Request.CaseId!]);
        var slots = await kept.SlotsAsync();
        Assert.All(slots, slot => Assert.True(slot is { Posting: false, Holder: null, MessageIds.Count: > 0 }, slot.ToString()));
        Assert.Empty(await kept.UndeliveredAsync());
        await IsShownAsync(company, [.. work.Decided], slots);
    }

    private static async Task DrainsAsync(StoredState kept)
    {
        for (var started = Stopwatch.GetTimestamp(); await kept.OutboxAsync() is { Count: > 0 } left; await Task.Delay(500))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"Still in the outbox: {string.Join('\n', left)}");
        }
    }

    /// <summary>A person who looks at a copy that nobody knew makes it known: their client asks for the card again.</summary>
    private static async Task RefreshCopiesAsync(ReplicaCompany company)
    {
        foreach (var channel in DeliverySteps.ReviewChannels)
        {
            foreach (var stale in company.Connector.Threads(channel).Where(IsOpen))
            {
                var refresh = company.Sam.Execute("review", stale.Card!.Button("review").Action["data"]!.DeepClone(), replyTo: stale.Id);
                refresh["value"]!["trigger"] = "automatic";
                refresh["conversation"] = new JsonObject
                {
                    ["id"] = $"{channel};messageid={stale.Id}",
                    ["conversationType"] = "channel",
                    ["isGroup"] = true,
                    ["tenantId"] = Personas.TenantId,
                };
                Assert.True((await company.Sam.GivesUntilTakenAsync(refresh)).Good);
            }
        }
    }

    private static async Task IsDecidedOnceAsync(StoredState kept, DecidedRequest decided, Case one)
    {
        var events = await kept.FactsAsync(one.Id);
        var decision = Assert
            .Single(events, auditEvent => auditEvent.Event.Kind is AuditEventKind.Approved or AuditEventKind.Rejected)
            .Event;
        Assert.Equal(one.Decision?.By.Id, decision.Actor);
        if (decided.ByApproval)
            Assert.Equal((Personas.Sam.Id, AuditEventKind.Approved), (decision.Actor, decision.Kind));
        if (decided.ByRejection)
            Assert.Equal((Personas.Priya.Id, AuditEventKind.Rejected), (decision.Actor, decision.Kind));
    }

    /// <summary>
    /// No copy still asks for a decision; every request has its card in both channels, once for each post that was counted; every receipt
    /// says how it ended.
    /// </summary>
    private static async Task IsShownAsync(ReplicaCompany company, IReadOnlyList<DecidedRequest> all, IReadOnlyList<SlotState> slots)
    {
        foreach (var channel in DeliverySteps.ReviewChannels)
        {
            var threads = company.Connector.Threads(channel);
            Assert.Empty(threads.Where(IsOpen).Select(thread => string.Join('\n', thread.Card!.Texts)));
            var duplicates = slots
                .Where(slot => slot.Target == Keys.Conversation(channel))
                .ToDictionary(slot => slot.CaseId, slot => slot.Duplicates);
            foreach (var request in all.Select(decided => decided.Request))
            {
                var copies = threads.Count(thread => thread.Contains($"{request.Supplier.Name}:"));
                Assert.True(
                    copies >= 1 && copies <= 1 + duplicates[request.CaseId!],
                    $"{request.CaseId}: {copies} cards in {channel}, {duplicates[request.CaseId!]} counted duplicates"
                );
            }
        }
        foreach (var request in all.Select(decided => decided.Request))
        {
            var receipt = Assert.Single(request.Employee.Messages, message => message.Id == request.Message);
            Assert.True(receipt.Contains(request.CaseId!) && !receipt.Card!.Has("withdraw"), string.Join('\n', receipt.Card!.Texts));
        }
        await Task.CompletedTask;
    }

    private static bool IsOpen(Posted thread) => thread.Card!.Has("review");
}
