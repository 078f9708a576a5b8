using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Notifications;

public enum AnnouncementKind
{
    RoleGiven,
    RoleTaken,
    PlaceChosen,
    PlaceGivenUp,
    PlaceLost,
    PlaceBack,
    DraftIdle,
    DraftForgotten,
    Stuck,
    Delegated,
    WentAway,
    CameBack,
    PolicyProposed,
    PolicyDecided,
    Left,
}

/// <summary>
/// What people read about roles and places, about policies, drafts of their own and messages that cannot be delivered, outside of any case.
/// Rendered when it is sent.
/// </summary>
/// <param name="Id"><c>NOTE-000012-1</c>, <c>NOTE-idle-…</c>: follows from what it is about, so that it is sent once.</param>
/// <param name="Role">Empty where it is about none.</param>
/// <param name="Subject">Who got or lost the role, or cannot be reached; null for a place.</param>
/// <param name="By">Who changed it; null where the platform did.</param>
/// <param name="To">Who gets it, each in their own conversation.</param>
/// <param name="Place">The conversation that gets it; null for none.</param>
public sealed record Announcement(
    string Id,
    AnnouncementKind Kind,
    string Role,
    Person? Subject,
    Person? By,
    DateTimeOffset At,
    IReadOnlyList<Person> To,
    string? Place
)
{
    public const string Prefix = "NOTE-";

    /// <summary>What is known of the draft it is about; null where it is about none.</summary>
    public DraftReminder? Draft { get; init; }

    /// <summary>The platform's code for why messages cannot be delivered; null where it is about something else.</summary>
    public string? Reason { get; init; }

    /// <summary>The proposal of a policy that it is about; null where it is about none.</summary>
    public string? Proposal { get; init; }

    /// <summary>What somebody who left owns and holds; null where it is about something else.</summary>
    public LeaverParts? Leaver { get; init; }

    public View Show(Context context) =>
        Draft is { } draft ? DraftTimers.Show(this, draft, context)
        : Leaver is { } parts ? Leavers.Show(this, parts, context)
        : AsNotice(context);

    private View.Notice AsNotice(Context context)
    {
        (string, string)[] holes =
        [
            ("role", CaseTexts.Role(Role, context)),
            ("subject", Subject?.Name ?? ""),
            ("name", By?.Name ?? context.Wording["bulletin.platform"]),
            ("day", Dates.Day(At, context)),
            ("reason", Reason ?? ""),
        ];
        var words = context.Wording.Fill(
            Kind == AnnouncementKind.Stuck && Subject is null ? "bulletin.Stuck_place" : $"bulletin.{Kind}",
            holes
        );
        return new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) };
    }
}
