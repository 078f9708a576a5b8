using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Identity;

/// <summary>Somebody can't be reached any more: admins read once what that person owns and holds, and nothing changes by itself.</summary>
public sealed class LeaverNoticesTests
{
    private const string MayHaveLeft = "may have left";
    private static readonly Dictionary<string, string> Agreed = new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Admins_read_once_what_somebody_owns_and_hand_it_over()
    {
        await using var bot = await TestBot.StartAsync();
        var used = await ApprovedAsync(bot, "Acme Notes");
        bot.Channel.Gone("a:teams:rita");
        for (var day = 0; day < 3; day++)
        {
            await bot.SendsAsync(TestBot.Rita, $"Vendor {day}", SampleAnswers.NotesApp($"Vendor {day}"));
            for (var sweeps = 0; sweeps < 3; sweeps++)
                await bot.DeliverAsync();
            bot.Time.Advance(TimeSpan.FromDays(1));
        }
        var notice = Assert
            .Single(bot.Channel.In("a:teams:carla"), shown => shown.Text.Contains(MayHaveLeft, StringComparison.Ordinal))
            .Text;
        Assert.Contains(
            "Rita Requester may have left: I can't write to them any more (BotNotInConversationRoster).",
            notice,
            StringComparison.Ordinal
        );
        Assert.Contains("They own 1 supplier: SUP-0001.", notice, StringComparison.Ordinal);
        Assert.Contains("hand over everything of teams:rita", notice, StringComparison.Ordinal);
        Assert.Equal(TestBot.Rita.Id, (await bot.The<CaseStore>().EntryAsync(used.EntryId, Cancellation))!.Owner.Id);

        var asked = await SaysAsync(bot, "hand over everything of teams:rita");
        Assert.Contains("Rita Requester owns 1 supplier. Who takes it over?", asked, StringComparison.Ordinal);
        Assert.Contains("Acme Notes (SUP-0001)", asked, StringComparison.Ordinal);
        await SaysAsync(bot, "confirm hand over everything of teams:rita to Sam Security");
        Assert.Equal(TestBot.Sam.Id, (await bot.The<CaseStore>().EntryAsync(used.EntryId, Cancellation))!.Owner.Id);
    }

    [Fact]
    public async Task A_role_is_named_and_who_has_nothing_is_not()
    {
        await using var bot = await TestBot.StartAsync();
        var notices = bot.The<LeaverNotices>();
        Assert.False(await notices.NoteAsync(TestBot.Rita, ("user_disabled", true), Cancellation));
        Assert.True(await notices.NoteAsync(TestBot.Sam, ("user_disabled", true), Cancellation));
        Assert.False(await notices.NoteAsync(TestBot.Sam, ("user_disabled", true), Cancellation));
        // The only admin can't be told of their own leaving.
        Assert.False(await notices.NoteAsync(TestBot.Carla, ("user_disabled", true), Cancellation));
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
        var notice = Assert
            .Single(bot.Channel.In("a:teams:carla"), shown => shown.Text.Contains("has left", StringComparison.Ordinal))
            .Text;
        Assert.Contains("Sam Security has left: their account is deactivated.", notice, StringComparison.Ordinal);
        Assert.Contains("They decide as Security.", notice, StringComparison.Ordinal);
        Assert.True(
            (await bot.The<Chat.Roles.RoleAssignmentStore>().NowAsync(Cancellation)).Roles.Holds(TestBot.Sam.Id, RoleNames.Security)
        );
    }

    [Fact]
    public async Task Replicas_at_the_same_moment_say_it_once()
    {
        await using var bot = await TestBot.StartAsync();
        await using var other = await TestBot.StartAsync(storage: bot.The<Ports.ITable>());
        var said = await Task.WhenAll(
            bot.The<LeaverNotices>().NoteAsync(TestBot.Sam, ("user_disabled", true), Cancellation),
            other.The<LeaverNotices>().NoteAsync(TestBot.Sam, ("user_disabled", true), Cancellation)
        );
        Assert.Single(said, told => told);
    }

    [Fact]
    public async Task A_bot_that_is_switched_off_for_all_and_a_channel_that_is_gone_are_nobodys_leaving()
    {
        await using var bot = await TestBot.StartAsync();
        var notices = bot.The<LeaverNotices>();
        await notices.UnreachableAsync(Keys.Person(TestBot.Sam.Id), "BotDisabledByAdmin", Cancellation);
        await notices.UnreachableAsync(Keys.Conversation(TestBot.SecurityPlace), "ConversationNotFound", Cancellation);
        await bot.DeliverAsync();
        Assert.DoesNotContain(bot.Channel.In("a:teams:carla"), shown => shown.Text.Contains(MayHaveLeft, StringComparison.Ordinal));
    }

    private static async Task<Case> ApprovedAsync(TestBot bot, string supplier)
    {
        var sent = await bot.SendsAsync(TestBot.Rita, supplier, SampleAnswers.NotesApp(supplier));
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: Agreed);
        return await bot.NewestAsync(TestBot.Rita);
    }

    private static async Task<string> SaysAsync(TestBot bot, string text) =>
        TestBot.TextOf(await bot.GiveAsync(bot.Personal(TestBot.Carla, RequestReader.Typed(text)) with { AnswersInPlace = true }));
}
