using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>The copies of one card in one conversation, and what each delivery makes known of them.</summary>
public sealed class MessageCopiesTests
{
    [Theory]
    [InlineData("a,b", "a,b", "", 4, "shown")]
    [InlineData("a,b", "a", "b", 4, "shown")]
    [InlineData("a", "a,b", "", 4, "shown")]
    [InlineData("a,b", "a", "", 0, "")]
    [InlineData("a", "", "a", 4, "shown")]
    public void The_slot_shows_the_version_once_every_copy_does(string before, string upToDate, string gone, int version, string hash)
    {
        var slot = Slot(Ids(before)) with { ShownVersion = 3, ShownHash = "old", Holder = "us", HeldUntil = DateTimeOffset.UnixEpoch };
        var after = MessageCopies.Show(slot, new(Ids(upToDate), Ids(gone), 4, "shown"), unsure: false);
        Assert.Equal((version, hash), (after.ShownVersion, after.ShownHash));
        Assert.Equal(Ids(before).Except(Ids(gone)).Union(Ids(upToDate)), after.MessageIds);
        Assert.Equal((null, null, false), (after.Holder, after.HeldUntil, after.Posting));
    }

    [Fact]
    public void An_older_version_never_takes_back_a_newer_one()
    {
        var after = MessageCopies.Show(Slot(["a"]) with { ShownVersion = 7 }, new(["a"], [], 4, "shown"), unsure: false);
        Assert.Equal(7, after.ShownVersion);
    }

    /// <summary>Another replica may still be showing something older.</summary>
    [Fact]
    public void After_a_lease_that_was_taken_over_nothing_is_known_to_be_shown()
    {
        var after = MessageCopies.Show(Slot(["a"]), new(["a"], [], 4, "shown"), unsure: true);
        Assert.Equal((0, ""), (after.ShownVersion, after.ShownHash));
    }

    [Theory]
    [InlineData("1763370000000", true)]
    [InlineData("f:9a1c-77_b.2", true)]
    [InlineData("", false)]
    [InlineData("../a", false)]
    [InlineData("a b", false)]
    [InlineData("known", false)]
    [InlineData("gone", false)]
    public void A_copy_is_adopted_if_it_can_be_one_of_ours(string id, bool adopted) =>
        Assert.Equal(adopted, MessageCopies.MayAdopt(Slot(["known"]) with { Duplicates = 1, Gone = ["gone"] }, id));

    /// <summary>Without a possible duplicate only a slot with no message adopts one; with one, up to six are known.</summary>
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 5, true)]
    [InlineData(1, 6, false)]
    public void A_copy_is_adopted_only_where_one_may_be_unknown(int duplicates, int known, bool adopted)
    {
        var slot = Slot([.. Enumerable.Range(0, known).Select(number => $"m{number}")]) with { Duplicates = duplicates };
        Assert.Equal(adopted, MessageCopies.MayAdopt(slot, "new"));
    }

    [Fact]
    public void An_adoption_ends_a_rest_and_leaves_a_lease()
    {
        var until = new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);
        var rested = MessageCopies.Adopt(Slot([]) with { Holder = "", HeldUntil = until, Posting = true }, "m1");
        Assert.Equal((null, null, false), (rested.Holder, rested.HeldUntil, rested.Posting));
        var held = MessageCopies.Adopt(Slot([]) with { Holder = "us", HeldUntil = until, ShownVersion = 3, ShownHash = "old" }, "m1");
        Assert.Equal(("us", until, 0, ""), (held.Holder, held.HeldUntil, held.ShownVersion, held.ShownHash));
        Assert.Equal(["m1"], held.MessageIds);
    }

    /// <summary>Five are remembered, so that a late press does not bring one back.</summary>
    [Fact]
    public void The_newest_that_are_gone_are_remembered()
    {
        var slot = Slot(["a"]) with { Gone = ["1", "2", "3", "4", "5"] };
        Assert.Equal(["2", "3", "4", "5", "6"], MessageCopies.Show(slot, new(["a"], ["6"], 1, "shown"), unsure: false).Gone);
    }

    private static SlotState Slot(IReadOnlyList<string> messages) =>
        new("REQ-2026-0001", "review-security", "c-19:security", messages, 0, "", false, 0);

    private static string[] Ids(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
