using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>What the register knows of the names that somebody typed, read before they are decided on.</summary>
/// <param name="Suppliers">By the identity of the name that was looked up.</param>
/// <param name="Near">Suppliers whose name is only like it, by the identity of what was typed.</param>
public sealed record RegisteredNames(IReadOnlyDictionary<string, string> Suppliers, IReadOnlyDictionary<string, IReadOnlyList<string>> Near)
{
    public static RegisteredNames None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>());

    public string? Supplier(string name) => Suppliers.GetValueOrDefault(SupplierNames.Identity(name));
}

/// <param name="Written">As it is kept: the provider's own name where it is known, else as typed.</param>
/// <param name="Meant">What may be meant instead; empty where nothing is asked.</param>
public sealed record ReadName(string Written, IReadOnlyList<string> Meant);

/// <summary>
/// Reads one name of a list of providers. The very name of a supplier on the register, of a company in the catalogue or of one of its
/// products is that provider; a name that is only like one is a question, and every other name stays as it was typed.
/// </summary>
public static class ProviderReader
{
    private const int MostMeant = 3;

    /// <summary>The names to look up on the register; the first that it has says who it is.</summary>
    public static IReadOnlyList<string> Lookups(string part, ProductCatalogue catalogue)
    {
        var name = ProviderName.Of(part);
        return [.. Companies(name, catalogue).Prepend(name).DistinctBy(SupplierNames.Identity)];
    }

    /// <summary>Nothing of the register or the catalogue has exactly this name.</summary>
    public static bool IsUnknown(string part, ProductCatalogue catalogue, RegisteredNames register) =>
        Known(part, catalogue, register) is null;

    public static ReadName Read(string part, ProductCatalogue catalogue, RegisteredNames register)
    {
        if (Known(part, catalogue, register) is { } known)
            return known;
        var name = ProviderName.Of(part);
        var meant = (register.Near.GetValueOrDefault(SupplierNames.Identity(name)) ?? [])
            .Concat(catalogue.MakersLike(name, MostMeant))
            .Concat(Products(catalogue.Named(name)))
            .Concat(Products(catalogue.Like(name, MostMeant)));
        return new(part, [.. meant.DistinctBy(SupplierNames.Identity).Take(MostMeant)]);
    }

    /// <summary>Null where nothing has the name; a question where several companies do.</summary>
    private static ReadName? Known(string part, ProductCatalogue catalogue, RegisteredNames register)
    {
        var name = ProviderName.Of(part);
        if (register.Supplier(name) is { } supplier)
            return new(Written(part, name, supplier), []);
        if (catalogue.MadeBy(name) is [var own, ..])
            return new(Written(part, name, own.Maker), []);
        var products = catalogue.Exactly(name);
        var companies = products.Select(product => product.Maker).DistinctBy(SupplierNames.Identity).ToList();
        return companies switch
        {
            [] => null,
            [var maker] => new(Written(part, name, Registered(products[0], register) ?? maker), []),
            _ => new(part, [.. Products(products).Take(MostMeant)]),
        };
    }

    /// <summary>"GPT-4o" is "OpenAI (GPT-4o)": what was typed stays.</summary>
    private static string Written(string part, string name, string provider) =>
        SupplierNames.Same(name, provider) ? provider + part[name.Length..]
        : part.Length > name.Length ? part.Replace(name, provider, StringComparison.Ordinal)
        : ProviderName.With(provider, name);

    private static string? Registered(Product product, RegisteredNames register) =>
        register.Supplier(product.Maker) ?? register.Supplier(product.Name);

    private static IEnumerable<string> Companies(string name, ProductCatalogue catalogue) =>
        catalogue.MadeBy(name).Count > 0 ? [] : catalogue.Exactly(name).SelectMany(product => new[] { product.Maker, product.Name });

    private static IEnumerable<string> Products(IEnumerable<Product> products) =>
        products.Select(product =>
            SupplierNames.Same(product.Name, product.Maker) ? product.Maker : ProviderName.With(product.Maker, product.Name)
        );
}
