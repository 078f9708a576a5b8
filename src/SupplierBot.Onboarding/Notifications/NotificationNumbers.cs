using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Notifications;

/// <summary>
/// <see cref="Notification.Number"/> of what is told because a day comes nearer: the day is in it, so that another day is told of again, and the same one never twice.
/// </summary>
internal static class NotificationNumbers
{
    /// <summary>Room for 999 escalations of one day (19 years of weeks), and for 99 conditions with their steps.</summary>
    private const int EachDay = 1000;
    private const int EachCondition = 10;

    public static int OfEscalation(CaseTimer timer) => DayOf(timer.Number).DayNumber * EachDay + timer.Step;

    public static int OfCondition(CaseTimer timer) => (timer.Due?.DayNumber ?? 0) * EachDay + timer.Number * EachCondition + timer.Step;

    /// <summary>Which condition it is about. What was told before the day was in the number has the condition's alone.</summary>
    public static int ConditionOf(Notification notifications) => notifications switch
    {
        { Number: >= EachDay } => notifications.Number % EachDay / EachCondition,
        { Kind: NotificationKind.ConditionSoon } => notifications.Number / EachCondition,
        _ => notifications.Number,
    };

    private static DateOnly DayOf(int number) => new(number / 10000, number / 100 % 100, number % 100);
}
