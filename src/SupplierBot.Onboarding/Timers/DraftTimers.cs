using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// A draft nobody touches: its owner is asked once whether to go on, and told when it is gone. Each change begins a new wait.
/// </summary>
public static class DraftTimers
{
    private const int DaysIdle = 7;
    private const int LongestSupplier = 60;

    /// <summary>When its owner is asked, should nothing change until then: in the morning, when people work.</summary>
    public static DateTimeOffset WakesAt(Draft draft, WorkingCalendar calendar) =>
        calendar.NextWorkingMoment(calendar.StartOf(calendar.Today(draft.ChangedAt).AddDays(DaysIdle)));

    public static Announcement Nudge(Draft draft) =>
        About(
            draft,
            AnnouncementKind.DraftIdle,
            string.Create(CultureInfo.InvariantCulture, $"{Announcement.Prefix}idle-{draft.Id}-{draft.ChangedAt.UtcTicks}")
        );

    public static Announcement Forgotten(Draft draft) =>
        About(draft, AnnouncementKind.DraftForgotten, $"{Announcement.Prefix}gone-{draft.Id}");

    /// <summary>Whether what was to be said still holds: nobody is asked about what they went on with, or sent, meanwhile.</summary>
    public static bool Holds(Announcement announcement, Draft? now) =>
        announcement.Kind != AnnouncementKind.DraftIdle || (now is not null && Nudge(now).Id == announcement.Id);

    internal static View Show(Announcement announcement, DraftReminder draft, Context context)
    {
        var idle = announcement.Kind == AnnouncementKind.DraftIdle;
        var words = context.Wording.Fill(
            draft.Supplier.Length == 0 ? $"bulletin.{announcement.Kind}_unnamed" : $"bulletin.{announcement.Kind}",
            ("supplier", draft.Supplier),
            ("day", Dates.Day(announcement.At, context)),
            ("until", Dates.Day(announcement.At + context.DraftsKept, context)),
            ("days", Notices.Days(context))
        );
        if (!idle)
            return Notices.Nothing(words, context.Wording);
        return new View.Notice("", [new LabelledText(words)])
        {
            Plain = context.Wording["unfinished.plain"],
            Stamp = CardStamp.OfDraft(draft.Id, "", draft.Revision),
            Buttons = [Notices.Continue(context.Wording), new(context.Wording["cancel.discard"], Verbs.Discard, Style: ButtonStyle.Danger)],
        };
    }

    private static Announcement About(Draft draft, AnnouncementKind kind, string id) =>
        new(id, kind, "", null, null, draft.ChangedAt, [draft.Owner], null)
        {
            Draft = new(draft.Id, draft.Revision, DraftCards.SupplierOf(draft, LongestSupplier)),
        };
}

/// <param name="Supplier">The name as far as it was typed; may be empty.</param>
public sealed record DraftReminder(string Id, int Revision, string Supplier);
