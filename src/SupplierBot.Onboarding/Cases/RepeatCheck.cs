using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// The same words again within minutes are more often a second press than a second event: the person is asked. Somebody who means it says so with
/// one more press.
/// </summary>
internal static class RepeatCheck
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <summary>The question; null where it was too long ago, or the person said that they mean it.</summary>
    /// <param name="verb">Begins the keys of its words.</param>
    public static string? Asks(CaseRequest request, DateTimeOffset before, string verb)
    {
        if (request.Press.Target == CaseForms.SentAgain || request.Now - before > Lately) return null;
        return (int)Math.Max(0, (request.Now - before).TotalMinutes) switch
        {
            0 => request.Say($"{verb}.again_now"),
            1 => request.Say($"{verb}.again_minute"),
            var minutes => request.Say($"{verb}.again", ("n", CaseTexts.Number(minutes))),
        };
    }

    /// <param name="said">What was said of it when it was done.</param>
    public static Outcome Asked(CaseRequest request, View.Form question, string said) => Outcome.Say(question) with { Repeats = true, Operation = request.FormOperation, Said = said };
}
