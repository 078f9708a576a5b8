using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Chat.Tests.Kit.TestBot;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>One request that a platform delivers twice: what goes before it, itself, and what may change before it comes again.</summary>
internal sealed record RepeatedDelivery(Func<TestBot, Task> Before, Func<TestBot, Turn> Turn, Func<TestBot, Task> Meanwhile)
{
    private const string Id = "REQ-2026-0001";
    private static readonly (string, string) Reason = ("comment", "There is no other, and we can leave it in days.");

    public static readonly IReadOnlyDictionary<string, RepeatedDelivery> All = new Dictionary<string, RepeatedDelivery>
    {
        ["claim"] = new(Open, Press(Sam, "claim"), Days(5)),
        ["assign, typed"] = new(Open, Say(Sam, $"assign {Id} to Priya Security"), Said(Priya, $"assign {Id} to Sam Security")),
        ["remind, typed"] = new(Open, Say(Rita, $"remind {Id}"), Days(1)),
        ["ask"] = new(
            Open,
            Press(Sam, "ask", "sent", ("question", "Which data do they get?")),
            After(Pressed(Rita, "reply", "1", ("answer_text", "Only the notes.")), Hours(1))
        ),
        ["reply"] = new(
            Asked("Which data do they get?"),
            Press(Rita, "reply", "1", ("answer_text", "Only the notes.")),
            Pressed(Priya, "ask", "sent", ("question", "And for how long?"))
        ),
        ["settle"] = new(
            OpenPoint,
            Press(Sam, "settle", "sent", ("training", "no"), ("source", "Their terms, page 4.")),
            Pressed(Priya, "ask", "sent", ("question", "And for how long?"))
        ),
        ["approve"] = new(
            Large,
            Press(Sam, "approve", "", ("terms", "agreed"), ("terms_ref", "MSA v3"), Reason),
            Pressed(Priya, "ask", "sent", ("question", "And for how long?"))
        ),
        ["approve with conditions"] = new(
            Large,
            Press(
                Sam,
                "approve_conditions",
                "sent",
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                Reason,
                ("condition_text", "Switch off training."),
                ("condition_when", "before_use")
            ),
            Pressed(Priya, "ask", "sent", ("question", "And for how long?"))
        ),
        ["reject"] = new(Open, Press(Sam, "reject", "sent", ("comment", "Not with these terms, sorry.")), Days(1)),
        ["withdraw"] = new(Open, Press(Rita, "withdraw", "yes"), Days(1)),
        ["edit"] = new(Open, Press(Rita, "edit"), Discarded),
        ["incident"] = new(
            Approved,
            Press(Rita, "incident", "sent", ("note_text", "They had a leak last night.")),
            After(Pressed(Rita, "checked", "sent", ("note_text", "Looked at who has access.")), Hours(1))
        ),
        ["report"] = new(
            Approved,
            Press(Rita, "report", "sent", ("note_text", "SOC 2 of last year.")),
            After(Pressed(Rita, "checked", "sent", ("note_text", "Looked at who has access.")), Hours(1))
        ),
        ["checked"] = new(
            Approved,
            Press(Rita, "checked", "sent", ("note_text", "Looked at who has access.")),
            Pressed(Rita, "report", "sent", ("note_text", "SOC 2 of last year."))
        ),
        ["done"] = new(
            Condition,
            Press(Rita, "done", "1", ("proof_text", "Switched off, see the ticket.")),
            Pressed(Priya, "confirm", "1")
        ),
        ["confirm"] = new(
            After(Condition, Pressed(Rita, "done", "1", ("proof_text", "Switched off, see the ticket."))),
            Press(Priya, "confirm", "1"),
            Pressed(Rita, "checked", "sent", ("note_text", "Looked at who has access."))
        ),
        ["revoke"] = new(Approved, Press(Sam, "revoke", "sent", ("comment", "They changed their terms.")), Days(1)),
        ["renew"] = new(Approved, Press(Rita, "renew"), Discarded),
        ["review, typed"] = new(Approved, Say(Rita, "review SUP-0001"), Discarded),
        ["exit"] = new(
            Approved,
            Press(Rita, "exit", "sent", ("exit_access", "All accounts are closed.")),
            Pressed(Rita, "exit", "sent", ("exit_access", "Some accounts are closed."))
        ),
        ["ended"] = new(
            After(Approved, Pressed(Rita, "exit", "sent", ("exit_access", "Closed."), ("exit_data", "Deleted."), ("exit_moved", "Moved."))),
            Press(Priya, "ended"),
            Days(1)
        ),
        ["new, typed"] = new(Nothing, Say(Rita, "new Acme Notes"), Discarded),
        ["an answer, typed"] = new(Said(Rita, "new"), Say(Rita, "Acme Notes"), After(Discarded, Said(Rita, "new"))),
        ["started from elsewhere"] = new(
            Nothing,
            bot => bot.Personal(Rita, new Request.StartElsewhere("Acme Notes", "For notes."), "twice") with { AnswersInPlace = true },
            Discarded
        ),
        ["change reported elsewhere"] = new(
            Approved,
            bot =>
                bot.Personal(Rita, new Request.ChangeElsewhere("SUP-0001", "SUP-0001", "T2", "New servers."), "twice") with
                {
                    AnswersInPlace = true,
                },
            Discarded
        ),
        ["roles add, typed"] = new(
            Nothing,
            Say(Carla, "roles add privacy Rita Requester"),
            Said(Carla, "roles remove privacy Rita Requester")
        ),
        ["roles remove, typed"] = new(
            Said(Carla, "roles add privacy Rita Requester"),
            Say(Carla, "roles remove privacy Rita Requester"),
            Said(Carla, "roles add privacy Rita Requester")
        ),
        ["here, typed"] = new(
            Nothing,
            bot => bot.InPlace(Carla, RequestReader.Typed("legal here"), "twice"),
            async bot => await bot.GiveAsync(bot.InPlace(Carla, RequestReader.Typed("legal not here")))
        ),
        ["delegate, typed"] = new(Nothing, Say(Sam, "delegate to Carla Ciso until 20 Dec"), Said(Sam, "I'm back")),
        ["away, typed"] = new(Nothing, Say(Sam, "away until 20 Dec"), Said(Sam, "I'm back")),
        ["back, typed"] = new(Said(Sam, "away until 20 Dec"), Say(Sam, "I'm back"), Said(Sam, "away until 20 Dec")),
    };

