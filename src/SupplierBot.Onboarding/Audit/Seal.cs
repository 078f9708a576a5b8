using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupplierBot.Onboarding;

/// <summary>
/// The newest fact of every commit holds a hash of all that people read of the case, or of the role assignments, after it. So nothing of it can be
/// changed without a new chain. Salted, so that the hash gives nothing away about names and texts that were erased.
/// </summary>
public static class Seal
{
    /// <summary>The detail of a fact that holds it.</summary>
    public const string Detail = "state";
    internal const string Status = "status";
    internal const string Version = "version";

    /// <summary>What follows from the chain itself, and what time and roles move without a fact.</summary>
    private static readonly JsonSerializerOptions OfCases = SealedText.Options(["version", "factCount", "chainHead", "wakes", "passed", "replaced", "reviewRoles", "nextReport", "salt"]);
    private static readonly JsonSerializerOptions OfRoles = SealedText.Options(["factCount", "chainHead", "salt"]);

    public static string Of(Case current) => Hash(current.Salt, JsonSerializer.Serialize(current, OfCases));

    public static string Of(RoleBook book) => Hash(book.Salt, JsonSerializer.Serialize(book, OfRoles));

    internal static string? In(Fact fact) => Fact(fact, Detail);

    internal static string? Fact(Fact fact, string detail) => fact.Details.LastOrDefault(pair => pair.Key == detail).Value;

    /// <summary>The version that the commit of this fact, as its newest, gave the case; null in facts of older releases, and in those that are not the newest.</summary>
    public static int? VersionIn(Fact fact) => int.TryParse(Fact(fact, Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>The details that seal a case as a commit leaves it.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Details(Case after) =>
        [new(Status, after.Status.ToString()), new(Version, CaseWords.Number(after.Version)), new(Detail, Of(after))];

    private static string Hash(string? salt, string text) => Chain.Hash(Encoding.UTF8.GetBytes($"{salt}\n{text}"));
}
