using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Register;

/// <summary>The two entries that somebody says are one supplier.</summary>
public sealed record MergeSides(MergeSide From, MergeSide Into);

/// <param name="Typed">The number or name by which it was meant.</param>
/// <param name="Entry">Null where nothing, or not one thing alone, is meant.</param>
/// <param name="Case">Behind the entry; null where nobody assessed it.</param>
/// <param name="Several">What the name may mean, where it is more than one.</param>
public sealed record MergeSide(string Typed, RegisterEntry? Entry, Case? Case, IReadOnlyList<RegisterEntry> Several);
