using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Words to the bot itself. "Thanks" is never an answer, and needs none but "You're welcome".</summary>
internal static class SmallTalkAnswers
{
    public static Outcome Handle(SmallTalk kind, SentenceRequest request) =>
        kind switch
        {
            SmallTalk.Emoji or SmallTalk.Acknowledgement => new() { Answer = null },
            SmallTalk.Thanks => request.Reply(request.Context.Wording[request.Draft is null ? "talk.welcome" : "talk.welcome_draft"]),
            SmallTalk.NeverMind => request.Reply(request.Context.Wording["talk.never_mind"]),
            SmallTalk.AboutTheBot => request.Reply(request.Say("talk.a_bot", ("names", request.Security)), request.Help),
            SmallTalk.Complaint => request.Reply(
                request.Say("talk.complaint", ("names", request.Security)),
                request.New(),
                request.Mine,
                request.Help
            ),
            SmallTalk.Instruction => request.Reply(
                request.Context.Wording["talk.instruction"],
                request.Decides ? request.Pending : request.Mine,
                request.Help
            ),
            _ => Greeting(request),
        };

    /// <summary>A name on the register is no slip of the keyboard.</summary>
    public static Outcome Mistyped(Request.Mistyped typo, SentenceRequest request) =>
        request.State.SameName.Count > 0
            ? RegisterLookup.Known(request.State.SameName, request)
            : request.Reply(
                request.Say("talk.did_you_mean", ("command", typo.Command)),
                new Button(
                    char.ToUpperInvariant(typo.Command[0]) + typo.Command[1..],
                    Verbs.Say,
                    Says: typo.Command,
                    Style: ButtonStyle.Main
                ),
                typo.Command == "help" ? request.Cancel : request.Help
            );

    public static Outcome OtherLanguage(string name, SentenceRequest request) =>
        request.Reply(
            request.Say("talk.only_english", ("name", SentenceRequest.Short(name))),
            new Button(
                Texts.Clip(request.Say("talk.check_name_button", ("name", name)), 40),
                Verbs.Say,
                Says: RequestReader.Saying("can I use", name),
                Style: ButtonStyle.Main
            ),
            request.Help
        );

    private static Outcome Greeting(SentenceRequest request)
    {
        var name = Texts.Clip(request.Actor.Person.FirstName, 60);
        return request.Waiting.Count > 0
                ? request.Reply(
                    request.Count(
                        "talk.hello_waiting",
                        request.Waiting.Count,
                        ("n", CaseTexts.Counted(request.Waiting.Count)),
                        ("name", name)
                    ),
                    request.Pending,
                    request.New(ButtonStyle.Plain),
                    request.Help
                )
            : request.OnlyReads ? request.Reply(request.Say("talk.hello_reader", ("name", name)), RecordSentences.ForReaders(request))
            : request.Reply(request.Say("talk.hello", ("name", name)), request.New(), request.CanIUse, request.Mine);
    }
}
