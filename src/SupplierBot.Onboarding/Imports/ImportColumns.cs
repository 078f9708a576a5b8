using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>What headers of columns mean: those that companies use, and every one of our own export.</summary>
public static class ImportColumns
{
    /// <summary>The surest first: of two columns that may be the same field the first in this order is taken.</summary>
    private static readonly Dictionary<ImportField, string[]> Known = new()
    {
        [ImportField.Supplier] =
        [
            "supplier",
            "supplier name",
            "vendor",
            "vendor name",
            "third party",
            "third party name",
            "provider",
            "provider name",
            "service provider",
            "company",
            "company name",
            "legal name",
            "organisation",
            "organization",
            "partner",
            "contractor",
            "lieferant",
            "anbieter",
            "fournisseur",
            "proveedor",
            "name",
        ],
        [ImportField.Service] =
        [
            "product",
            "product name",
            "service",
            "service name",
            "product/service",
            "tool",
            "tool name",
            "application",
            "app",
            "software",
            "solution",
            "services",
            "services provided",
            "service provided",
            "system",
            "produkt",
            "dienst",
        ],
        [ImportField.Owner] =
        [
            "owner",
            "business owner",
            "supplier owner",
            "vendor owner",
            "internal owner",
            "relationship owner",
            "contract owner",
            "service owner",
            "product owner",
            "owner email",
            "owner e-mail",
            "owner name",
            "responsible",
            "responsible person",
            "accountable",
            "supplier manager",
            "vendor manager",
            "sponsor",
            "business sponsor",
            "internal contact",
            "verantwortlich",
            "contact",
        ],
        [ImportField.Purpose] =
        [
            "purpose",
            "use case",
            "use cases",
            "what for",
            "used for",
            "what we use it for",
            "what it's used for",
            "business purpose",
            "business justification",
            "justification",
            "description",
            "description of service",
            "service description",
            "usage",
            "use",
            "reason",
            "scope",
            "what they do",
            "zweck",
            "verwendung",
        ],
        [ImportField.Department] =
        [
            "department",
            "dept",
            "team",
            "business unit",
            "unit",
            "division",
            "function",
            "cost centre",
            "cost center",
            "abteilung",
        ],
        [ImportField.Tier] =
        [
            "risk tier",
            "tier",
            "criticality",
            "criticality level",
            "risk",
            "risk level",
            "risk rating",
            "risk class",
            "inherent risk",
            "rating",
            "business criticality",
            "importance",
            "classification",
            "kritikalität",
        ],
        [ImportField.Data] =
        [
            "data allowed",
            "data",
            "data types",
            "data type",
            "data classification",
            "data categories",
            "data shared",
            "data processed",
            "data involved",
            "information accessed",
            "information types",
            "personal data",
            "daten",
        ],
        [ImportField.Website] = ["website", "url", "web", "web site", "homepage", "site", "domain", "web address", "link"],
        [ImportField.ContractStart] =
        [
            "contract start",
            "contract start date",
            "start date",
            "start",
            "effective date",
            "contract date",
            "signed",
            "signed on",
            "since",
            "vertragsbeginn",
        ],
        [ImportField.ContractEnd] =
        [
            "contract ends",
            "contract end",
            "contract end date",
            "end date",
            "end",
            "expiry",
            "expiry date",
            "expires",
            "expiration date",
            "contract expiry",
            "term end",
            "vertragsende",
        ],
        [ImportField.Renewal] =
        [
            "renewal",
            "renewal date",
            "next renewal",
            "contract renewal",
            "auto renewal",
            "auto-renew",
            "renews",
            "renewal term",
        ],
        [ImportField.Contract] = ["contract", "contract reference", "contract no", "contract number", "contract id", "agreement", "msa"],
        [ImportField.NextReview] = ["next review", "next review date", "review date", "review due", "next assessment"],
        [ImportField.Status] = ["status", "state", "supplier status", "vendor status", "active"],
        [ImportField.Type] = ["supplier type", "vendor type", "type", "category", "supplier category", "vendor category", "class"],
        [ImportField.Location] = ["data location", "location", "country", "countries", "region", "hosting", "hosting location"],
        [ImportField.Subprocessors] =
        [
            "subprocessors and model providers",
            "subprocessors",
            "sub-processors",
            "sub-suppliers",
            "subcontractors",
            "fourth parties",
        ],
        [ImportField.Notes] = ["notes", "note", "comment", "comments", "remark", "remarks", "bemerkung"],
        [ImportField.Number] = ["number"],
    };

