using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Rita talks to the intake: what she says and presses goes in, what she sees and what is stored comes out.</summary>
internal sealed class IntakeScenario
{
    public static readonly Person Rita = new(new("teams:rita"), "Rita Requester");
    public static readonly Person Sam = new(new("teams:sam"), "Sam Security");
    public static readonly Person Priya = new(new("teams:priya"), "Priya Security");
    public static readonly Person Carla = new(new("teams:carla"), "Carla Ciso");

    private static readonly WorkingCalendar Calendar = new(
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
        new HashSet<DateOnly>(),
        new(new(9, 0), new(18, 0))
    );

    private int ids;

    public Policy Policy { get; init; } = PolicyText.Policy;
    public Actor Actor { get; set; } = new(Rita, true);

    /// <summary>Tuesday 17 November 2026, 10:00 in Berlin.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);
    public Draft? Draft { get; set; }

    /// <summary>Beside it, as the store keeps them.</summary>
    public IReadOnlyList<Draft> Others { get; set; } = [];
    public IReadOnlyList<RegisterEntry> SameName { get; set; } = [];
    public IReadOnlyList<RegisterEntry> Alike { get; set; } = [];
    public IReadOnlyList<CaseLine> Pending { get; set; } = [];
    public Case? Case { get; set; }
    public View View { get; set; } = null!;
    public Outcome Outcome { get; private set; } = null!;
    public IReadOnlyList<Person> People { get; set; } = [];
    public IReadOnlyList<MentionedPerson> Mentions { get; set; } = [];
    public DateOnly Today => Calendar.Today(Now);

    public View.Page Page => Assert.IsType<View.Page>(View);
    public View.Summary Summary => Assert.IsType<View.Summary>(View);
    public View.Notice Notice => Assert.IsType<View.Notice>(View);

    public Context Context() =>
        new(
            Now,
            Calendar,
            new RoleHolders(new Dictionary<string, IReadOnlyList<Person>> { ["security"] = [Sam, Priya], ["ciso"] = [Carla] }, []),
            WordingText.Wording,
            "Example Ltd"
        )
        {
            NewId = string.Create(CultureInfo.InvariantCulture, $"draft-{++ids:00}"),
            Numbers = new("REQ-2026-0001", "SUP-0001"),
            People = [Rita, Sam, .. People],
            Mentions = Mentions,
        };

    public IntakeScenario Says(string text) => Sends(RequestReader.Typed(text, Today));

    /// <summary>Presses a button of what is on screen; the inputs are the card's own values with these in their place.</summary>
    public IntakeScenario Presses(string verb, params (string Id, string Value)[] typed) => Sends(PressOn(View, verb, typed));

    public Request PressOn(View view, string verb, params (string Id, string Value)[] typed)
    {
        var button = view.Buttons.First(button => button.Verb == verb);
        var values = Fields(view).Where(_ => button.Checks).ToDictionary(field => field.Id, field => field.Value);
        foreach (var (id, value) in typed)
            values[id] = value;
        return RequestReader.Pressed(verb, button.Target, view.Stamp, values, false);
    }

    public IntakeScenario Sends(Request request)
    {
        if (
            request is Request.ContinueDraft { Press.Target: var wanted }
            && Others.FirstOrDefault(other => other.Id == wanted) is { } other
        )
            (Draft, Others) = (other, [.. Others.Append(Draft).OfType<Draft>().Where(one => one.Id != wanted)]);
        var state = new TurnState
        {
            Draft = Draft,
            OtherDrafts = Others,
            SameName = SameName,
            Alike = Alike,
            Pending = Pending,
            Case = Case,
        };
        Outcome = CaseDecider.Handle(state, request, Actor, Policy, Context());
        View = Outcome.Answer!;
        if (Outcome.Draft is DraftChange.Save saved && saved.PutsAside(Draft))
            Others = [.. Others, Draft!];
        Draft = Outcome.Draft switch
        {
            DraftChange.Save save => save.Draft,
            DraftChange.Delete => null,
            _ => Draft,
        };
        return this;
    }

    public IntakeScenario Fills(params (string Id, string Value)[] typed) => Presses("answer", typed);

    public static IReadOnlyList<Field> Fields(View view) =>
        view switch
        {
            View.Page page => page.Fields,
            View.Summary summary => summary.Fields,
            _ => [],
        };

    public Field Field(string id) => Fields(View).Single(field => field.Id == id);
}
