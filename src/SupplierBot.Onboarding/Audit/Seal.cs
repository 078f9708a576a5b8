using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SupplierBot.Onboarding;

/// <summary>
/// The newest fact of every commit holds a hash of all that people read of the case, or of the role assignments, after it. So nothing of it can be
/// changed without a new chain. People are in it by their ids: their names can be taken out by hand, and nothing breaks. A second hash leaves out the texts
/// whose own hashes are in facts, so that those can be erased, too.
/// </summary>
public static class Seal
{
    /// <summary>The detail of a fact that holds it.</summary>
    public const string Detail = "state";
    /// <summary>The detail that holds the hash without texts.</summary>
    public const string CoreDetail = "core";
    internal const string Status = "status";
    internal const string Version = "version";

    /// <summary>What follows from the chain itself, and what time and roles move without a fact.</summary>
    private static readonly string[] Moving = ["version", "factCount", "chainHead", "wakes", "passed", "replaced", "reviewRoles", "nextReport", "salt"];
    private static readonly JsonSerializerOptions OfCases = SealedText.Options(one => Moving.Contains(one.Member) || IsName(one));
    private static readonly JsonSerializerOptions OfCores = SealedText.Options(one => Moving.Contains(one.Member) || IsName(one) || IsText(one));
    private static readonly JsonSerializerOptions OfRoles = SealedText.Options(one => one.Member is "factCount" or "chainHead" or "salt" || IsName(one));

    /// <summary>Salted, so that the hash gives nothing away about texts that were erased, once the salt is.</summary>
    public static string Of(Case current) => Hash(current.Salt, JsonSerializer.Serialize(current with { Story = SealedNames.TakenOut(current) }, OfCases));

    /// <summary>Of what is left when texts were erased.</summary>
    public static string CoreOf(Case current) => Hash("", JsonSerializer.Serialize(current, OfCores));

    public static string Of(RoleBook book) => Hash(book.Salt, JsonSerializer.Serialize(book, OfRoles));

    private static bool IsName((Type Type, string Member) one) => one == (typeof(Person), "name");

    /// <summary>Each is in a fact with a salt of its own, or may repeat one that is.</summary>
    private static bool IsText((Type Type, string Member) one) => one.Member switch
    {
        "reason" => one.Type == typeof(Decision),
        "comment" or "termsReference" => one.Type == typeof(Approval),
        "text" or "answer" => one.Type == typeof(Enquiry),
        "source" => one.Type == typeof(Settlement),
        "proof" => one.Type == typeof(ApprovalCondition),
        "access" or "data" or "moved" => one.Type == typeof(Leaving),
        "words" => one.Type == typeof(Happening),
        _ => false,
    };

    internal static string? In(Fact fact) => Fact(fact, Detail);

    internal static string? Fact(Fact fact, string detail) => fact.Details.LastOrDefault(pair => pair.Key == detail).Value;

    /// <summary>The version that the commit of this fact, as its newest, gave the case; null in facts of older releases, and in those that are not the newest.</summary>
    public static int? VersionIn(Fact fact) => int.TryParse(Fact(fact, Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>The details that seal a case as a commit leaves it.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Details(Case after) =>
        [new(Status, after.Status.ToString()), new(Version, CaseWords.Number(after.Version)), new(CoreDetail, CoreOf(after)), new(Detail, Of(after))];

    private static string Hash(string? salt, string text) => Chain.Hash(Encoding.UTF8.GetBytes($"{salt}\n{text}"));
}
