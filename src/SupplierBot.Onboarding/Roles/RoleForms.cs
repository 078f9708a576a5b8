using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>What can be typed about roles, to pick and to press. The answer is the same.</summary>
internal static class RoleForms
{
    public const string Person = "person";
    public const string Until = "until";
    public const string Role = "role";
    private const int LongestPerson = 100;

    /// <summary>Null where everything is filled in, or was typed.</summary>
    public static RoleOutcome? Of(Request request, RoleDirectory directory, Context context) =>
        request switch
        {
            { Press: { } press } and Request.Delegate { Name: var name, Until: var until } when name.Length == 0 || until.Length == 0 =>
                new(Delegate(press, context)),
            { Press: { } press }
            and Request.ChangeRole { Gives: true, Name: var name, Role: var role } when name.Length == 0 || role.Length == 0 => new(
                GiveRole(press, directory, context)
            ),
            _ => null,
        };

    private static View.Form Delegate(CardPress press, Context context) =>
        Form(
            "delegate",
            Verbs.Delegate,
            press,
            [
                PersonField(press, "delegate.form_person", context),
                FormFields.Date(Until, context.Wording["delegate.form_until"], press.Value(Until)) with
                {
                    Required = true,
                    Missing = context.Wording["field.text"],
                },
            ],
            context
        );

    private static View.Form GiveRole(CardPress press, RoleDirectory directory, Context context) =>
        Form(
            "roles",
            Verbs.GiveRole,
            press,
            [
                FormFields.One(
                    Role,
                    context.Wording["roles.form_role"],
                    press.Value(Role),
                    [.. directory.Roles.Known.All.Select(role => new FieldChoice(role, CaseTexts.Role(role, context)))]
                ) with
                {
                    Required = true,
                    Missing = context.Wording["field.one"],
                },
                PersonField(press, "roles.form_person", context),
            ],
            context
        );

    private static Field PersonField(CardPress press, string label, Context context) =>
        FormFields.Person(Person, context.Wording[label], press.People.Count > 0 ? "" : press.Value(Person), []) with
        {
            Required = true,
            Missing = context.Wording["field.text"],
            MaxLength = LongestPerson,
        };

    private static View.Form Form(string topic, string verb, CardPress press, IReadOnlyList<Field> fields, Context context)
    {
        var title = context.Wording[$"{topic}.form_title"];
        var problem = press.Target == CaseForms.Sent ? context.Wording[$"{topic}.form_missing"] : "";
        return new(title, [], problem, fields, context.Wording[$"{topic}.form_foot"])
        {
            Plain = title,
            Buttons = [new(context.Wording[$"{topic}.form_send"], verb, CaseForms.Sent, Style: ButtonStyle.Main, Checks: true)],
        };
    }

    /// <summary>Beside who decides: for who holds a role, and for who gives them.</summary>
    public static IEnumerable<Button> Buttons(RoleDirectory directory, Actor actor, Context context)
    {
        if (directory.Deciding.Any(role => directory.Roles.Holds(actor.Id, role)))
            yield return new(context.Wording["button.stand_in"], Verbs.Delegate, OpensForm: true);
        if (directory.IsAdmin(actor.Id))
            yield return new(context.Wording["button.give_role"], Verbs.GiveRole, OpensForm: true);
    }
}
