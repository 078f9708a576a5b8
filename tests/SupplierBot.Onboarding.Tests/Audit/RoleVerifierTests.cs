using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Audit;

/// <summary>Who holds a role is the replay of what was changed, sealed or not.</summary>
public sealed class RoleVerifierTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);
    private static readonly RoleAssignments Kept = new()
    {
        Given = [new("privacy", Priya.Person)],
        Taken = [new("security", Sam.Person)],
        Places = [new("security", "19:place@thread.tacv2", PlaceState.GivenUp)],
        Away = [new(Sam.Person, Priya.Person, new(2026, 12, 20))],
    };

    [Fact]
    public void What_nobody_touched_is_what_its_events_say()
    {
        Assert.Empty(RoleVerifier.Contradictions(Kept, Events()));
        Assert.Empty(RoleVerifier.Contradictions(Kept, Events(CaseSeal.Of(Kept))));
    }

    public static readonly TheoryData<string, string> Changes = new()
    {
        { "given", "who was given a role is not who their facts say" },
        { "taken", "who lost a role is not who their facts say" },
        { "places", "where reviews are posted is not what their facts say" },
        { "away", "who is away, or who stands in, is not what their facts say" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void What_was_changed_is_named(string changed, string words)
    {
        var other = changed switch
        {
            "given" => Kept with { Given = [.. Kept.Given, new("security", Rita.Person)] },
            "taken" => Kept with { Taken = [] },
            "places" => Kept with { Places = [Kept.Places[0] with { State = PlaceState.Open }] },
            _ => Kept with { Away = [new(Sam.Person, Rita.Person, new(2026, 12, 20))] },
        };
        Assert.Equal([words], RoleVerifier.Contradictions(other, Events()));
        Assert.Contains("what is kept is not what the newest fact sealed", RoleVerifier.Contradictions(other, Events(CaseSeal.Of(Kept))));
    }

    [Fact]
    public void What_only_the_seal_holds_is_proved_by_it_and_a_seal_that_is_gone_is_missed()
    {
        var other = Kept with { Given = [Kept.Given[0] with { GivenBy = Rita.Person }] };
        Assert.Empty(RoleVerifier.Contradictions(other, Events()));
        Assert.Equal(["what is kept is not what the newest fact sealed"], RoleVerifier.Contradictions(other, Events(CaseSeal.Of(Kept))));
        Assert.Equal(
            ["the newest fact seals nothing, and an older one does"],
            RoleVerifier.Contradictions(Kept, [.. Events(CaseSeal.Of(Kept)), Chained(AuditEventKind.CameBack, Priya.Person)])
        );
    }

    [Fact]
    public void An_event_of_something_else_is_named() =>
        Assert.Contains(
            "fact 1 is Approved, which is no change of roles",
            RoleVerifier.Contradictions(RoleAssignments.Empty, [Chained(AuditEventKind.Approved, Carla.Person)])
        );

    private static ChainedEvent[] Events(string? seal = null)
    {
        var place = ("place", "19:place@thread.tacv2");
        var security = ("role", "security");
        var sealing = seal is null ? [] : new[] { (CaseSeal.Detail, seal) };
        return
        [
            Chained(AuditEventKind.RoleGiven, Carla.Person, ("role", "privacy"), ("person", Priya.Id.Value)),
            Chained(AuditEventKind.RoleGiven, Carla.Person, security, ("person", Sam.Id.Value)),
            Chained(AuditEventKind.RoleTaken, Carla.Person, security, ("person", Sam.Id.Value)),
            Chained(AuditEventKind.PlaceChosen, Sam.Person, security, place),
            Chained(AuditEventKind.PlaceGivenUp, Sam.Person, security, place),
            Chained(AuditEventKind.Delegated, Sam.Person, [("person", Priya.Id.Value), ("until", "2026-12-20"), .. sealing]),
        ];
    }

    private static ChainedEvent Chained(AuditEventKind kind, Person by, params (string Name, string Value)[] details) =>
        HashChain.Append(
            HashChain.Start,
            1,
            RoleAssignments.Name,
            new(kind, by.Id, At, [.. details.Select(detail => KeyValuePair.Create(detail.Name, detail.Value))])
        );
}
