namespace SupplierBot.Onboarding;

/// <summary>
/// The same words again within minutes are more often a second press than a second event: the person is asked. Somebody who means it says so with
/// one more press.
/// </summary>
internal static class Repeating
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <summary>The question; null where it was too long ago, or the person said that they mean it.</summary>
    /// <param name="verb">Begins the keys of its words.</param>
    public static string? Asks(Hearing hearing, DateTimeOffset before, string verb)
    {
        if (hearing.Press.Target == Forms.SentAgain || hearing.Now - before > Lately) return null;
        return (int)Math.Max(0, (hearing.Now - before).TotalMinutes) switch
        {
            0 => hearing.Say($"{verb}.again_now"),
            1 => hearing.Say($"{verb}.again_minute"),
            var minutes => hearing.Say($"{verb}.again", ("n", CaseWords.Number(minutes))),
        };
    }

    /// <param name="said">What was said of it when it was done.</param>
    public static Outcome Asked(Hearing hearing, View.Form question, string said) => Outcome.Say(question) with { Repeats = true, Operation = hearing.FormOperation, Said = said };
}
