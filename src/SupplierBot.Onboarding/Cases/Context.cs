using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What a decision may depend on beside the case and the policy. Taken once per attempt, so that a retry sees the present.</summary>
/// <param name="NewId">A fresh random id (22 characters, ASCII-safe) for a draft that may be started now.</param>
/// <param name="NextCaseId">The number the next case gets if one is sent now: <c>REQ-2026-0012</c>.</param>
/// <param name="NextEntryId">The number the next register entry gets: <c>SUP-0031</c>.</param>
/// <param name="Queue">Cases waiting for a decision before this one would; more than <see cref="MostInQueue"/> are not counted.</param>
public sealed record Context(
    DateTimeOffset Now,
    WorkingCalendar Calendar,
    RoleHolders Roles,
    Wording Wording,
    string OrganisationName,
    string NewId,
    string NextCaseId,
    string NextEntryId,
    int Queue)
{
    /// <summary>Beyond this a number is "20+".</summary>
    public const int MostInQueue = 20;

    /// <summary>Everybody who ever wrote to the bot: who can be named as an owner and told. Loaded where a form is read.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>What is known of them beside their names, by id.</summary>
    public IReadOnlyDictionary<PersonId, PersonRecord> PersonRecords { get; init; } = new Dictionary<PersonId, PersonRecord>();

    /// <summary>Who was picked from the platform's list of people in the message that is answered.</summary>
    public IReadOnlyList<MentionedPerson> Mentions { get; init; } = [];

    /// <summary>Accounts of which nobody can say now whether they are the actor's own, where that decides whether they may; empty where all is clear.</summary>
    public IReadOnlyList<UnclearAccount> Unclear { get; init; } = [];

    /// <summary>Null where everybody may send as much as they like.</summary>
    public FairUse? FairUse { get; init; }

    /// <summary>A draft that nobody touched for so long is forgotten.</summary>
    public TimeSpan DraftsKept { get; init; } = TimeSpan.FromDays(30);
}
