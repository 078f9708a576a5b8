using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// What a decision may depend on beside the case and the policy. Taken once per attempt, so that a retry sees the present.
/// </summary>
public sealed record Context(DateTimeOffset Now, WorkingCalendar Calendar, RoleHolders Roles, Wording Wording, string OrganisationName)
{
    /// <summary>Beyond this a number is "20+".</summary>
    public const int MostInQueue = 20;

    /// <summary>
    /// The sentences of every channel, while <see cref="Wording"/> is what one channel reads: what is stored is read on all of them.
    /// </summary>
    public Wording StoredWording { get; init; } = Wording;

    /// <summary>For a sentence that is stored, with all that is filled into it.</summary>
    public Context ForStorage => ReferenceEquals(Wording, StoredWording) ? this : this with { Wording = StoredWording };

    /// <summary>A fresh random id (22 characters, ASCII-safe) for what may be started now; empty where something is only shown.</summary>
    public string NewId { get; init; } = "";

    /// <summary>Read where a draft is sent.</summary>
    public NewNumbers? Numbers { get; init; }

    /// <summary>Cases waiting for a decision before this one would; more than <see cref="MostInQueue"/> are not counted.</summary>
    public int Queue { get; init; }

    /// <summary>Everybody who ever wrote to the bot: who can be named as an owner and told. Loaded where a form is read.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>What is known of them beside their names, by id.</summary>
    public IReadOnlyDictionary<PersonId, PersonRecord> PersonRecords { get; init; } = new Dictionary<PersonId, PersonRecord>();

    /// <summary>Who was picked from the platform's list of people in the message that is answered.</summary>
    public IReadOnlyList<MentionedPerson> Mentions { get; init; } = [];

    /// <summary>
    /// Accounts of which nobody can say now whether they are the actor's own, where that decides whether they may; empty where all is
    /// clear.
    /// </summary>
    public IReadOnlyList<UnclearAccount> Unclear { get; init; } = [];

    /// <summary>Who makes which product: for questions alone.</summary>
    public ProductCatalogue Products { get; init; } = ProductCatalogue.Empty;

    /// <summary>Null where everybody may send as much as they like.</summary>
    public FairUse? FairUse { get; init; }

    /// <summary>How long a decision and a request that was sent can be undone; zero for not at all.</summary>
    public TimeSpan UndoFor { get; init; }

    /// <summary>A draft that nobody touched for so long is forgotten.</summary>
    public TimeSpan DraftsKept { get; init; } = TimeSpan.FromDays(30);
}

/// <summary>The numbers that are given out next.</summary>
/// <param name="CaseId"><c>REQ-2026-0012</c>.</param>
/// <param name="EntryId"><c>SUP-0031</c>.</param>
public sealed record NewNumbers(string CaseId, string EntryId);
