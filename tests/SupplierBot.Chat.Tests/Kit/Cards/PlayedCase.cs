using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>
/// One onboarding played through the pure core: remembers every view that was answered, and every message of the case after each press.
/// </summary>
internal sealed class PlayedCase(string name, Answers answers, Policy policy, Context context)
{
    private readonly List<(string Name, View View)> seen = [];
    private Draft? draft;
    private Case? current;
    private RegisterEntry? entry;

    public IReadOnlyList<(string Name, View View)> Seen => seen;
    public Case Case => current!;

    public PlayedCase Sends(Person requester)
    {
        draft = new()
        {
            Id = "d-7f3a",
            Owner = requester,
            Revision = 3,
            Answers = answers,
            StartedAt = context.Now,
            ChangedAt = context.Now,
        };
        return Takes(
            CaseDecider.Handle(
                new() { Draft = draft },
                Pressed("submit", CardStamp.OfDraft(draft.Id, "summary", 3), "", []),
                new(requester, true),
                policy,
                context
            ),
            "submit"
        );
    }

    /// <summary>Sent as the review of another case.</summary>
    public PlayedCase Reviews(Case before, IReadOnlyList<string> triggers, string words, Person requester)
    {
        draft = new()
        {
            Id = "d-7f3b",
            Owner = requester,
            Revision = 3,
            Answers = answers,
            StartedAt = context.Now,
            ChangedAt = context.Now,
            FollowsCase = before.Id,
            ReviewOrigin = new(before.Id, triggers, words, ""),
        };
        var state = new TurnState
        {
            Draft = draft,
            Before = before,
            Entry = RegisterUpdate.Of(before, context.Now),
        };
        seen.Add(($"{name}-summary", DraftCards.Show(draft, state, policy, context)));
        entry = state.Entry;
        return Takes(
            CaseDecider.Handle(
                state,
                Pressed("submit", CardStamp.OfDraft(draft.Id, "summary", 3), "", []),
                new(requester, true),
                policy,
                context
            ),
            "review"
        );
    }

    public PlayedCase Presses(
        Person person,
        string verb,
        string slot = "review-security",
        string target = "",
        params (string Id, string Value)[] values
    )
    {
        var state = new TurnState { Case = current, Entry = entry };
        return Takes(
            CaseDecider.Handle(
                state,
                Pressed(verb, CardStamp.OfCase(Case.Id, slot, Case.ContentVersion), target, values),
                new(person, true),
                policy,
                context
            ),
            $"{verb}-{person.FirstName}"
        );
    }

    /// <summary>Nobody presses anything until then.</summary>
    public PlayedCase Waits(int days)
    {
        var later = context with { Now = context.Now.AddDays(days) };
        if (CaseTimers.Tick(Case, null, policy, later) is not { Case: { } after } outcome)
            return this;
        (current, entry) = (after, outcome.Entry ?? entry);
        foreach (var slot in Slots.Of(Case, context.Roles).Where(slot => slot.Id.StartsWith("told-", StringComparison.Ordinal)))
            seen.Add(($"{name}-{seen.Count:00}-day{days}-{slot.Id.Replace(':', '-')}", CaseCards.Show(Case, slot, policy, later)));
        return this;
    }

    public PlayedCase Says(Person person, string text, TurnState state) =>
        Takes(CaseDecider.Handle(state, RequestReader.Typed(text), new(person, true), policy, context), text);

    public PlayedCase Lists(Person person, string text) =>
        Says(
            person,
            text,
            new()
            {
                Cases = [.. Enumerable.Range(1, 14).Select(Line)],
                Found = entry is null ? [] : [entry],
                SameName = entry is null ? [] : [entry],
            }
        );

    public CaseLine Line(int number) =>
        new()
        {
            Id = $"REQ-2026-{number:0000}",
            Supplier = Case.Supplier,
            Status = CaseStatus.InReview,
            Tier = Case.Assessment.Tier,
            Requester = Case.Requester,
            SubmittedAt = Case.SubmittedAt,
            DueAt = Case.DueAt.AddDays(number - 5),
            OpenPoints = number % 3,
            ApprovalsGiven = 0,
            ApprovalsNeeded = 2,
            NextRole = RoleNames.Security,
            ClaimedBy = null,
        };

    private static Request Pressed(string verb, CardStamp stamp, string target, (string Id, string Value)[] values) =>
        RequestReader.Pressed(verb, target, stamp, values.ToDictionary(value => value.Id, value => value.Value), false);

    private PlayedCase Takes(Outcome outcome, string step)
    {
        (current, entry) = (outcome.Case ?? current, outcome.Entry ?? entry);
        if (outcome.Answer is { } answer)
            seen.Add(($"{name}-{seen.Count:00}-{step}", answer));
        if (outcome.Case is null)
            return this;
        foreach (var slot in Slots.Of(Case, context.Roles))
            seen.Add(($"{name}-{seen.Count:00}-{step}-{slot.Id.Replace(':', '-')}", CaseCards.Show(Case, slot, policy, context)));
        return this;
    }
}
