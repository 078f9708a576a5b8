using System.Text;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register.Catalogue;

/// <summary>Reads a file of products (README.md "Columns"): all faults of it at once, each with its line.</summary>
public static class ProductCatalogueReader
{
    private static readonly int[] Filled = [0, 1, 3, 4];
    private static readonly int[] Limited = [0, 1];
    private static readonly string[] Columns = ["product", "maker", "domain", "type", "for", "also"];

    /// <summary>A file that somebody mistook for one of products tells a few faults, not thousands.</summary>
    private const int MostFaults = 20;

    /// <param name="types">The ids of the policy's supplier types; null where a policy may have left out some.</param>
    /// <returns>Products only where there are no faults.</returns>
    public static (IReadOnlyList<Product> Products, IReadOnlyList<CatalogueFault> Faults) Read(
        string text,
        IReadOnlyCollection<string>? types = null
    )
    {
        var (products, faults) = (new List<Product>(), new List<CatalogueFault>());
        var seen = new Dictionary<(string, string), int>();
        var begun = false;
        foreach (var (number, line) in Lines(text))
        {
            if (faults.Count >= MostFaults)
                break;
            if (Fields(line) is not { } fields)
                faults.Add(new(number, "a quote is open or stands amid a field"));
            else if (!begun)
                begun = Header(number, fields, faults);
            else if (Product(number, fields, types, faults) is { } product && IsNew(number, product, seen, faults))
                products.Add(product);
        }
        if (products.Count == 0 && faults.Count == 0)
            faults.Add(new(1, "it lists no product"));
        return (faults.Count == 0 ? products : [], faults);
    }

    /// <returns>True also where it is wrong: that is told once.</returns>
    private static bool Header(int number, IReadOnlyList<string> fields, List<CatalogueFault> faults)
    {
        if (!fields.Select(field => field.ToLowerInvariant()).SequenceEqual(Columns))
            faults.Add(new(number, $"the first line names the columns: {string.Join(',', Columns)}"));
        return true;
    }

    private static Product? Product(
        int number,
        IReadOnlyList<string> fields,
        IReadOnlyCollection<string>? types,
        List<CatalogueFault> faults
    )
    {
        if (fields.Count != Columns.Length)
        {
            faults.Add(new(number, $"{fields.Count} fields, and {Columns.Length} columns"));
            return null;
        }
        var before = faults.Count;
        foreach (var column in Filled.Where(column => SupplierNames.Identity(fields[column]).Length == 0))
            faults.Add(new(number, $"{Columns[column]} is empty"));
        foreach (var column in Limited.Where(column => fields[column].Length > SupplierNames.Longest))
            faults.Add(new(number, $"{Columns[column]} is longer than {SupplierNames.Longest} characters"));
        if (fields[3].Length > 0 && types?.Contains(fields[3]) == false)
            faults.Add(new(number, $"type {fields[3]} isn't one of the policy's: {string.Join(", ", types)}"));
        if (fields[2].Length > 0 && (WebAddress.SiteOf(fields[2]).Length == 0 || fields[2].Contains('/', StringComparison.Ordinal)))
            faults.Add(new(number, $"domain {fields[2]} isn't a site like acme.com"));
        var also = fields[5].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var names = also.Prepend(fields[0]).Select(SupplierNames.Identity).ToList();
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add(new(number, $"the name {twice.Key} is there twice"));
        return faults.Count > before ? null : new(fields[0], fields[1], fields[2], fields[3], fields[4], also);
    }

    private static bool IsNew(int number, Product product, Dictionary<(string, string), int> seen, List<CatalogueFault> faults)
    {
        var key = (SupplierNames.Identity(product.Name), SupplierNames.Identity(product.Maker));
        if (seen.TryAdd(key, number))
            return true;
        faults.Add(new(number, $"{product.Name} of {product.Maker} is in line {seen[key]} already"));
        return false;
    }

    private static IEnumerable<(int Number, string Line)> Lines(string text) =>
        text.TrimStart('\uFEFF')
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select((line, at) => (at + 1, line))
            .Where(one => one.line.Trim() is { Length: > 0 } and not ['#', ..]);

    /// <summary>Null where quotes are not in pairs.</summary>
    private static List<string>? Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '"' when quoted && at + 1 < line.Length && line[at + 1] == '"':
                    field.Append('"');
                    at++;
                    break;
                case '"' when quoted || field.ToString().Trim().Length == 0:
                    quoted = !quoted;
                    break;
                case '"':
                    return null;
                case ',' when !quoted:
                    fields.Add(field.ToString().Trim());
                    field.Clear();
                    break;
                default:
                    field.Append(line[at]);
                    break;
            }
        }
        fields.Add(field.ToString().Trim());
        return quoted ? null : fields;
    }
}
