using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Imports;

public enum DuplicateKind
{
    /// <summary>The same supplier and product twice in the file.</summary>
    Twice,

    /// <summary>Two names in the file, or two suppliers of one website, that may be one supplier.</summary>
    AlikeInFile,

    /// <summary>The same supplier and product is on the register.</summary>
    OnRegister,

    /// <summary>A supplier of a similar name, or of the same website, is on the register.</summary>
    AlikeOnRegister,
}

public enum DuplicateDecision
{
    Skip,

    /// <summary>Another product of the same supplier: under the name that was there first.</summary>
    Same,

    /// <summary>Two suppliers.</summary>
    Both,
}

/// <summary>Rows that may be a supplier that is there already, for one decision.</summary>
/// <param name="Name">Of what was there first, by which the decision is named.</param>
/// <param name="First">Where that is: <c>SUP-0003</c>, or the number of its row.</param>
/// <param name="Rows">Those that come after it.</param>
/// <param name="Names">Of those rows, each once.</param>
public sealed record DuplicateGroup(DuplicateKind Kind, string Name, string First, IReadOnlyList<int> Rows, IReadOnlyList<string> Names)
{
    /// <summary>No other group of the file has it.</summary>
    public string Key => $"{(int)Kind}_{First}";
}

/// <summary>Which lines of a file are, or may be, the same supplier as another line or an entry of the register.</summary>
internal sealed class ImportDuplicates
{
    private readonly Dictionary<string, Known> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Known> services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known> identities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known> alike = new(StringComparer.Ordinal);

    public ImportDuplicates(IEnumerable<RegisterEntry> register)
    {
        var entries = register.ToList();
        var names = entries
            .Where(entry => entry.MergedEntries is not null)
            .ToDictionary(entry => entry.Id, entry => entry.Supplier, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // Of two that are one supplier, the one that stays is what was there first.
            var place = entry.MergedInto ?? entry.Id;
            numbers.TryAdd(entry.Id, new(entry.Supplier, place, OnRegister: true));
            // A request that came to nothing keeps nobody from saying that the supplier is in use.
            if (!entry.Status.IsUndecided())
                Remember(
                    new(names.GetValueOrDefault(place, entry.Supplier), place, OnRegister: true),
                    entry.Supplier,
                    entry.Service,
                    entry.Website
                );
        }
    }

    /// <summary>What it is the same as, or like; null for one that is new. It is known from then on.</summary>
    /// <param name="number">What the file says in the column of our numbers.</param>
    /// <param name="remembers">It comes in, so that later lines are compared with it.</param>
    public Duplicate? Of(ImportedLine line, string number, bool remembers = true)
    {
        var found =
            numbers.TryGetValue(number.Trim(), out var numbered) && SupplierNames.Resemble(numbered.Name, line.Supplier)
                ? new(numbered, Same: true)
            : services.TryGetValue(Service(line.Supplier, line.Service), out var same) ? new(same, Same: true)
            : identities.TryGetValue(SupplierNames.Identity(line.Supplier), out var supplier)
                // One without a product is all of them; another product of a supplier is a line of its own.
                ? line.Service.Length == 0 ? new(supplier, Same: true)
                    : null
            : Alike(line);
        if (found is null && remembers)
            Remember(
                new(line.Supplier, line.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), OnRegister: false),
                line.Supplier,
                line.Service,
                line.Website
            );
        return found;
    }

    public static DuplicateGroup Group(IGrouping<(DuplicateKind Kind, string First), (Duplicate Found, ImportedLine Line)> rows) =>
        new(
            rows.Key.Kind,
            rows.First().Found.Of.Name,
            rows.Key.First,
            [.. rows.Select(row => row.Line.Row)],
            [.. rows.Select(row => row.Line.Supplier).Distinct(StringComparer.Ordinal)]
        );

    private Duplicate? Alike(ImportedLine line)
    {
        foreach (var key in Keys(line.Supplier, line.Website))
        {
            if (alike.TryGetValue(key, out var known) && (key[0] == 's' || SupplierNames.Resemble(known.Name, line.Supplier)))
                return new(known, Same: false);
        }
        return null;
    }

    private void Remember(Known known, string supplier, string service, string website)
    {
        services.TryAdd(Service(supplier, service), known);
        identities.TryAdd(SupplierNames.Identity(supplier), known);
        foreach (var key in Keys(supplier, website))
            alike.TryAdd(key, known);
    }

    private static string Service(string supplier, string service) =>
        $"{SupplierNames.Identity(supplier)}\n{SupplierNames.Identity(service)}";

    private static IEnumerable<string> Keys(string supplier, string website) =>
        SupplierNames
            .Guesses(supplier)
            .Select(guess => "g" + guess)
            .Concat(WebAddress.SiteOf(website) is { Length: > 0 } site ? ["s" + site] : []);

    internal sealed record Known(string Name, string Place, bool OnRegister);

    internal sealed record Duplicate(Known Of, bool Same)
    {
        public DuplicateKind Kind =>
            (Of.OnRegister, Same) switch
            {
                (true, true) => DuplicateKind.OnRegister,
                (true, false) => DuplicateKind.AlikeOnRegister,
                (false, true) => DuplicateKind.Twice,
                _ => DuplicateKind.AlikeInFile,
            };
    }
}
