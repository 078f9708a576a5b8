using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>The roles of <see cref="CaseScenario"/>, changed in chat on its first day.</summary>
internal static class RoleScenario
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoPlaces = new Dictionary<string, IReadOnlyList<string>>();

    public static RoleDirectory On(RoleAssignments assignments, DateOnly today) =>
        RoleDirectory.Of(new CaseScenario().Roles, NoPlaces, assignments, today);

    /// <summary>Somebody types it, in a conversation of many where <paramref name="here"/> names one.</summary>
    public static RoleOutcome Say(RoleAssignments assignments, Actor actor, string text, string? here = null)
    {
        var context = new CaseScenario().Context;
        return RoleChanges.Handle(
            assignments,
            On(assignments, context.Calendar.Today(context.Now)),
            RequestReader.Parse(text),
            actor,
            here,
            context
        );
    }

    public static string Words(RoleOutcome outcome) => string.Join(' ', ((View.Notice)outcome.Answer!).Lines.Select(line => line.Text));
}
