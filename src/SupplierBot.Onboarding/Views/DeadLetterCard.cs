using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>A message that could not be delivered, as an admin sees it.</summary>
/// <param name="Key">What comes back when it is picked.</param>
/// <param name="Slot">Id of the slot.</param>
/// <param name="To">A person's name; empty for a channel, null for somebody who never wrote to the bot.</param>
/// <param name="Reason">The platform's code or ours.</param>
public sealed record DeadLetterLine(string Key, string CaseId, string Slot, string? To, string Reason, DateTimeOffset Since, int Attempts);

/// <summary><c>deliveries</c>: for admins, what waits to be delivered again.</summary>
public static class DeadLetterCard
{
    /// <summary>The target of the button for everything.</summary>
    public const string All = "all";
    private const int Most = 10;

    /// <param name="done">What was just done about it; may be empty.</param>
    public static View Show(IReadOnlyList<DeadLetterLine> lines, string done, Context context)
    {
        var wording = context.Wording;
        if (lines.Count == 0)
            return Words(done.Length > 0 ? done : wording["deliveries.empty"]);
        var page = lines.Take(Most).ToList();
        return new View.Entries(
            wording["deliveries.title"],
            done.Length > 0 ? done : wording.Fill("deliveries.small", ("n", Number(lines.Count))),
            [new("", [.. page.Select(line => new CardRow(line.CaseId, Words(line, context)))])],
            FormFields.One(
                CardPress.Pick,
                wording["list.pick"],
                "",
                [
                    .. page.Select(line => new FieldChoice(
                        line.Key,
                        Texts.Clip($"{line.CaseId} · {What(line, wording)} · {Who(line, wording)}", 75)
                    )),
                ]
            ),
            lines.Count > Most ? wording.Fill("list.more", ("n", Number(lines.Count - Most))) : ""
        )
        {
            Plain = wording["deliveries.title"],
            Buttons =
            [
                new(wording["deliveries.retry"], Verbs.Retry, Style: ButtonStyle.Main, Checks: true),
                new(wording["deliveries.retry_all"], Verbs.Retry, All),
            ],
        };
    }

    public static View Retried(int count, IReadOnlyList<DeadLetterLine> left, Context context) =>
        Show(left, context.Wording.Fill("deliveries.retried", ("n", Number(count))), context);

    public static View NothingChosen(IReadOnlyList<DeadLetterLine> lines, Context context) =>
        Show(lines, context.Wording["refusal.nothing_chosen"], context);

    public static View NotForYou(Context context) =>
        Words(
            context.Wording.Fill(
                "deliveries.admins_only",
                (
                    "names",
                    context.Roles.Admins.Count == 0
                        ? context.Wording["deliveries.no_admin"]
                        : string.Join(", ", context.Roles.Admins.Select(admin => admin.Name))
                )
            )
        );

    private static string Words(DeadLetterLine line, Context context) =>
        context.Wording.Fill(
            "deliveries.row",
            ("what", What(line, context.Wording)),
            ("who", Who(line, context.Wording)),
            ("reason", line.Reason),
            ("since", Dates.Time(line.Since, context)),
            ("n", Number(line.Attempts))
        );

    private static string What(DeadLetterLine line, Wording wording) =>
        line.Slot == Slot.Receipt ? wording["deliveries.receipt"]
        : Slots.IsReview(line.Slot) ? wording["deliveries.review"]
        : wording["deliveries.told"];

    private static string Who(DeadLetterLine line, Wording wording) =>
        line.To switch
        {
            null => wording["deliveries.somebody"],
            "" => wording["deliveries.channel"],
            var name => name,
        };

    private static View.Notice Words(string words) => new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