    /// <summary>Columns of the sheet "Suppliers" of our own export, by their names in the wording.</summary>
    private static readonly Dictionary<string, ImportField> Own = new(StringComparer.Ordinal)
    {
        ["number"] = ImportField.Number,
        ["supplier"] = ImportField.Supplier,
        ["service"] = ImportField.Service,
        ["website"] = ImportField.Website,
        ["purpose"] = ImportField.Purpose,
        ["types"] = ImportField.Type,
        ["tier"] = ImportField.Tier,
        ["status"] = ImportField.Status,
        ["data"] = ImportField.Data,
        ["owner"] = ImportField.Owner,
        ["next_review"] = ImportField.NextReview,
        ["contract_end"] = ImportField.ContractEnd,
        ["contract"] = ImportField.Contract,
        ["subprocessors"] = ImportField.Subprocessors,
        ["countries"] = ImportField.Location,
        ["score"] = ImportField.Derived,
        ["ready"] = ImportField.Derived,
        ["requester"] = ImportField.Derived,
        ["case"] = ImportField.Derived,
        ["policy"] = ImportField.Derived,
        ["decided_on"] = ImportField.Derived,
        ["decided_by"] = ImportField.Derived,
        ["notice_day"] = ImportField.Derived,
        ["restrictions"] = ImportField.Derived,
        ["open_conditions"] = ImportField.Derived,
        ["accepted_gaps"] = ImportField.Derived,
        ["computed_tier"] = ImportField.Derived,
        ["tier_until"] = ImportField.Derived,
        ["note"] = ImportField.Notes,
        ["changed"] = ImportField.Derived,
    };

    private static readonly Dictionary<string, (ImportField Field, int Rank)> ByHeader = Known
        .SelectMany(pair => pair.Value.Select((header, rank) => (Header: Fold(header), pair.Key, rank)))
        .GroupBy(one => one.Header)
        .ToDictionary(group => group.Key, group => (group.First().Key, group.First().rank), StringComparer.Ordinal);

    /// <summary>What a header says, and how sure it is: 0 is surest. Null for one that nobody knows.</summary>
    public static (ImportField Field, int Rank)? Of(string header, Wording wording)
    {
        var folded = Fold(header);
        if (folded.Length == 0)
            return null;
        foreach (var (name, field) in Own)
        {
            if (Fold(wording[$"file.register_{name}"]) == folded)
                return (field, 0);
        }
        return ByHeader.TryGetValue(folded, out var known) ? known : null;
    }

    /// <summary>Nothing but letters and digits counts: "Risk-Tier *" is "risk tier".</summary>
    internal static string Fold(string header) => VisibleText.Any(header) ? SupplierNames.Plain(header) : "";

    /// <summary>As it is typed on the command line: <c>contract_end</c>.</summary>
    public static string Word(ImportField field) =>
        string.Concat(
            field
                .ToString()
                .Select(
                    (letter, at) =>
                        at > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
                )
        );

    /// <summary>What somebody may choose for a column.</summary>
    public static IReadOnlyList<ImportField> Choices { get; } =
    [.. Enum.GetValues<ImportField>().Where(field => field != ImportField.Derived)];

    /// <summary>By its word, or by a header that means it; null where nothing is meant.</summary>
    public static ImportField? Field(string typed, Wording wording) =>
        Choices.Select(field => (ImportField?)field).FirstOrDefault(field => Fold(Word(field!.Value)) == Fold(typed))
        ?? (Of(typed, wording) is (var field, _) && field != ImportField.Derived ? field : null);
}
