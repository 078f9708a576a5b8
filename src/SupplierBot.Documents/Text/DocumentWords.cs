using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Text;

/// <summary>What all documents say in the same way.</summary>
internal sealed class DocumentWords(Provenance provenance, Wording wording)
{
    public string this[string key] => wording[key];
    public Wording Wording => wording;
    public Provenance Provenance => provenance;
    public DateOnly Today { get; } = DayOf(provenance.At, provenance.Zone);

    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> holes) => wording.Fill(key, holes);

    public DocumentText Document(string title, string subtitle, IEnumerable<Block> blocks) =>
        new(title, subtitle, new(provenance.Organisation, provenance.At, Source(), wording["document.page"]), [.. blocks]);

    /// <summary>"30 Nov 2026": a document is read in another year.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public string Day(DateTimeOffset at) => Day(DayOf(at, provenance.Zone));

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"it works on…" with a capital, where it stands alone.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    public string Tier(Tier tier) => wording[$"words.tier.{tier}"];

    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>What the texts of the cards ask for; nobody holds a role in a document.</summary>
    public Context Context(Policy? policy) =>
        new(
            provenance.At,
            new WorkingCalendar(
                provenance.Zone,
                new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
                new HashSet<DateOnly>(),
                new(new(9, 0), new(17, 0))
            ),
            new RoleHolders(new Dictionary<string, IReadOnlyList<Person>>(), [])
            {
                Known = policy is null ? KnownRoles.First : KnownRoles.Of(policy),
            },
            wording,
            provenance.Organisation
        );

    private string Source()
    {
        var at = TimeZoneInfo.ConvertTime(provenance.At, provenance.Zone);
        var source = wording.Fill(
            "document.source",
            ("name", provenance.By.Name),
            ("at", at.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)),
            ("zone", provenance.Zone.Id),
            ("version", provenance.PolicyVersion)
        );
        return provenance.Filter.Length == 0 ? source : $"{source} · {provenance.Filter}";
    }
}
