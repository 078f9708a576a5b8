using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>Signed requests of people who may not, or that say more than was on screen: answered, and nothing is changed.</summary>
public sealed class SlackEndpointsAuthorityTests(AttackedCompany company) : IClassFixture<AttackedCompany>
{
    private const string Foreign = "T0FOREIGN01";

    /// <param name="Value">What the button or the modal says that it carries; <c>{stamp}</c> is that of the review as it is.</param>
    /// <param name="Typed">By field, joined by <c>&amp;</c>.</param>
    private sealed record Attack(string Who, string Value, string Typed = "");

    private static readonly Dictionary<string, Attack> Attacks = new()
    {
        ["the requester approves"] = new("rita", "{stamp};;;approve;", "terms=covered&terms_ref=Terms v7"),
        ["the requester rejects, so as to have decided"] = new("rita", "{stamp};;;reject;sent", "comment=Because I say so, at length."),
        ["the requester settles an open point"] = new("rita", "{stamp};;;settle;sent", "training=no&source=I know it myself"),
        ["the requester claims the review"] = new("rita", "{stamp};;;claim;"),
        ["somebody without a role approves"] = new("guest", "{stamp};;;approve;", "terms=covered&terms_ref=Terms v7"),
        ["somebody without a role withdraws"] = new("guest", "{stamp};;;withdraw;sent", "comment=I take it back for her."),
        ["somebody without a role asks"] = new("guest", "{stamp};;;ask;sent", "question=What is it that you asked for?"),
        ["an approver withdraws for the requester"] = new("sam", "{stamp};;;withdraw;sent", "comment=I take it back for her."),
        ["an approver replies for the requester"] = new("sam", "{stamp};;;reply;1", "answer_text=She meant no."),
        ["an approver edits for the requester"] = new("sam", "{stamp};;;edit;"),
        ["approved from a card of before"] = new("sam", "REQ-{year}-0001;review-security;0;;;approve;", "terms=covered&terms_ref=Terms v7"),
        ["approved from a card of the future"] = new(
            "sam",
            "REQ-{year}-0001;review-security;99;;;approve;",
            "terms=covered&terms_ref=Terms v7"
        ),
        ["approved without saying where the contract stands"] = new("sam", "{stamp};;;approve;"),
        ["rejected without a reason"] = new("sam", "{stamp};;;reject;sent"),
        ["rejected with a reason nobody can see"] = new(
            "sam",
            "{stamp};;;reject;sent",
            "comment=\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b"
        ),
        ["a revocation of what was not approved"] = new("sam", "{stamp};;;revoke;sent", "comment=It was never approved at all."),
        ["a condition that nobody set is done"] = new("rita", "{stamp};;;done;1", "proof_text=Look, it is all done."),
        ["a condition that nobody set is confirmed"] = new("sam", "{stamp};;;confirm;1"),
        ["a case that is not there"] = new("sam", "REQ-{year}-0999;review-security;1;;;approve;", "terms=covered&terms_ref=Terms v7"),
        ["a case by another's key"] = new("sam", "../r-REQ-{year}-0001;review-security;1;;;approve;", "terms=covered&terms_ref=Terms v7"),
        ["a verb no button has"] = new("sam", "{stamp};;;approve_all;"),
        ["the questions of another, answered"] = new(
            "guest",
            ";;{revision};{draft};basics;answer;",
            "name=Mallory&purpose=Something else entirely"
        ),
        ["the questions of another, sent"] = new("guest", ";;{revision};{draft};summary;submit;"),
        ["the questions of another, deleted"] = new("guest", ";;{revision};{draft};;discard;"),
        ["the questions of another, by an approver of a draft and a case at once"] = new(
            "sam",
            "REQ-{year}-0001;review-security;1;{draft};summary;submit;"
        ),
        ["a role for oneself"] = new("guest", ";;;;;say;roles add security Guest"),
        ["a role taken from another"] = new("rita", ";;;;;say;roles remove security Sam"),
        ["See messages that couldn't be delivered, for who is no admin"] = new("guest", ";;;;;say;deliveries"),
        ["a number that is none"] = new("sam", "REQ-{year}-0001;review-security;1e9;;;approve;", "terms=covered&terms_ref=Terms v7"),
    };

