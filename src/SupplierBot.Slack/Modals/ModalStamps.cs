using Microsoft.Extensions.Caching.Memory;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Modals;

/// <summary>
/// A modal that is told what is wrong keeps what was typed and the stamp it was shown with, while the draft it was sent into is a revision
/// further. Known here, so that the second try is not taken for an old one. Forgotten with the process: then the modal is shown the newest
/// page, and the typed values stay in it.
/// </summary>
public sealed class ModalStamps(TimeProvider time) : IDisposable
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    private readonly MemoryCache newest = new(new MemoryCacheOptions { SizeLimit = MostKept, Clock = new CacheClock(time) });

    internal void Note(string modal, CardStamp stamp, int version) =>
        newest.Set(
            (modal, stamp.Draft, stamp.Page),
            version,
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime }
        );

    internal SlackTurn Newest(SlackTurn asked) =>
        asked is { Origin: Origin.Modal modal, Turn.Request: { Press: { Stamp: { Draft: not null } stamp } press } request }
        && newest.TryGetValue((modal.Id, stamp.Draft, stamp.Page), out int version)
        && version > stamp.Version
            ? asked with
            {
                Turn = asked.Turn with { Request = request with { Press = press with { Stamp = stamp with { Version = version } } } },
            }
            : asked;

    public void Dispose() => newest.Dispose();
}
