using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>A draft nobody touches: its owner is asked once whether to go on, and told when it is gone. Each change begins a new wait.</summary>
public static class Idling
{
    private const int DaysIdle = 7;
    private const int LongestSupplier = 60;

    /// <summary>When its owner is asked, should nothing change until then: in the morning, when people work.</summary>
    public static DateTimeOffset WakesAt(Draft draft, WorkingCalendar calendar) =>
        calendar.NextWorkingMoment(calendar.StartOf(calendar.Today(draft.ChangedAt).AddDays(DaysIdle)));

    public static Bulletin Nudge(Draft draft) =>
        About(draft, BulletinKind.DraftIdle, string.Create(CultureInfo.InvariantCulture, $"{Bulletin.Prefix}idle-{draft.Id}-{draft.ChangedAt.UtcTicks}"));

    public static Bulletin Forgotten(Draft draft) => About(draft, BulletinKind.DraftForgotten, $"{Bulletin.Prefix}gone-{draft.Id}");

    /// <summary>Whether what was to be said still holds: nobody is asked about what they went on with, or sent, meanwhile.</summary>
    public static bool Holds(Bulletin bulletin, Draft? now) => bulletin.Kind != BulletinKind.DraftIdle || (now is not null && Nudge(now).Id == bulletin.Id);

    internal static View Show(Bulletin bulletin, NotedDraft draft, Context context)
    {
        var idle = bulletin.Kind == BulletinKind.DraftIdle;
        var words = context.Wording.Fill(
            draft.Supplier.Length == 0 ? $"bulletin.{bulletin.Kind}_unnamed" : $"bulletin.{bulletin.Kind}",
            ("supplier", draft.Supplier), ("day", Dates.Day(bulletin.At, context)), ("until", Dates.Day(bulletin.At + context.DraftsKept, context)), ("days", Notices.Days(context)));
        if (!idle) return Notices.Nothing(words, context.Wording);
        return new View.Notice("", [new Line(words)])
        {
            Plain = context.Wording["unfinished.plain"],
            Stamp = Stamp.OfDraft(draft.Id, "", draft.Revision),
            Buttons = [Notices.Continue(context.Wording), new(context.Wording["cancel.discard"], "discard", Style: ButtonStyle.Danger)],
        };
    }

    private static Bulletin About(Draft draft, BulletinKind kind, string id) =>
        new(id, kind, "", null, null, draft.ChangedAt, [draft.Owner], null) { Draft = new(draft.Id, draft.Revision, DraftCards.SupplierOf(draft, LongestSupplier)) };
}

/// <param name="Supplier">The name as far as it was typed; may be empty.</param>
public sealed record NotedDraft(string Id, int Revision, string Supplier);
