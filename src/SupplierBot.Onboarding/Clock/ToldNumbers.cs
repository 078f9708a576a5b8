namespace SupplierBot.Onboarding;

/// <summary>
/// <see cref="Told.Number"/> of what is told because a day comes nearer: the day is in it, so that another day is told of again, and the same one never twice.
/// </summary>
internal static class ToldNumbers
{
    /// <summary>Room for 999 escalations of one day (19 years of weeks), and for 99 conditions with their steps.</summary>
    private const int EachDay = 1000;
    private const int EachCondition = 10;

    public static int OfEscalation(Moment moment) => DayOf(moment.Number).DayNumber * EachDay + moment.Step;

    public static int OfCondition(Moment moment) => (moment.Due?.DayNumber ?? 0) * EachDay + moment.Number * EachCondition + moment.Step;

    /// <summary>Which condition it is about. What was told before the day was in the number has the condition's alone.</summary>
    public static int ConditionOf(Told told) => told switch
    {
        { Number: >= EachDay } => told.Number % EachDay / EachCondition,
        { Kind: ToldKind.ConditionSoon } => told.Number / EachCondition,
        _ => told.Number,
    };

    private static DateOnly DayOf(int number) => new(number / 10000, number / 100 % 100, number % 100);
}
