using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>How far one required clause is agreed with the supplier.</summary>
public enum ClauseState
{
    Open,

    /// <summary>Somebody asked the supplier for it, or filled in what they know: nobody who decides has looked at it.</summary>
    Requested,

    /// <summary>In the signed contract.</summary>
    Agreed,

    /// <summary>The supplier's own terms say as much.</summary>
    CoveredByTheirTerms,

    /// <summary>In the supplier's words, or milder than required: Legal decides.</summary>
    Changed,

    /// <summary>Not agreed; something else does instead.</summary>
    Compensated,
    Refused,

    /// <summary>Refused, and somebody answers for the gap until a day.</summary>
    RiskAccepted,
    NotApplicable,

    /// <summary>Nobody could sign it: a check of our own.</summary>
    CheckedOurselves,
}

/// <summary>One required clause, and where the supplier stands on it.</summary>
/// <param name="Clause">The id of the clause.</param>
public sealed record ClauseItem(string Clause, ClauseState State)
{
    /// <summary>What it is agreed in: the contract, or the supplier's terms.</summary>
    public string Document { get; init; } = "";
    public string Version { get; init; } = "";
    public string Section { get; init; } = "";

    /// <summary>Why, or in which words: of a change, a gap, something that does instead.</summary>
    public string Words { get; init; } = "";

    /// <summary>Values that are agreed in place of the required ones, by parameter.</summary>
    public IReadOnlyDictionary<string, string> Values
    {
        get;
        init => field = value ?? Nothing;
    } = Nothing;

    /// <summary>What somebody who doesn't decide filled in; null where nobody did.</summary>
    public ClauseState? Proposed { get; init; }
    public Person? By { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>Of a change: who said that it will do. Of a gap: who answers for it.</summary>
    public Person? AcceptedBy { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The last day of an accepted gap.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>That day has passed.</summary>
    public bool Lapsed { get; init; }

    /// <summary>What it was before, oldest first.</summary>
    public IReadOnlyList<ClauseStep> Before
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>As far as this request needs it.</summary>
    [JsonIgnore]
    public bool IsSettled =>
        State switch
        {
            ClauseState.Agreed
            or ClauseState.CoveredByTheirTerms
            or ClauseState.Compensated
            or ClauseState.NotApplicable
            or ClauseState.CheckedOurselves => true,
            ClauseState.Changed => AcceptedBy is not null,
            ClauseState.RiskAccepted => !Lapsed,
            _ => false,
        };

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
}

/// <summary>One step of a clause: what it became, by whom and when.</summary>
public sealed record ClauseStep(ClauseState State, string Document, string Section, string Words, Person? By, DateTimeOffset? At);