    public static readonly TheoryData<string> Names = new(Attacks.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sent_from_a_window_that_was_never_shown(string what)
    {
        var attack = Attacks[what];
        var answer = await SentAsync(attack.Who, ModalOf(attack));
        // A yes is asked for once more, no matter who says it; what counts comes then.
        if ((string?)answer.Json!["response_action"] == "push")
            answer = await SentAsync(attack.Who, answer.Json["view"]!.AsObject());
        Assert.Equal(200, answer.Status);
        Assert.Contains((string?)answer.Json!["response_action"], new[] { "update", "errors" });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Pressed_on_a_message_whose_button_said_something_else(string what)
    {
        var attack = Attacks[what];
        var message = company.Review.DeepClone().AsObject();
        var button = message["blocks"]!.AsArray()[^1]!["elements"]![0]!.AsObject();
        (button["action_id"], button["value"]) = ("forged", Value(attack));
        foreach (var (id, value) in Typed(attack))
            message["blocks"]!.AsArray().Add(Input(id, value));
        var answer = await company.ChangesNothingAsync(() =>
            company.Driver.PressAsync(attack.Who, company.Reviews, message, "forged", Typed(attack))
        );
        Assert.Equal((200, ""), (answer.Status, answer.Body));
    }

    public static readonly TheoryData<string> Strangers =
    [
        "user of another workspace",
        "request of another workspace",
        "guest of ours",
        "bot of ours",
        "somebody who left",
    ];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Who_is_no_member_decides_nothing(string who)
    {
        var sam = company.Slack.User("sam");
        if (who is "guest of ours")
            await ActsAsync(sam, new() { ["is_restricted"] = true });
        else if (who is "bot of ours")
            await ActsAsync(sam, new() { ["is_bot"] = true });
        else if (who is "somebody who left")
            await ActsAsync(sam, new() { ["deleted"] = true });
        else
            await DecidesNothingAsync(payload =>
            {
                payload["user"]!["team_id"] = Foreign;
                if (who is "request of another workspace")
                    payload["team"]!["id"] = Foreign;
            });
    }

    /// <summary>A modal is opened only for who pressed, and only once; who is too late gets the answer as a message.</summary>
    [Fact]
    public async Task A_trigger_that_is_over_opens_nothing_and_is_not_silence()
    {
        var priya = company.Slack.User("priya");
        company.Slack.Faults.Refuse("views.open", "expired_trigger_id");
        await company.ChangesNothingAsync(() => company.Driver.PressAsync("priya", company.Reviews, company.Review, "review:"));
        await company.ReadsAsync("priya", await company.Slack.DirectAsync("priya"), message => Company.Has(message, ";approve;"));
        Assert.NotEmpty(priya);
    }

    [Fact]
    public async Task The_trigger_of_another_workspace_opens_nothing()
    {
        company.Slack.Faults.Refuse("views.open", "invalid_trigger_id");
        var answer = await company.ChangesNothingAsync(() =>
            company.Driver.SendAsync(
                SlackRequest.Payload(
                    SlackDriver.Interactions,
                    SlackPayloads.By(
                        "shortcut",
                        "U0FOREIGN01",
                        "mallory",
                        "1.2.foreign",
                        new JsonObject
                        {
                            ["callback_id"] = "supplier_new",
                            ["team"] = new JsonObject { ["id"] = Foreign },
                        }
                    )
                )
            )
        );
        Assert.Equal((200, ""), (answer.Status, answer.Body));
    }

    /// <summary>Whom the workspace calls something else the bot asks again, once Slack says that the person changed.</summary>
    private async Task ActsAsync(string user, JsonObject traits)
    {
        company.Slack.Traits[user] = traits;
        await ChangedAsync(user);
        await DecidesNothingAsync(_ => { });
        company.Slack.Traits.TryRemove(user, out _);
        await ChangedAsync(user);
    }

    private Task<SlackAnswer> ChangedAsync(string user) =>
        company.Driver.EventAsync(
            new()
            {
                ["type"] = "user_change",
                ["user"] = new JsonObject { ["id"] = user },
            }
        );

    private Task<SlackAnswer> SentAsync(string who, JsonObject view, Action<JsonObject>? change = null)
    {
        var shown = view.DeepClone().AsObject();
        shown["id"] ??= "V0CONFIRM01";
        var payload = SlackPayloads.By(
            "view_submission",
            company.Slack.User(who),
            who,
            $"1.2.{Guid.NewGuid():N}",
            new JsonObject
            {
                ["view"] = SlackPayloads.WithState(shown, TypedState.Of(shown["blocks"]!.AsArray(), new Dictionary<string, string>())),
            }
        );
        change?.Invoke(payload);
        return company.ChangesNothingAsync(() => company.Driver.SendAsync(SlackRequest.Payload(SlackDriver.Interactions, payload)));
    }

    private async Task DecidesNothingAsync(Action<JsonObject> change)
    {
        var view = ModalOf(new("sam", "{stamp};;;approve;"));
        view["private_metadata"] = (string)view["private_metadata"]! + "\n" + """{"terms":"covered"}""";
        var answer = await SentAsync("sam", view, change);
        Assert.Equal((200, "update"), (answer.Status, (string?)answer.Json!["response_action"]));
        Assert.DoesNotContain("Acme Target", answer.Body, StringComparison.Ordinal);
    }

    private JsonObject ModalOf(Attack attack)
    {
        var view = company.Page.DeepClone().AsObject();
        view["private_metadata"] = Value(attack);
        view["blocks"] = new JsonArray([.. Typed(attack).Select(field => (JsonNode)Input(field.Key, field.Value))]);
        return view;
    }

    private string Value(Attack attack)
    {
        var draft = ((string)company.Page["private_metadata"]!).Split(';');
        return attack
            .Value.Replace("{stamp}", company.Stamp, StringComparison.Ordinal)
            .Replace("{revision}", draft[2], StringComparison.Ordinal)
            .Replace("{draft}", draft[3], StringComparison.Ordinal)
            .Replace("{year}", company.Stamp.Split('-')[1], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Typed(Attack attack) =>
        attack
            .Typed.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('='))
            .ToDictionary(field => field[0], field => field[1]);

    private static JsonObject Input(string id, string value) =>
        new()
        {
            ["type"] = "input",
            ["block_id"] = id,
            ["element"] = new JsonObject
            {
                ["type"] = "plain_text_input",
                ["action_id"] = id,
                ["initial_value"] = value,
            },
        };
}
