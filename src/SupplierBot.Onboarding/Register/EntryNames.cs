using System.Buffers;
using System.Collections.Frozen;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// The names a register entry goes by: its supplier's, its product's, former and other ones that an admin recorded, and its site. Only the
/// same identity as one of them is the entry; a plan is no product, and "API" alone is nobody's name.
/// </summary>
public static class EntryNames
{
    /// <summary>Beside its own name; as many index rows follow from each (src/SupplierBot.Storage/TABLES.md "Transactions").</summary>
    public const int MostRecorded = 10;

    private static readonly SearchValues<char> BeforeAPlan = SearchValues.Create(",(·|–—:");

    /// <summary>Words that name a kind of product, or a plan: made of them alone, it is nobody's name.</summary>
    private static readonly FrozenSet<string> Telling = (
        "access account agent agents ai api apis app apps assistant basic bot business chat chatbot cloud consulting copilot desktop "
        + "edition enterprise essentials free hosting labelling mail model models notes online personal plan platform plus premium pro "
        + "professional search seat seats service services software standard starter studio subscription suite support team teams tool "
        + "tools translation transcription trial ultimate unlimited web website workspace"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The product without the plan behind a comma or a bracket: "Notes, Business plan" is about Notes.</summary>
    public static string Product(RegisterEntry entry) => Split(entry.Service).Product;

    /// <summary>Empty where none was said.</summary>
    public static string Plan(RegisterEntry entry) => Split(entry.Service).Plan;

    /// <summary>
    /// Names beside the supplier's by which the entry is meant, each identity once; those of entries that were merged into it among them.
    /// </summary>
    public static IReadOnlyList<string> Others(RegisterEntry entry) =>
        [
            .. Own(entry)
                .Concat(WithSupplier(entry))
                .Concat((entry.MergedEntries ?? []).SelectMany(merged => merged.Names))
                .Where(name => !SupplierNames.Same(name, entry.Supplier))
                .DistinctBy(SupplierNames.Identity),
        ];

    public static IEnumerable<string> All(RegisterEntry entry) => Others(entry).Prepend(entry.Supplier);

    /// <summary>
    /// The name by which somebody may mean the entry: the supplier's where theirs begins with it or is like it, else the one that is the
    /// likest.
    /// </summary>
    public static string Nearest(RegisterEntry entry, string typed)
    {
        var (plain, supplier) = (SupplierNames.Plain(typed), SupplierNames.Plain(entry.Supplier));
        return
            WebAddress.SiteOf(typed).Length > 0
            || plain.Contains(supplier, StringComparison.Ordinal)
            || supplier.StartsWith(plain, StringComparison.Ordinal)
            || SupplierNames.Resemble(entry.Supplier, typed)
            ? entry.Supplier
            : Own(entry).Prepend(entry.Supplier).MaxBy(name => NameSimilarity.Of(plain, SupplierNames.Plain(name)))!;
    }

    /// <summary>The supplier, and the service where one was said.</summary>
    public static string Shown(RegisterEntry entry) => entry.Service.Length == 0 ? entry.Supplier : $"{entry.Supplier} · {entry.Service}";

    /// <summary>Whether the typed name is one of the entry's: the same identity, or its site.</summary>
    public static bool IsNamed(RegisterEntry entry, string typed) =>
        All(entry).Any(name => SupplierNames.Same(name, typed)) || IsAt(entry, typed);

    /// <summary>Why a supplier of this name and website may be the entry's, the surest first; null where nothing speaks for it.</summary>
    public static Likeness? Likeness(RegisterEntry entry, string name, string website) =>
        All(entry)
            .SelectMany(own => Websites(entry).Select(site => SupplierLikeness.Of((own, site), (name, website))))
            .Where(likeness => likeness is not null)
            .Min();

    /// <summary>Of a site that names a supplier.</summary>
    public static bool IsAt(RegisterEntry entry, string typed) =>
        WebAddress.SiteOf(typed) is { Length: > 0 } site && Websites(entry).Any(own => site == WebAddress.SiteOf(own));

    /// <summary>The entry that was merged into this one under a name or website of its own; null where the name is this one's.</summary>
    public static MergedEntry? MergedUnder(RegisterEntry entry, string typed) =>
        entry.MergedEntries is null || IsNamed(entry with { MergedEntries = null }, typed)
            ? null
            : entry.MergedEntries.FirstOrDefault(merged =>
                merged.Names.Any(name => SupplierNames.Same(name, typed))
                || (WebAddress.SiteOf(typed) is { Length: > 0 } site && site == WebAddress.SiteOf(merged.Website))
            );

    private static IEnumerable<string> Websites(RegisterEntry entry) =>
        (entry.MergedEntries ?? []).Select(merged => merged.Website).Where(site => site.Length > 0).Prepend(entry.Website);

    /// <summary>As people say them: the product, former names and other ones.</summary>
    private static IEnumerable<string> Own(RegisterEntry entry) =>
        Services(entry)
            .Where(IsTelling)
            .Concat(entry.Aliases)
            .Concat(entry.FormerNames)
            .Where(name => SupplierNames.Identity(name).Length > 0);

    /// <summary>"Acme Notes" where Acme has Notes.</summary>
    private static IEnumerable<string> WithSupplier(RegisterEntry entry) =>
        Services(entry)
            .Where(name => !SupplierNames.Plain(name).StartsWith(SupplierNames.Plain(entry.Supplier), StringComparison.Ordinal))
            .Select(name => $"{entry.Supplier} {name}");

    private static IEnumerable<string> Services(RegisterEntry entry) =>
        new[] { entry.Service, Product(entry) }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    private static bool IsTelling(string product) =>
        NameWords.Of(product) is { Count: > 0 } words && words.Any(word => !Telling.Contains(word));

    private static (string Product, string Plan) Split(string service)
    {
        var at = service.AsSpan().IndexOfAny(BeforeAPlan);
        return at <= 0 || service[..at].Trim() is not { Length: > 0 } product
            ? (service.Trim(), "")
            : (product, service[(at + 1)..].Trim(' ', ')', '–', '—'));
    }
}
