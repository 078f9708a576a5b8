using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Hostile;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Hostile;

/// <summary>
/// The forms over a case, filled with nonsense and pressed in odd orders: what is wrong is said, what was typed comes back, and the case is
/// as it was.
/// </summary>
[Collection(HostileCollection.Name)]
public sealed class HostileFormsTests(HostileCompany company)
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("**no** <at>Sam</at> [x](javascript:1) ", 270));

    [Theory]
    [InlineData("reject", "comment")]
    [InlineData("ask", "question")]
    [InlineData("approve_conditions", "condition_text")]
    [InlineData("approve_conditions", "condition_text_3")]
    [InlineData("approve_conditions", "terms_ref")]
    [InlineData("settle", "source")]
    public async Task Ten_thousand_characters_come_back_with_how_many_fit(string verb, string field)
    {
        var (_, request) = await AsksAsync();
        var before = await StatusAsync(request);
        var answer = await SamAsync(
            request,
            verb,
            "sent",
            ("condition_text", "Switch off training."),
            ("terms_ref", "MSA v3"),
            (field, Long),
            ("terms", "agreed"),
            ("training", "no")
        );
        Assert.Contains(
            answer.Card!.Texts,
            text =>
                text.Contains("the limit is", StringComparison.Ordinal) || text.Contains("up to 500 characters", StringComparison.Ordinal)
        );
        Assert.Equal(Long, answer.Card.Input(field).Value);
        Assert.Equal(before, await StatusAsync(request));
        company.LoggedNoFault();
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2026-02-30")]
    [InlineData("soon")]
    [InlineData("<script>")]
    [InlineData("-1")]
    public async Task A_due_date_that_is_past_or_no_date_comes_back_with_the_days_that_do(string due)
    {
        var (_, request) = await AsksAsync();
        var before = await StatusAsync(request);
        var answer = await SamAsync(
            request,
            "approve_conditions",
            "sent",
            ("condition_text", "Switch off training."),
            ("condition_when", "by_date"),
            ("condition_due", due),
            ("terms", "agreed"),
            ("terms_ref", "MSA v3")
        );
        Assert.True(answer.Card!.Contains("Choose a date from tomorrow to"), string.Join('\n', answer.Card.Texts));
        Assert.Equal("Switch off training.", answer.Card.Input("condition_text").Value);
        Assert.Equal(before, await StatusAsync(request));
        company.LoggedNoFault();
    }

    /// <summary>
    /// Every step before there is anything to do, twice, and after it is over: each is answered, and only what may be done is done.
    /// </summary>
    [Fact]
    public async Task Odd_orders_are_answered_and_do_nothing_that_may_not_be_done()
    {
        var (rita, request) = await AsksAsync();
        await RefusedAsync(rita, request, "reply", "There's no open question", ("answer_text", "I answer all the same."));
        await RefusedAsync(rita, request, "done", "There's nothing to report", ("proof_text", "It was done long ago."));
        await RefusedAsync(rita, request, "confirm", "nothing to confirm");
        await RefusedAsync(company.Sam, request, "confirm", "nothing to confirm");
        await RefusedAsync(company.Sam, request, "revoke", "There's no approval to revoke", ("comment", "Before there was any."));
        await RefusedAsync(company.Sam, request, "settle", "Say how you know", ("training", "no"));
        await RefusedAsync(
            company.Sam,
            request,
            "settle",
            "at least one answer",
            ("training", "no such answer"),
            ("source", "their terms")
        );
        await RefusedAsync(company.Sam, request, "ask", "at least 10 letters or digits", ("question", "?"));
        await RefusedAsync(company.Sam, request, "reply", "Only", ("answer_text", "I answer for her."));

        Assert.True(
            (
                await SamAsync(request, "ask", "sent", ("question", "Do they train on it, perhaps?"), ("about", "training,unknown"))
            ).Card!.Contains("Question sent")
        );
        await RefusedAsync(
            company.Sam,
            request,
            "ask",
            "Question sent",
            ("question", "Do they train on it, perhaps?"),
            ("about", "training")
        );
        await RefusedAsync(rita, request, "reply", "Write an answer", ("answer_text", "\u200B\u200B"));
        Assert.True((await PressAsync(rita, request, "reply", "99", ("training", "no"), ("answer_text", "Section 4 rules it out."))).Good);
        await RefusedAsync(rita, request, "reply", "There's no open question", ("answer_text", "And once more."));
        await RefusedAsync(company.Sam, request, "settle", "There are no open points", ("training", "yes"), ("source", "their terms"));

        Assert.True(
            (
                await SamAsync(
                    request,
                    "approve_conditions",
                    "sent",
                    ("condition_text", "Switch it off for good."),
                    ("condition_owner", "requester"),
                    ("terms", "agreed"),
                    ("terms_ref", "MSA v3")
                )
            ).Card!.Contains("approved with conditions")
        );
        await RefusedAsync(company.Sam, request, "reject", "Already decided", ("comment", "I changed my mind after all."));
        await RefusedAsync(company.Sam, request, "ask", "Already decided", ("question", "And one more question?"));
        await RefusedAsync(rita, request, "withdraw", "Already decided");
        await RefusedAsync(rita, request, "edit", "Already decided");
        await RefusedAsync(company.Sam, request, "confirm", "nothing to confirm");
        await RefusedAsync(rita, request, "done", "at least 10 letters or digits", ("proof_text", "done"));
        Assert.True(
            (await PressAsync(rita, request, "done", "1", ("proof_text", "A picture of the setting."))).Card!.Contains("to confirm it")
        );
        await RefusedAsync(rita, request, "confirm", "your own request");
        Assert.True((await SamAsync(request, "confirm", "1")).Card!.Contains("Confirmed"));
        await RefusedAsync(company.Sam, request, "confirm", "nothing to confirm");
        Assert.True((await SamAsync(request, "revoke", "sent", ("comment", "It leaked what we gave it."))).Good);
        await RefusedAsync(company.Sam, request, "revoke", "Already decided", ("comment", "It leaked once more, too."));
        company.LoggedNoFault();
    }

    /// <summary>Refused: said in these words, and the case is as it was.</summary>
    private async Task RefusedAsync(Employee who, string request, string verb, string says, params (string Id, string Value)[] values)
    {
        var before = await StatusAsync(request);
        var answer = await PressAsync(who, request, verb, verb is "reply" or "done" or "confirm" ? "" : "sent", values);
        Assert.True(answer.Card!.Contains(says), $"{verb}: `{says}` is not on:\n{string.Join('\n', answer.Card.Texts)}");
        Assert.Equal(before, await StatusAsync(request));
    }

    private async Task<(Employee Rita, string EmployeeRequest)> AsksAsync()
    {
        var rita = company.Newcomer();
        return (rita, await company.OnboardsAsync(rita, Supplier.NotesApp(company.NewName("Acme")).But("training", "not_sure")));
    }

    private async Task<string> StatusAsync(string request) => string.Join('\n', (await CaseAsync(request)).Texts);

    /// <summary>By a button, whose answer is in the response: what is delivered to Sam meanwhile cannot be taken for it.</summary>
    private async Task<Card> CaseAsync(string request) =>
        (await company.Sound(company.Sam.GiveAsync(company.Sam.Execute("say", new JsonObject { ["say"] = $"status {request}" })))).Card!;

    private Task<Answer> SamAsync(string request, string verb, string target = "", params (string Id, string Value)[] values) =>
        PressAsync(company.Sam, request, verb, target, values);

    /// <summary>With the newest version, as somebody who looks at the newest card.</summary>
    private async Task<Answer> PressAsync(
        Employee who,
        string request,
        string verb,
        string target,
        params (string Id, string Value)[] values
    )
    {
        var stamp =
            (await CaseAsync(request))
                .Buttons.Select(button => button.Action["data"]?["_"])
                .OfType<JsonObject>()
                .FirstOrDefault(found => (string?)found["case"] == request)
                ?["version"]?.DeepClone()
            ?? 1;
        var data = new JsonObject
        {
            ["_"] = new JsonObject
            {
                ["case"] = request,
                ["slot"] = "review-security",
                ["version"] = stamp,
            },
            ["target"] = target,
        };
        foreach (var (id, value) in values)
            data[id] = value;
        return await company.Sound(who.GiveAsync(who.Execute(verb, data)));
    }
}
