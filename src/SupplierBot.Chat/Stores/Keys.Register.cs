using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <content>Register entries, and the index rows that find entries and earlier cases.</content>
public static partial class Keys
{
    public static string Entry(string entryId) => EntryPrefix + Part(entryId);

    /// <summary>
    /// A register entry by its name: the plain form, so that a beginning finds it, then the identity, so that only the very name is the
    /// same.
    /// </summary>
    public static string Named(string supplier, string id) => $"{SameNamePrefix(supplier)}{id}";

    public static string SameNamePrefix(string supplier) => $"{NamedPrefix(SupplierNames.Plain(supplier))}!{IdentityOf(supplier)}!";

    /// <summary>Everything whose plain name begins so.</summary>
    public static string NamedPrefix(string plainName) => NamePrefix + Hexadecimal(plainName);

    /// <summary>A name from a later word on: <c>notes</c> finds Acme Notes.</summary>
    public static string Ending(string plainEnding, string supplier, string id) =>
        $"{EndingPrefix(plainEnding)}!{IdentityOf(supplier)}!{id}";

    public static string EndingPrefix(string plainEnding) => NameEndingPrefix + Hexadecimal(plainEnding);

    /// <summary>A register entry by what its name looks like.</summary>
    public static string Guessed(string guess, string supplier, string id) => $"{GuessedPrefix(guess)}{IdentityOf(supplier)}!{id}";

    public static string GuessedPrefix(string guess) => $"{EntryGuessPrefix}{Hexadecimal(guess)}!";

    /// <summary>A register entry by its website.</summary>
    public static string AtSite(string site, string supplier, string id) => $"{AtSitePrefix(site)}{IdentityOf(supplier)}!{id}";

    public static string AtSitePrefix(string site) => $"{EntrySitePrefix}{Hexadecimal(site)}!";

    /// <summary>A case by what its supplier's name looks like: refused ones first, each newest first.</summary>
    public static string CaseGuessed(string guess, bool refused, DateTimeOffset submitted, string caseId) =>
        CaseGuessedPrefix(guess) + InOrder(refused, submitted, caseId);

    public static string CaseGuessedPrefix(string guess) => $"{CaseGuessPrefix}{Hexadecimal(guess)}!";

    /// <summary>A case by its supplier's website, in the same order.</summary>
    public static string CaseAtSite(string site, bool refused, DateTimeOffset submitted, string caseId) =>
        CaseAtSitePrefix(site) + InOrder(refused, submitted, caseId);

    public static string CaseAtSitePrefix(string site) => $"{CaseSitePrefix}{Hexadecimal(site)}!";

    /// <summary>What orders the cases of one name or site, whichever of the two led to them.</summary>
    public static string OrderOf(string key) => key[(key.LastIndexOf('!') + 1)..];

    private static string InOrder(bool refused, DateTimeOffset submitted, string caseId) =>
        $"{(refused ? 'a' : 'b')}-{Ticks(DateTimeOffset.MaxValue.Ticks - submitted.UtcTicks)}-{caseId}";

    /// <summary>Behind every row of the name that this key of a name's row is about.</summary>
    public static string AfterName(string key) => After(key[..(key.LastIndexOf('!') + 1)]);

    /// <summary>Whether a row of a name, guess or site is about this very name.</summary>
    public static bool IsOfName(string key, string supplier) => key.Contains($"!{IdentityOf(supplier)}!", StringComparison.Ordinal);

    /// <summary>128 bits of the hash: an identity may be long, and no character of it is safe in a key.</summary>
    private static string IdentityOf(string supplier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(SupplierNames.Identity(supplier))).AsSpan(0, 16));

    public static string OfType(string type, string entryId) => OfTypePrefix(type) + entryId;

    public static string OfTypePrefix(string type) => $"{TypePrefix}{type}-";

    /// <summary>Register lines by the day on which something about them is due.</summary>
    public static string DueOn(EntryDueKind what, DateOnly day, string entryId) => $"{DueOnPrefix(what)}{Day(day)}-{entryId}";

    public static string DueOnPrefix(EntryDueKind what) =>
        what switch
        {
            EntryDueKind.Review => ReviewDuePrefix,
            EntryDueKind.Report => ReportDuePrefix,
            EntryDueKind.Condition => ConditionDuePrefix,
            EntryDueKind.Use => NotReadyPrefix,
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

    /// <summary>The end of the range of what is due up to this day.</summary>
    public static string DueAfter(EntryDueKind what, DateOnly day) => After($"{DueOnPrefix(what)}{Day(day)}-");

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>
    /// Names may hold any script; hexadecimal UTF-8 keeps the order of prefixes and is safe in keys. Cut at 100 bytes: longer names meet in
    /// one range.
    /// </summary>
    private static string Hexadecimal(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, 100)));
    }
}
