using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Home;

/// <summary>
/// Publishes homes again whose lists changed under people who have them open (PROTOCOL.md "Modals and App Home"), one after the other and
/// no faster than Slack lets us. Nobody who never met the bot there is published to.
/// </summary>
public sealed class AppHomeRefresh(
    StaleAppHomes stale,
    AppHomes homes,
    ConversationStore conversations,
    TimeProvider time,
    ILogger<AppHomeRefresh> log
) : BackgroundService
{
    /// <summary>100 a minute (tier 4, PROTOCOL.md "Web API"). Before each, so that the messages of one change are one publishing.</summary>
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    /// <summary>About half an hour; then it waits for the person to open it.</summary>
    private const int MostTries = 12;

    /// <summary>People whose tries are counted; who falls out starts counting again.</summary>
    private const int MostTried = 1_000;

    private readonly BoundedCache<PersonId, int> tries = new(MostTried);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await stale.WaitAsync(stoppingToken))
            {
                await Task.Delay(Each, time, stoppingToken);
                await NextAsync(stale.Take(), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Homes are published again when they are opened.
        }
    }

    private async Task NextAsync(PersonId person, CancellationToken stopping)
    {
        var reply = await ShowAsync(person, stopping);
        if (reply.Ok || !AppHomes.Passes(reply))
        {
            tries.Remove(person);
            if (!reply.Ok)
                log.HomeGivenUp(person.Value, reply.Error!);
        }
        else if (RestAfter(reply) is { } rest)
        {
            stale.Changed([person]);
            await Task.Delay(rest, time, stopping);
        }
        else
            Later(person, reply.Error!);
    }

    /// <summary>What would meet everybody else, too.</summary>
    private static TimeSpan? RestAfter(ApiReply reply) => reply.Outcome == ApiOutcome.NotAccepted ? LongestBackoff : reply.RetryAfter;

    /// <summary>The others do not wait for it.</summary>
    private void Later(PersonId person, string error)
    {
        var tried = tries.Set(person, tries.Get(person) + 1);
        if (tried < MostTries)
        {
            var backoff = TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, tried)));
            _ = Task.Delay(backoff, time).ContinueWith(_ => stale.Changed([person]), TaskScheduler.Default);
            return;
        }
        tries.Remove(person);
        log.HomeGivenUp(person.Value, error);
    }

    private async Task<ApiReply> ShowAsync(PersonId person, CancellationToken stopping)
    {
        try
        {
            // A conversation with nobody's name is an address that was never spoken from.
            if (await conversations.FindAsync(Keys.Person(person), stopping) is not { Removed: false, Person: { } met, Reference: var at })
                return AppHomes.Shown;
            var turn = new Turn(RequestIds.Of("home", Ids.New()), at, new(met, true), new Request.ShowHelp(), null, AnswersInPlace: true);
            return await homes.ShowAsync(turn, opened: false, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested && fault is not OutOfMemoryException)
        {
            log.HomeFailed(fault, person.Value);
            return new() { Outcome = ApiOutcome.NotDone, Error = fault.GetType().Name };
        }
    }
}
