using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>What every line of one file is written with: the moment, the zone, the words.</summary>
internal sealed class RegisterContext
{
    private static readonly RoleHolders Nobody = new(new Dictionary<string, IReadOnlyList<Person>>(), []);

    public RegisterContext(Provenance provenance, Wording wording)
    {
        Provenance = provenance;
        // The hours of work say nothing here: only the zone of the calendar is looked at.
        var calendar = new WorkingCalendar(provenance.Zone, new HashSet<DayOfWeek>(), new HashSet<DateOnly>(), new(new(9, 0), new(17, 0)));
        Context = new(provenance.At, calendar, provenance.Roles ?? Nobody, wording, provenance.Organisation);
        Today = calendar.Today(provenance.At);
    }

    public Provenance Provenance { get; }
    public Context Context { get; }
    public DateOnly Today { get; }
    public Wording Wording => Context.Wording;

    public Cell Moment(DateTimeOffset? at) => Cell.Of(at, Provenance.Zone);

    public string YesNo(bool yes) => Wording[yes ? "file.register_yes" : "file.register_no"];
}
