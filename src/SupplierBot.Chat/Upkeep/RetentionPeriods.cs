namespace SupplierBot.Chat.Upkeep;

/// <summary>How long what serves its purpose no more is kept. Cases, events and the register are kept for good.</summary>
/// <param name="Drafts">A draft nobody touched for so long is forgotten and deleted; 7 to 365 days.</param>
/// <param name="Markers"> An operation marker of a closed case or of a week is deleted at this age, and so is what was said outside of
/// cases; longer than <paramref name="Drafts"/>, because the marker says of a draft that it was sent. </param>
public sealed record RetentionPeriods(TimeSpan Drafts, TimeSpan Markers)
{
    /// <summary>
    /// How long a platform, or what lies between, may take to deliver the same once more: Slack tries for some minutes, Teams for less.
    /// </summary>
    public static readonly TimeSpan Deliveries = TimeSpan.FromDays(30);

    /// <summary>What was kept for an undo that nobody made; nobody can any more after two minutes.</summary>
    public static readonly TimeSpan Snapshots = TimeSpan.FromDays(1);

    public static readonly RetentionPeriods Default = new(TimeSpan.FromDays(30), TimeSpan.FromDays(400));
}
