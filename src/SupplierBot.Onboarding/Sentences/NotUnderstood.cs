using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Two lines and three buttons, by who asks and where: never everything there is.</summary>
public static class NotUnderstood
{
    public const string Key = "talk.not_understood";

    internal static Outcome Of(SentenceRequest request)
    {
        var wording = request.Context.Wording;
        if (request.Draft is not null)
            return request.Reply(
                [wording["talk.not_understood_draft"], request.State.MissedBefore ? Security(request) : wording["talk.continue_on_card"]],
                CardStamp.None,
                request.Back,
                request.Says("page.stop", "cancel"),
                request.Help
            ) with
            {
                Refused = Key,
            };
        var waiting = request.Waiting.Count;
        var second =
            request.State.MissedBefore ? Security(request)
            : request.OnlyReads ? wording["talk.tell_reader"]
            : !request.Decides ? wording["talk.tell_me"]
            : waiting > 0 ? request.Count("talk.are_waiting", waiting, ("n", CaseTexts.Counted(waiting)))
            : wording["talk.nothing_waiting_short"];
        return request.Reply(
            [wording[Key], second],
            CardStamp.None,
            waiting > 0 ? [request.Pending, request.CanIUse, request.Help]
                : request.OnlyReads ? RecordSentences.ForReaders(request)
                : request.Decides ? [request.New(), request.CanIUse, request.Help]
                : [request.New(), request.CanIUse, request.Mine]
        ) with
        {
            Refused = Key,
        };
    }

    /// <summary>The same for everybody who reads along.</summary>
    public static View InChannel(Wording wording) =>
        new View.Notice("", [new LabelledText(wording["talk.channel"]), new LabelledText(wording["talk.channel_else"])])
        {
            Plain = Texts.Clip(wording["talk.channel"], 120),
            Buttons =
            [
                Notices.OwnChat(wording),
                new(wording["talk.can_i_use_button"], Verbs.Say, Says: "can I use"),
                new(wording["talk.help_button"], Verbs.Say, Says: "help"),
            ],
        };

    private static string Security(SentenceRequest request) => request.Say("talk.security_helps", ("names", request.Security));
}
