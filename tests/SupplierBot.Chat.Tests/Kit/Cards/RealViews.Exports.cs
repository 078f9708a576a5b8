using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Cards;

internal static partial class RealViews
{
    /// <summary>Every kind of file: while it is written, when it is there, and when it could not be; and what is refused.</summary>
    public static IEnumerable<(string Name, View View)> Exports()
    {
        ExportOrder[] orders =
        [
            new ExportOrder.Register(RegisterFilter.None, ExportFormat.Excel),
            new ExportOrder.Schedule("REQ-2026-0012", ForLegal: false, ExportFormat.Word),
            new ExportOrder.Schedule("REQ-2026-0012", ForLegal: true, ExportFormat.Word),
            new ExportOrder.Needs("REQ-2026-0012"),
            new ExportOrder.PolicyText(ExportFormat.Markdown),
            new ExportOrder.Report(new(2026, 4), ExportFormat.Word),
            new ExportOrder.Pack(new(2026, 1, 1), new(2026, 12, 31), new(5, Tier.High, 7), WithFiles: true),
        ];
        var hash = new string('a', 64);
        foreach (var order in orders)
        {
            yield return (
                $"export-{order.Kind}",
                ExportCards.Ready(order, "https://bot.example.com/files/token", (hash, 317_440), 412, "", Context)
            );
            yield return ($"export-{order.Kind}-busy", ExportCards.Busy(order, 12_000, Context));
            yield return ($"export-{order.Kind}-failed", ExportCards.Failed(order, Context));
        }
        yield return ("export-nothing", ExportCards.Nothing(orders[0], Context));
        yield return ("export-no-address", ExportCards.NoAddress(Context));
        yield return ("export-policy-read", ExportCards.PolicyRead("2026.12-r4", Context));
        foreach (
            var typed in new[]
            {
                "pack 2026",
                "pack from 2026-12-01 to 2026-01-01",
                "pack next year",
                "download register as word",
                "download register Acme",
                "register Acme",
                "register",
            }
        )
            yield return ($"export-said-{typed}", Said(typed, typed == "pack 2026" ? Rita : Sam));
    }

    private static View Said(string typed, Person by) =>
        CaseDecider.Handle(new(), RequestReader.Typed(typed), new(by, true), Policy, Context).Answer!;
}
