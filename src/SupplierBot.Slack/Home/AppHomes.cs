using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Home;

/// <summary>
/// The app's home, for each person their own: published when they open it, when they did something there, and when their lists changed
/// under them (<see cref="AppHomeRefresh"/>). Eight parts: how it is shown, and what it is made from.
/// </summary>
public sealed class AppHomes(
    SlackApi api,
    SlackTurns turns,
    SlackCards cards,
    StaleAppHomes stale,
    AppHomeContents contents,
    ChatSettings settings,
    TimeProvider time,
    ILogger<AppHomes> log
) : IDisposable
{
    private static readonly string[] Lists = ["pending", "mine"];
    private const string InUse = "in_use";
    private const int MostKnown = 10_000;
    private const int MostAtOnce = 64;

    internal static readonly ApiReply Shown = new() { Outcome = ApiOutcome.Done };

    /// <summary>The hash of what each person's home shows. Only where no other process publishes.</summary>
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostKnown, Clock = new CacheClock(time) });

    /// <summary>Of one person one publishing at a time, so that what was read first is not shown last.</summary>
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, MostAtOnce).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Whether it can be shown later as it cannot now.</summary>
    internal static bool Passes(ApiReply reply) =>
        reply.Outcome is ApiOutcome.Throttled or ApiOutcome.NotDone or ApiOutcome.Unclear or ApiOutcome.NotAccepted;

    /// <summary>After the acknowledgement: nobody is left to tell of a fault but the log, and what passes is tried again.</summary>
    /// <param name="turn">What made it necessary: its person, and an id to tell one publishing from another.</param>
    public async Task PublishAsync(Turn turn)
    {
        try
        {
            var reply = await ShowAsync(turn, opened: true, CancellationToken.None);
            if (!reply.Ok)
                log.AnswerNotShown(turn.Id, "views.publish", reply.Error!);
            if (Passes(reply))
                stale.Changed([turn.Actor.Id]);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.ShowingFailed(fault, turn.Id);
        }
    }

    /// <param name="opened">They look at it now: published also where nothing changed.</param>
    internal async Task<ApiReply> ShowAsync(Turn turn, bool opened, CancellationToken cancellation)
    {
        if (!turn.Actor.Member || SlackIds.UserOf(turn.Actor.Id) is not { } user)
            return Shown;
        var authenticator = gates[(uint)turn.Actor.Id.GetHashCode() % MostAtOnce];
        await authenticator.WaitAsync(cancellation);
        try
        {
            return await ViewAsync(turn, user) is { } view
                ? await ShowAsync(turn.Actor.Id, user, view, opened, cancellation)
                : new() { Outcome = ApiOutcome.NotDone, Error = "a list could not be read" };
        }
        finally
        {
            authenticator.Release();
        }
    }

    public void Dispose() => known.Dispose();

    private async Task<ApiReply> ShowAsync(PersonId person, string user, byte[] view, bool opened, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(view));
        if (!opened && known.TryGetValue(person, out string? before) && before == hash)
            return Shown;
        known.Remove(person);
        var form = new Dictionary<string, string> { ["user_id"] = user, ["view"] = Encoding.UTF8.GetString(view) };
        var reply = await api.CallAsync("views.publish", form, cancellation);
        if (reply.Ok && settings.Alone)
            known.Set(person, hash, new MemoryCacheEntryOptions { Size = 1 });
        return reply;
    }

    /// <summary>Null where a list cannot be read now: a home without it would say that nothing waits.</summary>
    private async Task<byte[]?> ViewAsync(Turn turn, string user)
    {
        var shown = new List<SlackBlocks>();
        var person = turn.Actor.Person;
        foreach (var list in Lists)
        {
            var handled = await turns.HandleAsync(Asking(turn, user, list));
            person = handled.Turn.Actor.Person;
            switch (handled.Answer)
            {
                case TurnAnswer.Card { View: View.Entries entries }:
                    shown.Add(cards.Section(entries, list));
                    break;
                case TurnAnswer.Failed or TurnAnswer.NotShown:
                    return null;
            }
        }
        var context = await contents.ContextAsync(turn.Conversation);
        var own = shown.Count > 0;
        if (await contents.InUseAsync(context) is { } inUse)
            shown.Add(cards.Section(inUse, InUse));
        return AppHomeView.Write(TextsFor(person, own, context), shown);
    }

    private static AppHomeTexts TextsFor(Person person, bool own, Context context)
    {
        var (wording, (title, about)) = (context.Wording, AppHomeContents.Welcome(person, context));
        return new(
            title,
            about,
            own ? "" : wording["home.empty"],
            wording["welcome.new"],
            wording["welcome.help"],
            wording["window.search"]
        );
    }

    private Turn Asking(Turn turn, string user, string list)
    {
        var own = RequestSenders.Own(user, turn.Conversation.TenantId ?? "", turn.Conversation.BotId);
        var request = RequestReader.Typed(list, turns.Today);
        return new(RequestIds.Of(turn.Id, list), own, turn.Actor, request, null, AnswersInPlace: true) { InModal = true };
    }
}
