using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Hostile;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Conversations.Hostile;

/// <summary>Cards edited by hand and cards of other people: an answer for each press, and nothing of anybody is changed or shown.</summary>
[Collection(HostileCollection.Name)]
public sealed class HostileStampsTests(HostileCompany company)
{
    private static readonly string[] Pressed =
    [
        .. Verbs.All.Order(StringComparer.Ordinal),
        "no such verb",
        "<script>",
        "APPROVE",
        "approve ",
        "\u202E",
    ];

    private static readonly string[] Filled =
    [
        """ "comment": "A reason that is long enough.", "question": "Is that so, and since when?", "answer_text": "It is so, they say.", "proof_text": "A picture of it all." """,
        """ "terms": "agreed", "condition_text": "Switch off training.", "source": "their terms", "training": "no", "where": "uk_eea", "name": "Other", "purpose": "Other" """,
    ];

    private static string[] Stamps(string request, string draft) =>
        [
            "null",
            "5",
            "[]",
            "\"x\"",
            "{}",
            $$"""{ "case": "{{request}}" }""",
            $$"""{ "case": "{{request}}", "slot": "review-security", "version": -1 }""",
            $$"""{ "case": "{{request}}", "slot": "review-security", "version": 99999999999999999999 }""",
            $$"""{ "case": "{{request}}", "slot": "no such slot", "version": "one" }""",
            $$"""{ "case": "{{request}}", "slot": { "a": [] }, "version": { "a": 1 } }""",
            $$"""{ "case": "{{request}}", "slot": "told-Asked-1-teams:eve", "version": 1 }""",
            $$"""{ "case": "{{request}}", "draft": "{{draft}}", "page": "summary", "version": 1 }""",
            $$"""{ "case": ["{{request}}"], "version": [1] }""",
            """{ "case": "REQ-2026-9999", "slot": "receipt", "version": 1 }""",
            """{ "case": "../../x\u0000?#", "slot": "receipt", "version": 1 }""",
            $$"""{ "draft": "{{draft}}", "page": "summary", "version": 1 }""",
            $$"""{ "draft": "{{draft}}", "page": "no such page", "version": -2147483648 }""",
            """{ "draft": "nobody's", "page": "supplier", "version": 2147483647 }""",
            """{ "draft": true, "page": 7, "version": true }""",
        ];

    /// <summary>
    /// Somebody without any part in it presses every button there is, with every stamp: Rita's request and Rita's draft stay as they were.
    /// </summary>
    [Fact]
    public async Task A_stranger_presses_everything_and_changes_and_learns_nothing()
    {
        var owner = company.Newcomer();
        var supplier = Supplier.NotesApp(company.NewName("Secret Vendor"));
        var request = await company.OnboardsAsync(owner, supplier);
        await company.Sound(owner.SaysAsync($"new {company.NewName("Second Vendor")}"));
        var draft = (string)owner.Newest.Card!.Button("answer").Action["data"]!["_"]!["draft"]!;
        var (requestBefore, draftBefore) = (await ShownAsync(owner, $"status {request}"), await ContinuedAsync(owner));
        var eve = company.Newcomer();
        await company.Sound(eve.InstallsAsync());
        string[] targets = ["", "sent", request];
        var presses = from stamp in Stamps(request, draft) from verb in Pressed from target in targets select (stamp, verb, target);
        foreach (
            var (stamp, verb, target) in presses.Where(
                (_, number) => LongRun.IsOn || number % targets.Length == number / targets.Length % targets.Length
            )
        )
        {
            var data = JsonNode.Parse($$"""{ "_": {{stamp}}, "target": "{{target}}", {{Filled[target.Length % 2]}} }""");
            var answer = await company.Sound(eve.GiveAsync(eve.Execute(verb, data)));
            Assert.True(answer.Card is not null || answer.Words.Length > 0, $"{verb} {stamp}: {answer.Body}");
            Assert.DoesNotContain(supplier.Name, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("sales calls", answer.Body, StringComparison.Ordinal);
        }
        Assert.Equal(requestBefore, await ShownAsync(owner, $"status {request}"));
        Assert.Equal(draftBefore, await ContinuedAsync(owner));
        company.LoggedNoFault();
    }

    /// <summary>An approver whose client sends nonsense for the version decides nothing.</summary>
    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("2147483647")]
    [InlineData("1e99")]
    [InlineData("\"one\"")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task A_version_that_was_never_shown_decides_nothing(string version)
    {
        var rita = company.Newcomer();
        var request = await company.OnboardsAsync(rita, Supplier.NotesApp(company.NewName("Acme")));
        var before = await ShownAsync(rita, $"status {request}");
        foreach (var verb in new[] { "approve", "approve_conditions", "reject", "ask" })
        {
            var data = JsonNode.Parse(
                $$"""{ "_": { "case": "{{request}}", "slot": "review-security", "version": {{version}} }, "target": "sent", {{Filled[0]}}, {{Filled[1]}} }"""
            );
            var answer = await company.Sound(company.Sam.GiveAsync(company.Sam.Execute(verb, data)));
            Assert.True(answer.Card!.Contains("This request has changed since you opened it."), $"{verb}: {answer.Body}");
        }
        Assert.Equal(before, await ShownAsync(rita, $"status {request}"));
    }

    /// <summary>Without Action.Execute the same data comes as a message, and the answer is a message.</summary>
    [Fact]
    public async Task The_same_as_a_submit_of_an_old_client()
    {
        var eve = company.Newcomer();
        foreach (var verb in Pressed)
        {
            var activity = eve.Message("");
            activity["value"] = JsonNode.Parse(
                $$"""{ "verb": "{{verb}}", "_": { "case": "REQ-2026-9999", "draft": "x", "version": -5 }, {{Filled[0]}} }"""
            );
            await company.Sound(eve.GiveAsync(activity));
        }
        company.LoggedNoFault();
    }

    private static async Task<string> ShownAsync(Employee who, string said)
    {
        await who.SaysAsync(said);
        return string.Join('\n', who.Newest.Card!.Texts);
    }

    private static async Task<string> ContinuedAsync(Employee who)
    {
        await who.SaysAsync("help");
        return (await who.PressesAsync(who.Newest.Card!, "Continue")).Body;
    }
}
