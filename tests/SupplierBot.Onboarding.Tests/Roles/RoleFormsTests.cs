using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>A stand-in and a role for somebody, picked and pressed: the same as typed.</summary>
public sealed class RoleFormsTests
{
    private const string Picked = "U7";
    private static readonly Person Nora = new(new("slack:T1:U7"), "Nora Newhire");

    private static RoleOutcome Press(
        Actor actor,
        string verb,
        string target,
        MentionedPerson? picked,
        params (string Id, string Value)[] filled
    )
    {
        var context = new CaseScenario().Context with { Mentions = picked is null ? [] : [picked] };
        var press = new CardPress(verb, target, CardStamp.None, filled.ToDictionary(one => one.Id, one => one.Value), Automatic: false)
        {
            People = [new Mention(Picked, Picked) { Person = Nora.Id }],
        };
        return RoleChanges.Handle(
            RoleAssignments.Empty,
            RoleScenario.On(RoleAssignments.Empty, context.Calendar.Today(context.Now)),
            RequestReader.Pressed(press),
            actor,
            null,
            context
        );
    }

    [Fact]
    public void Whoever_decides_names_a_stand_in_from_a_list_of_people()
    {
        var form = Assert.IsType<View.Form>(Press(Sam, "delegate", "", null).Answer);
        Assert.Equal([FieldKind.Person, FieldKind.Date], form.Fields.Select(field => field.Kind));
        Assert.Equal("", form.Problem);
        var known = new MentionedPerson(Picked, Nora, MentionState.Known) { Picked = true };
        var done = Press(Sam, "delegate", "sent", known, ("person", Picked), ("until", "2026-12-20"));
        Assert.Equal(Nora, Assert.Single(done.Assignments!.Away).Delegate);
        Assert.Contains("decides as Security for you until Sun 20 Dec", RoleScenario.Words(done), StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_the_platform_does_not_confirm_stands_in_for_nobody()
    {
        var unknown = new MentionedPerson(Picked, null, MentionState.NotMet) { Picked = true };
        var refused = Press(Sam, "delegate", "sent", unknown, ("person", Picked), ("until", "2026-12-20"));
        Assert.Null(refused.Assignments);
        Assert.StartsWith("I can't confirm who this is.", RoleScenario.Words(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_form_says_what_is_missing()
    {
        var again = Assert.IsType<View.Form>(Press(Sam, "delegate", "sent", null, ("person", "Nora")).Answer);
        Assert.Equal("Choose a person and a day.", again.Problem);
    }

    [Fact]
    public void An_admin_gives_a_role_and_nobody_else_does()
    {
        Assert.IsType<View.Form>(Press(Admin, "role_give", "", null).Answer);
        Assert.IsType<View.Notice>(Press(Sam, "role_give", "", null).Answer);
        var known = new MentionedPerson(Picked, Nora, MentionState.Known) { Picked = true };
        var given = Press(Admin, "role_give", "sent", known, ("person", Picked), ("role", "security"));
        Assert.Equal(Nora, Assert.Single(given.Assignments!.Given).Person);
    }
}
