using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Views;

/// <summary>Cases in words: outcomes, states, names, numbers.</summary>
internal static class CaseTexts
{
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"20+" where nobody counted on.</summary>
    public static string Counted(int number) => number > Context.MostInQueue ? $"{Number(Context.MostInQueue)}+" : Number(number);

    /// <summary>In one sentence.</summary>
    private const int MostNames = 12;

    public static string Names(IEnumerable<Person> people, Context context)
    {
        var names = people.Select(person => person.Name).Distinct().ToList();
        return names.Count == 0 ? context.Wording["words.nobody"]
            : names.Count <= MostNames ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNames))} {context.Wording.Fill("list.more", ("n", Number(names.Count - MostNames)))}";
    }

    /// <summary>As the policy calls it; else as the bot does, or what its id says: "Business owner".</summary>
    public static string Role(string role, Context context) =>
        context.Roles.Known.TitleOf(role) is { } title ? title
        : context.Wording.Has($"role.{role}") ? context.Wording[$"role.{role}"]
        : role.Any(char.IsUpper) || role.Length == 0 ? role
        : char.ToUpperInvariant(role[0]) + role[1..].Replace('_', ' ');

    /// <summary>The ending of the sentences about somebody who got their part from the requester or the owner.</summary>
    public static string HandedOn(Conflict conflict) =>
        $"{(conflict.Through is { IsAway: true } ? "stands_in" : "appointed")}_{(conflict.AsOwner ? "owner" : "requester")}";

    public static string Tier(Tier tier, Context context) => context.Wording[$"words.tier.{tier}"];

    public static string Tier(Case current, Context context) => Tier(current.Assessment.Tier, context);

    /// <summary>"approved with conditions", "withdrawn by Rita".</summary>
    public static string Outcome(Case current, Context context) =>
        context.Wording.Fill(
            current.ReviewOrigin is not null && context.Wording.Has($"words.review.{current.Status}")
                ? $"words.review.{current.Status}"
                : $"words.outcome.{current.Status}",
            ("requester", current.Requester.Name)
        );

    /// <summary>The day on which it closes by itself, for want of an answer; empty while nothing was asked.</summary>
    public static string Closes(Case current, Policy policy, Context context) =>
        DueTimers.ClosesOn(current, policy, context.Calendar) is { } day ? Dates.Day(day, context) : "";

    public static string Status(CaseStatus status, Context context) => context.Wording[$"words.status.{status}"];

    public static string Entry(EntryStatus status, Context context) => context.Wording[$"words.entry.{status}"];

    public static string Data(IReadOnlyList<string> data, Policy policy) => AnswerTexts.Picked(policy.Question("data"), data);

    public static string Types(IReadOnlyList<string> types, Policy policy) =>
        string.Join(", ", types.Select(id => policy.Types.FirstOrDefault(type => type.Id == id)?.Words ?? id));

    /// <summary>"Trains on our data, Data location".</summary>
    public static string Questions(IEnumerable<string> ids, Policy policy) =>
        string.Join(", ", ids.Select(id => policy.Question(id).Label));

    public static string Answer(string question, Answers answers, Policy policy, Context context) =>
        AnswerTexts.Of(policy.Question(question), answers, context) is { Length: > 0 } words ? words : context.Wording["words.nothing"];

    /// <summary>"2 from Security, then CISO".</summary>
    public static string Deciders(Case current, Context context) =>
        string.Join(
            context.Wording["words.then"],
            Quorum
                .Of(current, context.Roles)
                .Seats.GroupBy(seat => seat.Step)
                .Select(step =>
                    string.Join(
                        ", ",
                        step.GroupBy(seat => seat.Role)
                            .Select(seats =>
                                context.Wording.Fill("words.seats", ("role", Role(seats.Key, context)), ("n", Number(seats.Count())))
                            )
                    )
                )
        );

    /// <summary>"Who (security), Thu 19 Nov, 10:12".</summary>
    public static string Signed(Approval approval, Context context) =>
        context.Wording.Fill(
            "words.signed",
            ("name", approval.By.Name),
            ("role", Role(approval.Role, context)),
            ("at", Dates.Time(approval.At, context))
        );

    /// <summary>Sentences in a row: a dot between them is enough.</summary>
    public static string Several(IEnumerable<string> sentences) => string.Join(" · ", sentences.Select(one => one.TrimEnd('.')));

    public static string Condition(ApprovalCondition condition, Context context) =>
        context.Wording.Fill(
            "words.condition",
            ("n", Number(condition.Number)),
            ("text", condition.Text),
            (
                "due",
                condition.Due is { } due
                    ? context.Wording.Fill("words.by", ("day", Dates.Day(due, context)))
                    : context.Wording["words.before_use"]
            ),
            ("owner", condition.Owner.Name),
            ("state", context.Wording[$"words.condition_state.{condition.State}"])
        );
}
