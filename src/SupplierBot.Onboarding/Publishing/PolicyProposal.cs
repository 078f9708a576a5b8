using System.Globalization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Publishing;

public enum ProposalStage
{
    Open,
    Accepted,
    Rejected,
    Withdrawn,
    Expired,
}

/// <summary>A policy that an admin wants in force, with what it was compared with; one row, which stays when it is decided.</summary>
public sealed record PolicyProposal
{
    public const string Prefix = "POL-";

    /// <summary>Nobody decides on counts that are older.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary><c>POL-0001</c>.</summary>
    public required string Id { get; init; }
    public required Person By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required string Version { get; init; }
    public required string Hash { get; init; }

    /// <summary>The policy that was in force then.</summary>
    public required string BaseVersion { get; init; }
    public required string BaseHash { get; init; }
    public required PolicyImpact Impact { get; init; }

    /// <summary>Ids of roles that the policy has and nobody held then.</summary>
    public IReadOnlyList<string> Unheld { get; init; } = [];
    public ProposalStage Stage { get; init; }

    /// <summary>Who accepted, rejected or withdrew it; null while it is open, and where it expired.</summary>
    public Person? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Of a rejection.</summary>
    public string Reason { get; init; } = "";

    public static string IdOf(int number) => Prefix + number.ToString("D4", CultureInfo.InvariantCulture);

    public bool IsOver(DateTimeOffset now) => now >= Until;

    /// <summary>Of the counts, for the event that says what was proposed.</summary>
    internal static string HashOf(PolicyImpact impact) => HashChain.Salted("", SealedText.Of(impact));
}
