using SupplierBot.Onboarding.Register.Catalogue;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>What somebody behind a service does there.</summary>
public enum ProviderKind
{
    /// <summary>Makes the AI model.</summary>
    Model,

    /// <summary>The cloud or platform it runs on.</summary>
    Platform,

    /// <summary>Takes some other part in the work.</summary>
    SubSupplier,
}

public static class ProviderKinds
{
    private const string Model = "MODEL";
    private const string Platform = "COMPUTE";

    /// <summary>By the product that was named, else by what the company makes; null where the catalogue knows neither.</summary>
    public static ProviderKind? Of(string part, ProductCatalogue catalogue)
    {
        var name = ProviderName.Of(part);
        var inside = part.Length > name.Length ? part[name.Length..].Trim(' ', '(', ')') : name;
        IReadOnlyList<Product> known =
            catalogue.Exactly(inside) is { Count: > 0 } named ? named
            : catalogue.MadeBy(name) is { Count: > 0 } made ? made
            : catalogue.Exactly(name);
        return known.Count == 0 ? null
            : known.Any(product => product.Type == Model) ? ProviderKind.Model
            : known.Any(product => product.Type == Platform) ? ProviderKind.Platform
            : ProviderKind.SubSupplier;
    }
}
