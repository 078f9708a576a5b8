using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register.Catalogue;

/// <summary>Products by the names people use for them. It knows facts about products, and nothing of what is approved.</summary>
public sealed class ProductCatalogue
{
    private const int LeastOfASite = 4;

    private readonly ILookup<string, Product> byIdentity;
    private readonly ILookup<string, Product> byGuess;
    private readonly ILookup<string, Product> bySite;
    private readonly ILookup<string, Product> byMaker;
    private readonly ILookup<string, Product> byMakersName;
    private readonly ILookup<string, Product> byUse;
    private readonly IReadOnlyList<(string Plain, Product Product)> plain;

    public ProductCatalogue(IEnumerable<Product> products)
    {
        // What a company says of a product goes before what ships with the bot.
        All = [.. products.DistinctBy(product => (SupplierNames.Identity(product.Name), SupplierNames.Identity(product.Maker)))];
        byIdentity = By(product => product.Names.Select(SupplierNames.Identity));
        byGuess = By(product => product.Names.SelectMany(SupplierNames.Guesses));
        bySite = By(product => product.AlsoNamed.Where(IsSite).Prepend(product.Domain).Select(WebAddress.SiteOf));
        byMaker = By(product => SupplierNames.Guesses(product.Maker));
        byMakersName = By(product => [SupplierNames.Identity(product.Maker)]);
        byUse = By(product => NameWords.Stems(product.Use));
        plain =
        [
            .. All.SelectMany(product => product.Names.Where(name => !IsSite(name)).Select(name => (SupplierNames.Plain(name), product)))
                .DistinctBy(one => (one.Item1, one.product.Name)),
        ];
    }

    public static ProductCatalogue Empty { get; } = new([]);

    public IReadOnlyList<Product> All { get; }

    /// <summary>Products of this name or site: as it is typed first, then as it may be misremembered. No typos.</summary>
    public IReadOnlyList<Product> Named(string typed) =>
        Exactly(typed) is { Count: > 0 } exact
            ? exact
            : OwnNameFirst([.. SupplierNames.Guesses(typed).SelectMany(guess => byGuess[guess]).Distinct()], typed);

    /// <summary>Products of this very name, or at this site: a fact, and no guess.</summary>
    public IReadOnlyList<Product> Exactly(string typed) =>
        byIdentity[SupplierNames.Identity(typed)].ToList() is { Count: > 0 } same ? OwnNameFirst(same, typed)
        : WebAddress.SiteOf(typed) is { Length: >= LeastOfASite } site && bySite[site].ToList() is { Count: > 0 } there ? there
        : [];

    /// <summary>What the company of this very name makes.</summary>
    public IReadOnlyList<Product> MadeBy(string maker) => [.. byMakersName[SupplierNames.Identity(maker)]];

    /// <summary>Makers whose name is like this one, or a slip of the keyboard away.</summary>
    public IReadOnlyList<string> MakersLike(string typed, int most)
    {
        var name = SupplierNames.Plain(typed);
        return
        [
            .. Of(typed)
                .Select(product => product.Maker)
                .Concat(All.Select(product => product.Maker).Where(maker => NameSimilarity.IsSlip(name, SupplierNames.Plain(maker))))
                .DistinctBy(SupplierNames.Identity)
                .Take(most),
        ];
    }

    /// <summary>Products whose name is a slip of the keyboard away, the likest first.</summary>
    public IReadOnlyList<Product> Like(string typed, int most)
    {
        var name = SupplierNames.Plain(typed);
        return
        [
            .. plain
                .Where(one => NameSimilarity.IsSlip(name, one.Plain))
                .OrderByDescending(one => NameSimilarity.Of(name, one.Plain))
                .Select(one => one.Product)
                .Distinct()
                .Take(most),
        ];
    }

    public IReadOnlyList<Product> Of(string maker) => [.. SupplierNames.Guesses(maker).SelectMany(guess => byMaker[guess]).Distinct()];

    /// <summary>Products that serve a purpose said in words.</summary>
    public IReadOnlyList<Product> For(string purpose) => [.. NameWords.Stems(purpose).SelectMany(stem => byUse[stem]).Distinct()];

    private static IReadOnlyList<Product> OwnNameFirst(List<Product> found, string typed) =>
        [.. found.OrderByDescending(product => SupplierNames.Resemble(product.Name, typed))];

    private ILookup<string, Product> By(Func<Product, IEnumerable<string>> keys) =>
        All.SelectMany(product => keys(product).Where(key => key.Length > 0).Distinct().Select(key => (key, product)))
            .ToLookup(pair => pair.key, pair => pair.product, StringComparer.Ordinal);

    private static bool IsSite(string name) =>
        name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) && WebAddress.SiteOf(name).Length > 0;
}
