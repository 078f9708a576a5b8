using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Register;

/// <summary>Of the case behind an entry that is the same supplier as another one: since then that one answers.</summary>
/// <param name="Into">The entry that stays: <c>SUP-0002</c>.</param>
public sealed record EntryMerge(string Into, Person By, DateTimeOffset At);

/// <summary>
/// What the entry that stays says of one that was merged into it. Nothing about that one changes meanwhile, so that names and counts are as
/// they were.
/// </summary>
/// <param name="Names">By which it went, its supplier's first: they mean the entry that stays.</param>
/// <param name="Website">Empty where it had none.</param>
/// <param name="Conditions">Of its approval, not confirmed.</param>
/// <param name="Gaps">Contract points and documents that were missing before use.</param>
public sealed record MergedEntry(
    string Id,
    DateTimeOffset At,
    IReadOnlyList<string> Names,
    string Website,
    int Conditions,
    int Gaps,
    int Incidents
)
{
    /// <summary>A merge can be undone for so long.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    /// <param name="behind">Null for what nobody assessed.</param>
    public static MergedEntry Of(RegisterEntry entry, Case? behind, DateTimeOffset at) =>
        new(
            entry.Id,
            at,
            [.. EntryNames.All(entry)],
            entry.Website,
            entry.OpenConditions.Count,
            entry.Gaps.Sum(gap => gap.Clauses + gap.Documents),
            behind is null ? 0 : Register.Incidents.Of(behind).Count()
        );

    /// <summary>It keeps something that somebody has to see to.</summary>
    [JsonIgnore]
    public bool HasOpen => Conditions + Gaps + Incidents > 0;
}
