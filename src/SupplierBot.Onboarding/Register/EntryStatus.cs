namespace SupplierBot.Onboarding.Register;

public enum EntryStatus
{
    Proposed,
    Onboarding,
    Active,
    ActiveConditional,
    ReviewDue,
    UnderReview,
    Suspended,
    Lapsed,
    Exiting,
    Terminated,
    NotApproved,

    /// <summary>Its requester withdrew the request: nobody refused anything.</summary>
    Withdrawn,

    /// <summary>The request closed by itself, because a question to its requester wasn't answered.</summary>
    Expired,

    /// <summary>In use since before the register, and not assessed yet: nobody approved it.</summary>
    Legacy,

    /// <summary>It is the same supplier as another entry, which answers for it: see <see cref="RegisterEntry.MergedInto"/>.</summary>
    Merged,
}

/// <summary>What several places ask of a status.</summary>
public static class EntryStatuses
{
    /// <summary>The last request for it ended without an approval, or the approval was revoked.</summary>
    public static bool IsUnapproved(this EntryStatus status) => status == EntryStatus.NotApproved || status.IsUndecided();

    /// <summary>The last request for it ended before anybody decided.</summary>
    public static bool IsUndecided(this EntryStatus status) => status is EntryStatus.Withdrawn or EntryStatus.Expired;

    /// <summary>Nothing is approved, and nothing is being asked for.</summary>
    public static bool IsOver(this EntryStatus status) => status is EntryStatus.Terminated or EntryStatus.Merged || status.IsUnapproved();

    /// <summary>Approved and not ended: also where something keeps it from being used today.</summary>
    public static bool IsApproved(this EntryStatus status) =>
        status is not (EntryStatus.Proposed or EntryStatus.Legacy) && !status.IsOver();

    /// <summary>Approved, and nobody is ending it.</summary>
    public static bool IsToStay(this EntryStatus status) => status.IsApproved() && status != EntryStatus.Exiting;

    /// <summary>Somebody may still use it, or has to stop.</summary>
    public static bool IsInUse(this EntryStatus status) => status.IsApproved() && status != EntryStatus.Onboarding;

    /// <summary>Something about it may be due: a review, or the first assessment of what nobody approved.</summary>
    public static bool HasDates(this EntryStatus status) => status == EntryStatus.Legacy || status.IsToStay();

    /// <summary>People may use it, also for something new.</summary>
    public static bool MayBeUsed(this EntryStatus status) =>
        status is EntryStatus.Active or EntryStatus.ActiveConditional or EntryStatus.ReviewDue or EntryStatus.UnderReview;

    /// <summary>As it is on that day: what lets it be used may have ended since the clock was last by.</summary>
    public static EntryStatus StatusOn(this RegisterEntry entry, DateOnly today) =>
        entry.Status.MayBeUsed() && entry.ProofUntil < today ? EntryStatus.Suspended : entry.Status;
}
