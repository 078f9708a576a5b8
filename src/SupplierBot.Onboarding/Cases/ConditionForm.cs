namespace SupplierBot.Onboarding;

/// <param name="Problem">What is wrong with the block; empty when nothing is.</param>
internal sealed record WantedCondition(string Text, DateOnly? Due, Person Owner, string Problem);

/// <summary>Up to three blocks of the conditions form, as they were sent.</summary>
internal static class ConditionForm
{
    public const int Blocks = 3;
    private const int DefaultDays = 30;
    private const int MostDays = 90;
    private const int MostDaysCritical = 30;

    /// <summary>The first block has plain ids, the others end in <c>_2</c> and <c>_3</c>.</summary>
    public static string Id(string field, int block) => block == 1 ? field : $"{field}_{block}";

    public static IReadOnlyList<WantedCondition> Read(Hearing hearing) =>
        [.. Enumerable.Range(1, Blocks).Select(block => Read(hearing, block) is { } wanted ? Placed(hearing, block, wanted) : null).OfType<WantedCondition>()];

    public static DateOnly DefaultDue(Hearing hearing) => hearing.Context.Calendar.Today(hearing.Now).AddDays(DefaultDays);

    /// <summary>The owner, the requester or the one who sets it: all of them known, so that each can be told.</summary>
    public static IReadOnlyList<(string Id, Person Person)> PossibleOwners(Hearing hearing) =>
        [.. new[] { ("owner", hearing.Case.Owner), ("requester", hearing.Case.Requester), ("me", hearing.Actor.Person) }.DistinctBy(pair => pair.Item2.Id)];

    /// <summary>Says which block is meant where it is not the first.</summary>
    private static WantedCondition Placed(Hearing hearing, int block, WantedCondition wanted) => block == 1 || wanted.Problem.Length == 0
        ? wanted
        : wanted with { Problem = hearing.Say("form.condition_problem", ("n", CaseWords.Number(block)), ("problem", wanted.Problem)) };

    private static WantedCondition? Read(Hearing hearing, int block)
    {
        var text = hearing.Typed(Id("condition_text", block));
        if (text.Length == 0) return null;
        var owner = PossibleOwners(hearing).FirstOrDefault(pair => pair.Id == hearing.Typed(Id("condition_owner", block))).Person ?? hearing.Case.Owner;
        if (hearing.Typed(Id("condition_when", block)) != "by_date") return new(text, null, owner, Lengths.Problem(text, hearing));
        var (day, unclear) = Due(hearing, hearing.Typed(Id("condition_due", block)));
        return new(text, day, owner, Lengths.Problem(text, hearing) is { Length: > 0 } problem ? problem : unclear.Length > 0 ? unclear : OutOfRange(hearing, day));
    }

    private static (DateOnly Day, string Unclear) Due(Hearing hearing, string typed) => typed.Length == 0
        ? (DefaultDue(hearing), "")
        : TypedDay.Read(typed, hearing.Context.Calendar.Today(hearing.Now)) switch
        {
            TypedDay.Sure sure => (sure.Day, ""),
            TypedDay.Either either => (either.First, hearing.Say("field.day_either", ("first", Dates.Whole(either.First)), ("second", Dates.Whole(either.Second)))),
            _ => (DateOnly.MinValue, ""),
        };

    private static string OutOfRange(Hearing hearing, DateOnly day)
    {
        var today = hearing.Context.Calendar.Today(hearing.Now);
        var last = today.AddDays(hearing.Case.Assessment.Tier == Tier.Critical ? MostDaysCritical : MostDays);
        return day > today && day <= last ? "" : hearing.Say("refusal.due_range", ("max", Dates.Day(last, hearing.Context)));
    }
}
