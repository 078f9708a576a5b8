using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;
using static SupplierBot.Slack.Tests.Kit.Company;

namespace SupplierBot.Slack.Tests.Modals;

/// <summary>The heaviest request there is, with the longest words: every modal of it is one Slack takes.</summary>
public sealed class ModalLimitsTests(Company company) : IClassFixture<Company>
{
    private static readonly Dictionary<string, string> Heavy = new(ModalIntake.Answers)
    {
        ["name"] = "<!channel> & " + new string('W', 187),
        ["purpose"] = string.Concat(Enumerable.Repeat("Ich & <du> ", 180)),
        ["service"] = new string('&', 200),
        ["website"] = "acme.example",
        ["role"] = "AISAAS,MODEL,DATA,COMPUTE",
        ["data"] = "personal,training_data,weights",
        ["volume"] = "large",
        ["access"] = "api,admin_prod,runs_live",
        ["stop"] = "customers",
        ["replace"] = "months",
        ["training"] = "not_sure",
        ["effects"] = "decides,into_models",
        ["where"] = "elsewhere",
        ["others"] = "unlisted",
        ["proof"] = "not_sure",
        ["deal"] = "negotiated",
    };

    [Fact]
    public async Task Every_window_keeps_the_limits_of_Slack()
    {
        await ModalIntake.SendAsync(company, "rita", Heavy);
        var review = await company.ReadsAsync("sam", company.Reviews, message => Has(message, ";review-security;"));
        foreach (
            var (form, field) in new[]
            {
                ("approve_conditions:", "terms"),
                ("ask:", "question"),
                ("settle:", "source"),
                ("reject:", "comment"),
            }
        )
        {
            await company.Driver.PressAsync("sam", company.Reviews, review, "review:");
            var deciding = await company.Slack.SeesAsync("sam", view => Has(view, ";approve;"));
            await company.Driver.PressInViewAsync("sam", deciding, form);
            await company.Slack.SeesAsync(
                "sam",
                view => (string?)view["previous_view_id"] == (string?)deciding["id"] && Has(view, $"\"block_id\":\"{field}\"")
            );
        }
        await company.Driver.OpenHomeAsync("sam");
        await company.Slack.SeesAsync("sam", view => Has(view, ";review;"), "home");
        var sent = company
            .Slack.Calls.Where(call => call.Form.ContainsKey("view"))
            .Select(call => JsonNode.Parse(call.Form["view"])!.AsObject())
            .ToList();
        Assert.True(sent.Count >= 7, $"{sent.Count} windows were sent.");
        Assert.All(sent, view => Assert.Empty(ModalRules.Broken(view)));
        Assert.Empty(await SlackTypes.ProblemsAsync(sent));
    }
}
