using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>What people do with contract points, documents and contracts over and over: on the newest card of the case.</summary>
internal static class AgreementSteps
{
    public static async Task<View.Form> OpensAsync(this TestBot bot, Person person, Case sent, string verb, string target = "")
    {
        var current = await bot.CaseAsync(sent);
        var slot = person.Id == sent.Requester.Id ? Slot.Receipt : "review-security";
        var answer = await bot.PressesAsync(person, CardStamp.OfCase(sent.Id, slot, current.ContentVersion), verb, target);
        return Assert.IsType<View.Form>(Assert.IsType<TurnAnswer.Card>(answer).View);
    }

    /// <summary>The main button of the form, or its twin that does not go on, with what stands in the fields already.</summary>
    public static Task<TurnAnswer> FillsInAsync(
        this TestBot bot,
        Person person,
        View.Form form,
        string verb,
        params (string Id, string Value)[] values
    )
    {
        var sent = form.Fields.Where(field => field.Value.Length > 0).ToDictionary(field => field.Id, field => field.Value);
        foreach (var (id, value) in values)
            sent[id] = value;
        var button = form.Buttons.First(button => button.Verb == verb && !button.Target.EndsWith(":next", StringComparison.Ordinal));
        return bot.PressesAsync(person, form.Stamp, verb, button.Target, sent);
    }

    public static async Task<TurnAnswer> FillsInAsync(
        this TestBot bot,
        Person person,
        Case sent,
        string verb,
        string target,
        params (string Id, string Value)[] values
    ) => await bot.FillsInAsync(person, await bot.OpensAsync(person, sent, verb, target), verb, values);

    /// <summary>A plain yes, as the tier asks for it.</summary>
    public static async Task ApprovesAsync(this TestBot bot, Person person, Case sent, string terms = "agreed")
    {
        var current = await bot.CaseAsync(sent);
        await bot.PressesAsync(
            person,
            CardStamp.OfCase(sent.Id, "review-security", current.ContentVersion),
            Verbs.Approve,
            values: new Dictionary<string, string>
            {
                ["terms"] = terms,
                ["terms_ref"] = terms == "open" ? "" : "MSA v3",
                ["comment"] = "There is no other, and we can leave it in days.",
            }
        );
    }

    public static async Task<string> ReadsAsync(this TestBot bot, Person person, string text)
    {
        await bot.SaysAsync(person, text);
        return bot.Channel.In($"a:{person.Id}").Last().Text;
    }

    public static async Task<Case> CaseAsync(this TestBot bot, Case sent) =>
        (await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value;

    public static async Task<ClauseItem> ItemAsync(this TestBot bot, Case sent, string id) =>
        (await bot.CaseAsync(sent)).Clauses!.Single(item => item.Clause == id);

    public static async Task<EntryStatus> StatusAsync(this TestBot bot, Case sent) =>
        (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!.Status;

    /// <summary>The clock comes by every noon up to that day, and what it says is delivered.</summary>
    public static async Task UntilAsync(this TestBot bot, DateOnly day)
    {
        while (DateOnly.FromDateTime(bot.Time.GetUtcNow().Date) < day)
        {
            bot.Time.SetUtcNow(new DateTimeOffset(bot.Time.GetUtcNow().Date, TimeSpan.Zero).AddDays(1).AddHours(12));
            for (var sweeps = 0; sweeps < 2; sweeps++)
                await bot.The<CaseTimerService>().TickAsync(CancellationToken.None);
            for (var sweeps = 0; sweeps < 2; sweeps++)
                await bot.DeliverAsync();
        }
    }

    /// <summary>How many messages in their own chat have the words now.</summary>
    public static int Heard(this TestBot bot, Person person, string words) =>
        bot.Channel.In($"a:{person.Id}").Count(shown => shown.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>Everything that is kept is what was decided, and every file is there.</summary>
    public static async Task IsWholeAsync(this TestBot bot)
    {
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>(), bot.The<IFileStore>()).RunAsync(found.Add, CancellationToken.None);
        Assert.Empty(found);
    }
}
