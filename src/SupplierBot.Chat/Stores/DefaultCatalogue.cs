using SupplierBot.Onboarding.Register.Catalogue;

namespace SupplierBot.Chat.Stores;

/// <summary>The products that ship inside the product; <c>Names:File</c> adds to them. Read here because the core knows no streams.</summary>
public static class DefaultCatalogue
{
    /// <summary>The text of <c>products.csv</c>, for <see cref="ProductCatalogueReader.Read"/>.</summary>
    public static string Text()
    {
        using var stream = typeof(ProductCatalogueReader).Assembly.GetManifestResourceStream("products.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <param name="own">A company's own, which go first.</param>
    public static ProductCatalogue With(IEnumerable<Product> own) => new([.. own, .. ProductCatalogueReader.Read(Text()).Products]);
}
