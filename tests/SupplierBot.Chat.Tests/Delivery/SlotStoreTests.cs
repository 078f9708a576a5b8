using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>A slot and the row that is about it are claimed together, and end together.</summary>
public sealed class SlotStoreTests
{
    [Fact]
    public async Task Of_two_who_claim_the_same_row_one_has_it()
    {
        await using var bot = await TestBot.StartAsync();
        var due = await ReviewAsync(bot);
        var held = await bot.The<SlotStore>().ClaimAsync(due, null, CancellationToken.None);
        Assert.Equal((1, true, false), (held!.Row.Item.Attempts, held.Slot.Value.Posting, held.Stolen));
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await bot.The<SlotStore>().ClaimAsync(due, null, CancellationToken.None));
        Assert.DoesNotContain(await bot.The<OutboxStore>().DueAsync(CancellationToken.None), row => row.Key == due.Key);
    }

    [Fact]
    public async Task A_delivery_that_ends_leaves_the_slot_free_and_no_row()
    {
        await using var bot = await TestBot.StartAsync();
        var due = await ReviewAsync(bot);
        var slots = bot.The<SlotStore>();
        var held = await slots.ClaimAsync(due, null, CancellationToken.None);
        await slots.CompleteAsync(held!, new(["m1"], [], 1, "hash"), CancellationToken.None);
        var slot = (await slots.SlotAsync(due.Item, CancellationToken.None))!.Value;
        Assert.Equal((null, 1, "hash"), (slot.Holder, slot.ShownVersion, slot.ShownHash));
        Assert.Equal(["m1"], slot.MessageIds);
        bot.Time.Advance(TimeSpan.FromHours(2));
        Assert.DoesNotContain(await bot.The<OutboxStore>().DueAsync(CancellationToken.None), row => row.Item.SlotId == due.Item.SlotId);
    }

    /// <summary>A press on a message whose post had an unknown outcome, while another delivery holds the slot.</summary>
    [Fact]
    public async Task An_adoption_in_between_is_kept_and_wanted_up_to_date()
    {
        await using var bot = await TestBot.StartAsync();
        var due = await ReviewAsync(bot);
        var slots = bot.The<SlotStore>();
        var held = await slots.ClaimAsync(due, null, CancellationToken.None);
        Assert.True(await slots.AdoptAsync(due.Item, "m0", MessageCopies.MayAdopt, CancellationToken.None));
        await slots.CompleteAsync(held!, new(["m1"], [], 1, "hash"), CancellationToken.None);
        var slot = (await slots.SlotAsync(due.Item, CancellationToken.None))!.Value;
        Assert.Equal(["m0", "m1"], slot.MessageIds);
        Assert.Equal(0, slot.ShownVersion);
        Assert.Contains(await bot.The<OutboxStore>().DueAsync(CancellationToken.None), row => row.Item.SlotId == due.Item.SlotId);
    }

    [Fact]
    public async Task An_attempt_that_was_throttled_does_not_count()
    {
        await using var bot = await TestBot.StartAsync();
        var due = await ReviewAsync(bot);
        var slots = bot.The<SlotStore>();
        var held = await slots.ClaimAsync(due, null, CancellationToken.None);
        await slots.ReleaseAsync(held!, TimeSpan.FromSeconds(30), "throttled", counts: false, CancellationToken.None);
        bot.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((0, "throttled"), ((await ReviewAsync(bot)).Item.Attempts, (await ReviewAsync(bot)).Item.LastError));
    }

    [Fact]
    public async Task What_waits_for_later_is_not_in_the_way_of_what_is_due()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var outbox = bot.The<OutboxStore>();
        var due = (await outbox.DueAsync(CancellationToken.None)).First(claimed => claimed.Item.SlotId == "review-security");
        var slots = bot.The<SlotStore>();
        await slots.ReleaseAsync(
            (await slots.ClaimAsync(due, null, CancellationToken.None))!,
            TimeSpan.FromMinutes(1),
            "staged",
            counts: true,
            CancellationToken.None
        );
        bot.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.DoesNotContain(await outbox.DueAsync(CancellationToken.None), claimed => claimed.Item.SlotId == "review-security");
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        var again = Assert.Single(await outbox.DueAsync(CancellationToken.None), claimed => claimed.Item.SlotId == "review-security");
        Assert.True(string.CompareOrdinal(again.Key, due.Key) > 0);
    }

    [Fact]
    public async Task A_post_with_an_unknown_outcome_may_appear_twice_and_is_counted()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.PostsTwiceAsync();
        var item = new OutboxItem(sent.Id, "review-security", Keys.Conversation(TestBot.SecurityPlace), 1, default, "", default, 0, "");
        Assert.Equal(1, (await bot.The<SlotStore>().SlotAsync(item, CancellationToken.None))!.Value.Duplicates);
    }

    private static async Task<Claimed> ReviewAsync(TestBot bot)
    {
        if ((await bot.The<CaseStore>().OpenAsync(1, CancellationToken.None)).Count == 0)
            await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        return (await bot.The<OutboxStore>().DueAsync(CancellationToken.None)).First(row => row.Item.SlotId == "review-security");
    }
}
