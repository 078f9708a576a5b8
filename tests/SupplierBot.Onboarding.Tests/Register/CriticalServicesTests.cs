using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>One supplier gets yet another critical service.</summary>
public sealed class CriticalServicesTests
{
    [Fact]
    public void With_the_third_critical_service_security_and_the_ciso_are_told()
    {
        var room = Decided(2);
        Assert.Equal([Sam.Id, Priya.Id, Carla.Id], Told(room, 3));
        Assert.Equal(
            ["Carla approved", "Acme Notes now runs 3 critical services: Security and the CISO notified"],
            room.Case!.History.TakeLast(2).Select(line => line.Words)
        );
        Assert.Contains(new("critical_services", "3"), room.Facts[^1].Event.Details);
        Assert.Equal((null, ReviewState.NotYet), (room.Case.ReviewDue, room.Case.ReviewState));
        Assert.Empty(CaseVerifier.Contradictions(room.Case, room.Facts, CaseScenario.Policy));
        var notice = Assert.IsType<View.Notice>(room.Show("told-CriticalServices-3-teams:carla"));
        Assert.Equal("Acme Notes now runs 3 critical services", notice.Title);
        Assert.Equal(
            "Consider what happens if Acme Notes fails and all of them stop. If they need another look, "
                + "report a change to start a review.",
            notice.Lines[0].Text
        );
        Assert.Equal([Verbs.Changed, Verbs.Open], notice.Buttons.Select(button => button.Verb));
    }

    [Fact]
    public void A_fourth_is_told_as_well() => Assert.Equal(3, Told(Decided(3), 4).Count());

    [Fact]
    public void A_provider_behind_many_critical_services_is_told_of_by_its_name()
    {
        var room = Decided(2, provider: "OpenAI", answers: CaseAnswers.Critical.With("others_text", "openai (GPT-4o), Hetzner"));
        Assert.Equal([new CriticalProvider("openai", 3)], room.Case!.CriticalProviders);
        Assert.Equal([Sam.Id, Priya.Id, Carla.Id], Told(room, 3));
        Assert.Equal("3 critical services now depend on openai: Security and the CISO notified", room.Case.History[^1].Words);
        Assert.Contains(new("critical_services", "3"), room.Facts[^1].Event.Details);
        Assert.Empty(CaseVerifier.Contradictions(room.Case, room.Facts, CaseScenario.Policy));
        var notice = Assert.IsType<View.Notice>(room.Show("told-CriticalServices-3-teams:carla"));
        Assert.Equal("3 critical services now depend on openai", notice.Title);
    }

    [Fact]
    public void What_the_case_keeps_of_it_is_what_its_fact_says()
    {
        var room = Decided(2);
        var other = room.Case! with { CriticalProviders = [new("Acme Notes", 4)] };
        Assert.Contains(
            CaseVerifier.Contradictions(other, room.Facts, CaseScenario.Policy),
            words => words.Contains("critical services", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Two_are_not_many_and_other_tiers_and_suppliers_do_not_count()
    {
        Assert.DoesNotContain(Decided(1).Case!.Notifications, IsTold);
        Assert.DoesNotContain(Decided(2, tier: Tier.High).Case!.Notifications, IsTold);
        Assert.DoesNotContain(Decided(2, provider: "Acme Note").Case!.Notifications, IsTold);
    }

    [Fact]
    public void A_policy_without_the_trigger_tells_nobody()
    {
        var room = With(
            CaseAnswers.Critical,
            rules: CaseScenario.Policy with
            {
                Triggers = [.. CaseScenario.Policy.Triggers.Where(trigger => trigger.Id != "T11")],
            }
        );
        Approve(room, 2, Tier.Critical, "Acme Notes");
        Assert.DoesNotContain(room.Case!.Notifications, IsTold);
    }

    [Fact]
    public void The_review_of_one_that_was_critical_tells_nobody_again()
    {
        var room = Decided(2);
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        room.Approve(Sam);
        Assert.Equal((CaseStatus.Approved, Tier.Critical), (room.Case!.Status, room.Case.Assessment.Tier));
        Assert.DoesNotContain(room.Case.Notifications, IsTold);
    }

    [Fact]
    public void Somebody_who_raises_the_tier_of_what_is_in_use_makes_one_too()
    {
        var room = Approved(CaseAnswers.High);
        room.Concentration = Others(room, 2, Tier.Critical, "Acme Notes");
        room.Press(Sam, Verbs.Tier, "sent", values: [("tier", "Critical"), ("comment", "All our live data runs through them.")]);
        Assert.Equal([Sam.Id, Priya.Id, Carla.Id], Told(room, 3));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, CaseScenario.Policy));
    }

    private static CaseScenario Decided(int others, Tier tier = Tier.Critical, string provider = "ACME  notes", Answers? answers = null)
    {
        var room = With(answers ?? CaseAnswers.Critical);
        Approve(room, others, tier, provider);
        return room;
    }

    private static void Approve(CaseScenario room, int others, Tier tier, string provider)
    {
        room.Concentration = Others(room, others, tier, provider);
        foreach (var reviewer in new[] { Sam, Priya, Carla })
            room.Approve(reviewer);
        Assert.Equal((CaseStatus.Approved, Tier.Critical), (room.Case!.Status, room.Case.Assessment.Tier));
    }

    /// <summary>The entry of the case itself may be among what is read.</summary>
    private static Concentration Others(CaseScenario room, int others, Tier tier, string provider) =>
        new(
            [
                new(
                    provider,
                    [
                        new(room.Entry!.Id, tier == Tier.Critical),
                        .. Enumerable.Range(1, others).Select(number => new DependentService($"SUP-000{number}", tier == Tier.Critical)),
                    ]
                ),
            ],
            [],
            others
        );

    private static IEnumerable<PersonId> Told(CaseScenario room, int services) =>
        room.Case!.Notifications.Where(one => IsTold(one) && one.Number == services).Select(one => one.To.Id);

    private static bool IsTold(Notification notification) => notification.Kind == NotificationKind.CriticalServices;
}
