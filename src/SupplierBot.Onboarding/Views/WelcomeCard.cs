using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>The first words to somebody who decides: what they decide, what waits for them and how to begin.</summary>
public static class WelcomeCard
{
    private const int MostRows = 3;
    private const int LongestName = 60;

    /// <summary>"Hello, Sam."</summary>
    public static string Greeting(Person person, Wording wording) =>
        // An installation does not say who the person is.
        person.FirstName.Length == 0
            ? wording["welcome.title_nameless"]
            : wording.Fill("welcome.title", ("name", Texts.Clip(person.FirstName, LongestName)));

    /// <summary>What this person has to do with requests of others; null where they decide none.</summary>
    public static string? OfReviewer(PersonId person, Context context)
    {
        var roles = context
            .Roles.Holders.Concat(context.Roles.Deputies)
            .Where(role => role.Key != RoleNames.Auditor && role.Value.Any(holder => context.Roles.Same(holder.Id, person)))
            .Select(role => CaseTexts.Role(role.Key, context))
            .Distinct()
            .ToList();
        return roles.Count == 0 ? null : context.Wording.Fill("welcome.reviewer", ("role", string.Join(", ", roles)));
    }

    internal static View Show(Actor actor, TurnState state, Context context)
    {
        var wording = context.Wording;
        if (OfReviewer(actor.Id, context) is not { } reviews)
            return Notices.Welcome(actor, wording);
        var waiting = state.Pending.Where(line => DigestCard.Waits(line, actor.Id, context.Roles)).ToList();
        var greeting = Greeting(actor.Person, wording);
        var title =
            waiting.Count == 0 ? greeting : $"{greeting} {wording.Fill("list.pending_yours", ("n", CaseTexts.Counted(waiting.Count)))}.";
        return new View.Notice(
            title,
            [new LabelledText(reviews), new LabelledText(wording["welcome.reviewer_how"])],
            wording["welcome.reviewer_away"]
        )
        {
            Plain = Texts.Clip(title, 120),
            Rows = [.. waiting.Take(MostRows).Select(line => Rows.Waiting(line, review: true, context))],
            Buttons =
            [
                new(wording["talk.pending_button"], Verbs.Say, Says: "pending", Style: ButtonStyle.Main),
                new(wording["welcome.new"], Verbs.Say, Says: "new"),
                new(wording["welcome.help"], Verbs.Say, Says: "help"),
            ],
        };
    }
}
