using SupplierBot.Onboarding.Register.Catalogue;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>The products that ship with the bot.</summary>
internal static class Products
{
    public static string Shipped { get; } = Load();

    public static ProductCatalogue Catalogue { get; } = new(ProductCatalogueReader.Read(Shipped).Products);

    private static string Load()
    {
        using var stream = typeof(ProductCatalogueReader).Assembly.GetManifestResourceStream("products.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
