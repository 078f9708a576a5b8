using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Reading;

/// <summary>
/// From <c>/supplier …</c> to a turn. Nobody else sees it, in whatever channel it is typed; a request opens its modal, everything else is
/// answered in words.
/// </summary>
internal static class CommandReader
{
    public static SlackTurn Read(SlashCommand sent, SlackOptions options, DateOnly today)
    {
        var request = MessageWords.Read(sent.Text, null, today, isExplicit: true);
        // Outside the own chat nothing is an answer to a question.
        if (request is Request.Unclear)
            request = RequestReader.Typed("help", today, isExplicit: true);
        Origin origin = request is Request.StartDraft ? new Origin.Nothing() : new Origin.Command(sent.ResponseUrl);
        return new(
            new(
                RequestIds.Of(sent.TeamId, sent.UserId, RequestIds.Only(sent.TriggerId, sent.ResponseUrl)),
                RequestSenders.Own(sent.UserId, sent.TeamId, sent.ApiAppId),
                RequestSenders.ActorOf(sent.UserId, sent.UserName, sent.TeamId, options),
                request,
                null,
                AnswersInPlace: true
            )
            {
                InModal = true,
            },
            origin,
            sent.TriggerId
        );
    }
}
