using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>Contract points as everybody sees them: filled in, settled, covered, changed and accepted.</summary>
internal static partial class RealViews
{
    private static readonly PolicyCondition Always = new PolicyCondition.Or(
        new PolicyCondition.Holds("personal"),
        new PolicyCondition.Not(new PolicyCondition.Holds("personal"))
    );

    public static IEnumerable<(string Name, View View)> Points() => Points("points", Policy, "They keep what we send them for two years.");

    /// <summary>The most contract points there can be, with long texts in every field.</summary>
    public static IEnumerable<(string Name, View View)> WordyPoints(string text) =>
        Points(
            "points-wordy",
            Policy with
            {
                Clauses = [.. Policy.Clauses.Select(clause => clause with { Title = text[..90], When = Always, Heading = text[..60] })],
            },
            text[..480]
        );

    private static IEnumerable<(string Name, View View)> Points(string name, Policy policy, string words)
    {
        var answers = Examples().MaxBy(example => Assessor.Assess(policy, example.Answers).Tier).Answers;
        var played = new PlayedCase(name, answers, policy, Context)
            .Sends(Rita)
            .Presses(Sam, "clauses")
            .Presses(Sam, "clause", target: "INC");
        Sends(played, Rita, "clause", "CONF", Slot.Receipt, ("clause_state", "covered"), ("clause_document", words[..20]));
        Sends(played, Sam, "clause", "INC", "review-security", ("clause_state", "agreed"));
        Sends(played, Sam, "clause", "INC", "review-security", ("clause_state", "changed"), ("clause_words", words));
        Sends(played, Sam, "clause", "SUBS", "review-security", ("clause_state", "refused"), ("clause_words", words));
        Sends(
            played,
            Sam,
            "cover",
            "",
            "review-security",
            ("cover_which", "EXIT,PERS"),
            ("clause_state", "covered"),
            ("clause_document", words[..20]),
            ("clause_section", "§4")
        );
        Sends(played, Priya, "accept_clause", "INC", "review-security", ("accept_reason", words));
        Sends(played, Carla, "accept_clause", "SUBS", "review-security", ("accept_reason", words), ("accept_until", "2027-01-15"));
        return played
            .Presses(Sam, "clauses")
            .Presses(Sam, "clauses", target: "10")
            .Presses(Sam, "clauses", target: "20")
            .Presses(Sam, "clauses", target: "h0")
            .Presses(Sam, "clause", target: "SUBS")
            .Presses(Sam, "clause", target: "SLA")
            .Presses(Rita, "clause", Slot.Receipt, "EXIT")
            .Presses(Anna, "clauses")
            .Presses(Anna, "clauses", target: "10")
            .Seen.Where(card => card.View is View.Entries or View.Form);
    }

    /// <summary>Opens the form and sends it filled in.</summary>
    private static void Sends(
        PlayedCase played,
        Person person,
        string verb,
        string target,
        string slot,
        params (string Id, string Value)[] values
    )
    {
        var form = (View.Form)played.Presses(person, verb, slot, target).Seen[^1].View;
        played.Presses(
            person,
            verb,
            slot,
            form.Buttons.Last(button => button.Verb == verb && !button.Target.EndsWith("refuse", StringComparison.Ordinal)).Target,
            values
        );
    }
}
