using CsCheck;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>
/// Whatever seven people press in whatever order: nothing throws, and the promises hold (src/SupplierBot.Onboarding/Policies/README.md
/// "Invariants", I12–I14, I16).
/// </summary>
public sealed class CaseDeciderPropertyTests
{
    private static readonly Actor[] People = [Rita, Owner, Sam, Priya, Carla, Stranger, Auditor];
    private static readonly string[] Pressed = [.. Verbs.All.Order(StringComparer.Ordinal), "no such verb"];

    /// <summary>Pressed more often, so that many requests are decided and many approvals end.</summary>
    private static readonly string[] Leading =
    [
        Verbs.Approve,
        Verbs.ApproveWithConditions,
        Verbs.Reject,
        Verbs.Ask,
        Verbs.Reply,
        Verbs.Settle,
        Verbs.Done,
        Verbs.Revoke,
        Verbs.Exit,
        Verbs.Ended,
        Verbs.Tier,
    ];
    private static readonly string[] Targets = ["", "sent", "yes", "1", "2", "99", "REQ-2026-0012", "SUP-0031"];
    private static readonly string[] Tiers = ["Low", "Medium", "High", "Critical"];

    private sealed record Step(int Person, string Verb, int Target, int Behind, int Filled, int Hours, int Resend);

    private static readonly Gen<Step> Steps =
        from person in Gen.Int[0, People.Length - 1]
        from verb in Gen.Frequency((3, Gen.OneOf(Pressed)), (2, Gen.OneOf(Leading)), (1, Gen.Const(Verbs.Withdraw)))
        from target in Gen.Int[0, Targets.Length - 1]
        from behind in Gen.Frequency((6, Gen.Const(0)), (1, Gen.Const(1)))
        from filled in Gen.Int[0, 15]
        from hours in Gen.Int[0, 30]
        from resend in Gen.Int[0, 30]
        select new Step(person, verb, target, behind, filled, hours, resend);

    private static readonly Gen<(int Tier, bool Owned, int Open, Step[] Steps)> Histories = Gen.Select(
        Gen.Int[0, 3],
        Gen.Bool,
        Gen.Int[0, 3],
        Steps.Array[5, 40]
    );

    [Fact]
    public void Promises_hold_whatever_is_pressed()
    {
        var reached = new System.Collections.Concurrent.ConcurrentDictionary<CaseStatus, int>();
        Histories.Sample(history => Play(history, status => reached.AddOrUpdate(status, 1, (_, count) => count + 1)), iter: 300);
        Assert.Superset(
            new HashSet<CaseStatus> { CaseStatus.Approved, CaseStatus.ApprovedWithConditions, CaseStatus.Rejected, CaseStatus.Withdrawn },
            reached.Keys.ToHashSet()
        );
    }

    private static void Play((int Tier, bool Owned, int Open, Step[] Steps) history, Action<CaseStatus> reaches)
    {
        var answers = Opened(CaseAnswers.Of(Tiers[history.Tier]), history.Open);
        var room = With(history.Owned ? answers.OwnedBy(Sam) : answers.OwnedBy(Owner));
        foreach (var step in history.Steps)
        {
            Take(room, step);
            reaches(room.Case!.Status);
        }
        Assert.True(HashChain.Verify(room.Facts));
        Assert.Equal(room.Facts.Count, room.Case!.EventCount);
        Assert.Equal(room.Facts[^1].Hash, room.Case.ChainHead);
        Assert.Equal(room.Operations.Count, room.Operations.Distinct().Count());
    }

    private static void Take(CaseScenario room, Step step)
    {
        var (before, actor) = (room.Case!, People[step.Person]);
        room.Now = room.Now.AddHours(step.Hours);
        if (step.Resend < 2)
            room.Send(
                Opened(CaseAnswers.Of(Tiers[step.Resend]), step.Filled % 4).OwnedBy(before.Owner.Id == Sam.Id ? Sam : Owner),
                Rita,
                before.Id
            );
        else
            room.Press(actor, step.Verb, Targets[step.Target], before.ContentVersion - step.Behind, values: Values(step.Filled));
        var after = room.Case!;
        if (!ReferenceEquals(before, after))
            Assert.Equal(before.Version + 1, after.Version);
        Decided(before, after, step);
        Holds(room, after);
        foreach (var slot in Slots.Of(after, room.Roles))
            Fits(CaseCards.Show(after, slot, CaseScenario.Policy, room.Context));
        if (room.Last.Answer is { } answer)
            Fits(answer);
    }

