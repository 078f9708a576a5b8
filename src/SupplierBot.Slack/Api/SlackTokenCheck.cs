using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupplierBot.Slack.Api;

/// <summary>
/// Asks Slack, once the bot listens, who it takes us for: a token that is not good, or of another workspace than the settings name, stands
/// in the log before the first message is lost to it. The bot runs all the same: what it cannot send it keeps.
/// </summary>
internal sealed class SlackTokenCheck(SlackApi api, SlackApiOptions options, TimeProvider time, ILogger<SlackTokenCheck> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            Say(await api.CallAsync("auth.test", new Dictionary<string, string>(), either.Token));
        }
        catch (OperationCanceledException)
        {
            log.NotChecked("no answer in time");
        }
    }

    private void Say(ApiReply reply)
    {
        var team = reply.Text("team_id") ?? "";
        if (reply.Outcome == ApiOutcome.NotAccepted)
            return; // The call said so itself.
        if (!reply.Ok)
            log.NotChecked(reply.Error!);
        else if (team != options.TeamId)
            log.OtherWorkspace(team, options.TeamId);
        else
            log.Connected(team, reply.Text("user") ?? "");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
