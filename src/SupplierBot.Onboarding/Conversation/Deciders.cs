using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>Who decides, from the approvals of the policy: "Security, 2 people, then CISO, 1 person".</summary>
internal static class Deciders
{
    public static string Words(IReadOnlyList<ApprovalSeat> seats, Context context) =>
        string.Join(context.Wording["summary.then"], seats
            .Where(seat => seat.Role is Roles.Security or Roles.Ciso || context.Roles.Configured(seat.Role))
            .GroupBy(seat => seat.Step)
            .OrderBy(step => step.Key)
            .Select(step => string.Join(context.Wording["summary.and"], step.Select(seat => Seat(seat, context.Wording)))));

    private static string Seat(ApprovalSeat seat, Wording wording) => wording.Fill(
        seat.People == 1 ? "summary.one_person" : "summary.people",
        ("role", wording[$"role.{seat.Role}"]),
        ("n", seat.People.ToString(CultureInfo.InvariantCulture)));
}
