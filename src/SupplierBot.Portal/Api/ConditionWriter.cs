using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupplierBot.Chat.Access;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Portal.Api;

/// <summary>
/// Reports a condition as done: the press of the key's owner, decided by the code that decides it in chat. The idempotency key is its
/// delivery: sent again, it changes nothing and gets the same answer.
/// </summary>
internal static class ConditionWriter
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 100;

    public static async Task<IResult> DoneAsync(
        string id,
        int number,
        ApiConditionDone body,
        HttpContext http,
        ApiReader reader,
        ConversationStore conversations,
        ITurnHandler turns
    )
    {
        var (key, sent) = (http.Features.Get<ApiKey>()!, http.Request.Headers[KeyHeader].ToString());
        if (sent.Length is 0 or > LongestKey || sent.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return Invalid(
                KeyHeader,
                $"A header of 1 to {LongestKey} visible ASCII characters that you choose, the same when you repeat it."
            );
        if (await FindAsync(id, number, reader, http.RequestAborted) is not var (current, condition))
            return ApiEndpoints.NotThere($"{id}, condition {number}");
        if (condition.State != ApprovalConditionState.Open)
            return ApiEndpoints.Of(ApiMapping.Of(condition), ApiJson.Default.ApiCondition);
        if ((await conversations.FindAsync(Keys.Person(key.Owner.Id), http.RequestAborted))?.Reference is not { } conversation)
            return Conflict($"{key.Owner.Name} answers for this key and has never written to the bot. Ask them to say “help” to it once.");
        var press = new CardPress(
            Verbs.Done,
            condition.Number.ToString(CultureInfo.InvariantCulture),
            CardStamp.OfCase(current.Id, "", current.ContentVersion),
            new Dictionary<string, string> { ["proof_text"] = body.Proof ?? "" },
            Automatic: false
        );
        var actor = new Actor(key.Owner, Member: true);
        var turn = new Turn($"api-{key.Id}-{sent}", conversation, actor, RequestReader.Pressed(press), null, AnswersInPlace: true);
        var answer = await turns.HandleAsync(turn, http.RequestAborted);
        if (await FindAsync(id, number, reader, http.RequestAborted) is var (_, after) && after.State != ApprovalConditionState.Open)
            return ApiEndpoints.Of(ApiMapping.Of(after), ApiJson.Default.ApiCondition);
        return answer switch
        {
            TurnAnswer.Card { View: View.Form form } => Invalid("proof", WordsOf(form)),
            TurnAnswer.Card { View: var view } => Conflict(WordsOf(view)),
            TurnAnswer.Words { Text: var words } => Conflict(words),
            TurnAnswer.Failed { Message: var words } => Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: words),
            _ => Conflict("Nothing was changed."),
        };
    }

    private static async Task<(Case Case, ApprovalCondition Condition)?> FindAsync(
        string id,
        int number,
        ApiReader reader,
        CancellationToken cancellation
    ) =>
        id.StartsWith("REQ-", StringComparison.Ordinal)
        && await reader.CaseAsync(id, cancellation) is { } current
        && current.Conditions.FirstOrDefault(condition => condition.Number == number) is { } found
            ? (current, found)
            : null;

    /// <summary>What the card says of the press; where it says nothing of it, what it is.</summary>
    private static string WordsOf(View view) =>
        view.ErrorNotices.Concat(view.TopNotices).Select(notice => notice.Text).FirstOrDefault()
        ?? (view is View.Notice { Lines: [{ Text: var text }, ..] } ? text : view.Plain);

    private static IResult Invalid(string name, string words) =>
        Results.ValidationProblem(new Dictionary<string, string[]> { [name] = [words] });

    private static IResult Conflict(string words) => Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: words);
}
