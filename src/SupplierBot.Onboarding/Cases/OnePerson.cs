namespace SupplierBot.Onboarding;

/// <summary>An account that may be the actor's own on another platform.</summary>
/// <param name="HasNoAddress">Its platform was asked and knows no address; otherwise it did not answer.</param>
public sealed record UnclearAccount(Person Person, bool HasNoAddress);

/// <summary>
/// Four eyes are two people's. Where two accounts may be one person's and a platform does not say, nothing is decided: whatever a handler came to, its
/// change is held back here, in one place for every verb that needs somebody else than who asked.
/// </summary>
public static class OnePerson
{
    private static readonly string[] verbs = ["approve", "approve_conditions", "reject", "settle", "confirm", "revoke", "ended"];

    /// <summary>Whether it takes somebody else than the requester.</summary>
    public static bool TakesAnother(string verb) => verbs.Contains(verb);

    internal static Outcome OrUnclear(this Outcome outcome, Hearing hearing)
    {
        if (outcome.Case is null || hearing.Context.Unclear is not { Count: > 0 } unclear || !TakesAnother(hearing.Press.Verb)) return outcome;
        var key = unclear.All(account => account.HasNoAddress) ? "refusal.no_address" : "refusal.cannot_check";
        return Outcome.Say(Again(hearing, Words(key, hearing, unclear))) with { Refused = key };
    }

    private static string Words(string key, Hearing hearing, IReadOnlyList<UnclearAccount> unclear)
    {
        var (account, actor) = (unclear[0], hearing.Actor.Id);
        var who = account.Person.Id == actor ? hearing.Say("refusal.your_account") : account.Person.Name;
        return hearing.Say(key, ("who", who), ("platform", Platform(account.Person.Id, hearing)), ("names", Rights.Deciders(hearing)));
    }

    private static string Platform(PersonId person, Hearing hearing) =>
        hearing.Context.Wording.Has($"platform.{person.Platform}") ? hearing.Say($"platform.{person.Platform}") : person.Platform;

    /// <summary>The form, with everything that was typed, or the card as it is.</summary>
    private static View Again(Hearing hearing, string words) => hearing.Press.Verb switch
    {
        "reject" => Forms.Reject(hearing, words),
        "revoke" => Forms.Revoke(hearing, words),
        "settle" => Forms.Settle(hearing, [], words),
        "approve_conditions" => Forms.Conditions(hearing, words),
        _ => CaseViews.For(hearing, words),
    };
}