    /// <summary>A decision is made once a round, by a press on a current card, and only a revocation follows it.</summary>
    private static void Decided(Case before, Case after, Step step)
    {
        if (before.Decision is { } first && !Equals(first, after.Decision))
            Assert.Equal((true, CaseStatus.Revoked), (before.IsApproved, after.Status));
        if (before.Decision is null && after.Decision is not null && after.Status != CaseStatus.Withdrawn)
            Assert.Equal(0, step.Behind);
        if (!before.Answers.SameAs(after.Answers))
            Assert.Equal((before.ContentVersion + 1, 0), (after.ContentVersion, after.Approvals.Count));
        if (before.Assessment != after.Assessment)
            Assert.True(after.ContentVersion > before.ContentVersion);
    }

    private static void Holds(CaseScenario room, Case current)
    {
        Assert.DoesNotContain(
            current.Approvals,
            approval =>
                approval.By.Id == current.Requester.Id
                || approval.By.Id == current.Owner.Id
                || approval.By.Id == Auditor.Id
                || approval.By.Id == Stranger.Id
        );
        Assert.Equal(current.Approvals.Count, current.Approvals.DistinctBy(approval => approval.By.Id).Count());
        if (current.Decision is { } decision && current.Status is not CaseStatus.Withdrawn)
            Assert.DoesNotContain(decision.By.Id, new[] { current.Requester.Id, current.Owner.Id, Auditor.Id, Stranger.Id });
        Assert.Equal(RegisterUpdate.StatusOf(current), room.Entry!.Status);
        if (!current.IsApproved)
            return;
        // Of what is in use people decided about the tier before.
        if (TierChanges.SinceDecision(current))
            return;
        var needed = current.Assessment.Approvals.Where(seat => seat.Role is RoleNames.Security or RoleNames.Ciso).Sum(seat => seat.People);
        Assert.Equal(needed, current.Approvals.Count);
        Assert.NotNull(room.Entry.NextReview);
        Assert.NotNull(room.Entry.Terms);
        Assert.True(
            room.Entry.NextReview <= DateOnly.FromDateTime(current.Decision!.At.UtcDateTime).AddMonths(current.Assessment.ReviewMonths)
        );
        if (current.Assessment.Tier >= Tier.High && current.Assessment.OpenPoints.Count > 0)
            Assert.Equal(CaseStatus.ApprovedWithConditions, current.Status);
    }

    private static void Fits(View view)
    {
        Assert.InRange(view.Plain.Length, 1, 120);
        Assert.True(view.Buttons.Count <= 6, view.GetType().Name);
        Assert.All(view.Buttons, button => Assert.InRange(button.Label.Length, 1, 40));
    }

    private static Answers Opened(Answers answers, int open) =>
        open switch
        {
            0 => answers,
            1 => answers.With("stop", "not_sure").With("replace", "weeks").With("proof", "none"),
            _ when !answers.Answered("training") => answers.With("effects", "not_sure"),
            2 => answers.With("training", "not_sure"),
            _ => answers.With("where", "not_sure").With("others", "not_sure"),
        };

    private static (string, string)[] Values(int filled) =>
        [
            .. (filled & 1) != 0
                ? new[]
                {
                    ("comment", "This is a long enough reason."),
                    ("question", "What goes in there, please?"),
                    ("proof_text", "A picture of the setting."),
                    ("note_text", "It was in the news."),
                    ("tier", Tiers[filled % 4]),
                    ("until", "2027-02-01"),
                    ("exit_access", "closed"),
                    ("exit_data", "deleted"),
                }
                : [],
            .. (filled & 2) != 0
                ? new[]
                {
                    (
                        "terms",
                        filled % 3 == 0 ? "open"
                        : filled % 7 == 0 ? "changed"
                        : "agreed"
                    ),
                    ("changed_clauses", filled % 7 == 0 ? "INC,CONF" : ""),
                    ("changed_words", "They notify us later."),
                    ("condition_text", "Switch off training."),
                    ("condition_when", filled % 5 == 0 ? "by_date" : "before_use"),
                    ("condition_owner", "me"),
                }
                : [],
            .. (filled & 4) != 0
                ? new[]
                {
                    ("training", "yes"),
                    ("where", "elsewhere"),
                    ("effects", "into_models,none"),
                    ("stop", "customers"),
                    ("source", "their terms"),
                    ("about", "training,where,nonsense"),
                }
                : [],
            .. (filled & 8) != 0
                ? new[]
                {
                    ("others", "listed"),
                    ("replace", "days"),
                    ("proof", "none"),
                    ("answer_text", "They say so."),
                    ("pick", "REQ-2026-0012"),
                    ("exit_moved", "none"),
                    ("triggers", "T1,T99"),
                }
                : [],
        ];
}
