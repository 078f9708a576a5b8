using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Talk.Slack;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Talk.Both;

/// <summary>Sam is on Teams, where his role is, and has an account on Slack with the same address.</summary>
public sealed class CompanyOfTwoAccounts() : CompanyOnBoth(nameof(Personas.Sam))
{
    internal ChatUser SamOnSlack { get; private set; } = null!;

    private protected override async Task StartedAsync(SlackWorkspace workspace)
    {
        Slack.Traits[Slack.User("sam")] = new()
        {
            ["profile"] = new JsonObject { ["real_name"] = "Sam", ["email"] = Personas.Sam.Mail },
        };
        SamOnSlack = await workspace.JoinsAsync(Personas.Sam);
        await Sam.SaysAsync("help", "What you can ask me"); // either account is joined to the other when both were met with their address
    }
}