    private static Task Nothing(TestBot bot) => Task.CompletedTask;

    private static Task Open(TestBot bot) => bot.SendsAsync(Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));

    private static Task Large(TestBot bot) => bot.SendsAsync(Rita, "Acme Notes", SampleAnswers.LargeApp("Acme Notes"));

    private static Task OpenPoint(TestBot bot) =>
        bot.SendsAsync(
            Rita,
            "Acme Notes",
            new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["training"] = "not_sure" }
        );

    private static Func<TestBot, Task> Asked(string question) => After(Open, Pressed(Sam, "ask", "sent", ("question", question)));

    private static Task Approved(TestBot bot) =>
        After(Open, Pressed(Sam, "approve", "", ("terms", "agreed"), ("terms_ref", "MSA v3")))(bot);

    private static Task Condition(TestBot bot) =>
        After(
            Open,
            Pressed(
                Sam,
                "approve_conditions",
                "sent",
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("condition_text", "Switch off training."),
                ("condition_when", "before_use")
            )
        )(bot);

    private static async Task Discarded(TestBot bot)
    {
        var draft = (await bot.The<DraftStore>().FindAsync(Rita.Id, CancellationToken.None))!.Value.Draft;
        await bot.PressesAsync(Rita, CardStamp.OfDraft(draft.Id, "", draft.Revision), "discard");
    }

    private static Func<TestBot, Task> After(Func<TestBot, Task> first, Func<TestBot, Task> second) =>
        async bot =>
        {
            await first(bot);
            await second(bot);
        };

    private static Func<TestBot, Task> Days(int days) => Hours(24 * days);

    private static Func<TestBot, Task> Hours(int hours) =>
        bot =>
        {
            bot.Time.Advance(TimeSpan.FromHours(hours));
            return Task.CompletedTask;
        };

    private static Func<TestBot, Turn> Say(Person person, string text) => bot => bot.Personal(person, RequestReader.Typed(text), "twice");

    private static Func<TestBot, Task> Said(Person person, string text) => bot => bot.SaysAsync(person, text);

    /// <summary>With the stamp of the card as it was, which is what comes again.</summary>
    private static Func<TestBot, Turn> Press(Person person, string verb, string target = "", params (string Id, string Value)[] values) =>
        bot =>
            bot.Personal(
                person,
                RequestReader.Pressed(verb, target, StampOf(bot), values.ToDictionary(pair => pair.Id, pair => pair.Value), false),
                "twice"
            ) with
            {
                AnswersInPlace = true,
            };

    private static Func<TestBot, Task> Pressed(Person person, string verb, string target = "", params (string Id, string Value)[] values) =>
        bot => bot.PressesAsync(person, StampOf(bot), verb, target, values.ToDictionary(pair => pair.Id, pair => pair.Value));

    private static CardStamp StampOf(TestBot bot)
    {
        var current = bot.The<CaseStore>().FindAsync(Id, CancellationToken.None).GetAwaiter().GetResult()!.Value;
        return CardStamp.OfCase(Id, "review-security", current.ContentVersion);
    }
}
