using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>A decision is about the card it is pressed on: names beside the stamp only open something.</summary>
public sealed class CaseDeciderStampTests
{
    private const string Other = "REQ-2026-0099";

    public static readonly TheoryData<string> Acting =
    [
        "approve",
        "approve_conditions",
        "reject",
        "ask",
        "settle",
        "confirm",
        "revoke",
        "ended",
        "withdraw",
        "edit",
        "reply",
        "done",
        "renew",
        "changed",
        "exit",
        "checked",
        "report",
        "incident",
    ];

    [Theory]
    [MemberData(nameof(Acting))]
    public void What_names_no_card_changes_nothing_and_shows_the_card(string verb)
    {
        foreach (var approved in new[] { false, true })
        {
            var room = Room(approved);
            foreach (var actor in new[] { Rita, Sam })
            {
                Assert.True(Press(room, actor, CardStamp.None, verb, room.Case!.Id).ChangesNothing, $"{actor.Person.Name}: target");
                Assert.True(Press(room, actor, CardStamp.None, verb, "sent", room.Case.Id).ChangesNothing, $"{actor.Person.Name}: pick");
                Assert.True(Press(room, actor, CardStamp.None, verb, room.Case.EntryId).ChangesNothing, $"{actor.Person.Name}: entry");
                Assert.Equal(("refusal.which_case", room.Case.Id), (room.Outcome.Refused, room.Outcome.Answer!.Stamp.Case));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Acting))]
    [InlineData("claim"), InlineData("remind"), InlineData("review"), InlineData("assign")]
    public void What_names_two_cases_changes_neither(string verb)
    {
        foreach (var approved in new[] { false, true })
        {
            var room = Room(approved);
            var stamp = CardStamp.OfCase(room.Case!.Id, "review-security", room.Case.ContentVersion);
            foreach (var actor in new[] { Rita, Sam })
            {
                foreach (
                    var (about, target, pick) in new[]
                    {
                        (stamp, Other, ""),
                        (stamp, "sent", Other),
                        (stamp, "yes", Other),
                        (stamp, "", "SUP-0099"),
                        (stamp with { Case = Other }, room.Case.Id, ""),
                        (stamp with { Case = Other }, "sent", room.Case.Id),
                        (stamp with { Case = Other }, "", room.Case.EntryId),
                    }
                )
                {
                    Assert.True(
                        Press(room, actor, about, verb, target, pick).ChangesNothing,
                        $"{actor.Person.Name}: {about.Case} {target} {pick}"
                    );
                    Assert.Equal("refusal.which_case", room.Outcome.Refused);
                }
            }
        }
    }

    [Theory]
    [InlineData("claim"), InlineData("remind")]
    public void A_row_of_a_list_is_claimed_or_reminded_of(string verb)
    {
        var room = Room(approved: false);
        Assert.NotNull(Press(room, verb == "claim" ? Sam : Rita, CardStamp.None, verb, "", room.Case!.Id).Case);
    }

    [Fact]
    public void Opening_shows_what_was_picked_whatever_the_card()
    {
        var room = Room(approved: false);
        Assert.Null(Press(room, Sam, CardStamp.OfCase(Other, "receipt", 1), "open", room.Case!.Id).Refused);
        Assert.Equal(room.Case.Id, room.Outcome.Answer!.Stamp.Case);
    }

    public static MatrixTheoryData<string, int> Versions =>
        new(["approve", "approve_conditions", "reject", "ask", "settle"], [0, -1, 1, 2, int.MaxValue]);

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_older_or_a_later_version_decides_nothing(string verb, int version)
    {
        var room = Room(approved: false);
        Assert.Equal(
            version != 1,
            Press(room, Sam, CardStamp.OfCase(room.Case!.Id, "review-security", version), verb, "sent").ChangesNothing
        );
    }

    /// <summary>Whatever led there.</summary>
    [Theory]
    [InlineData("another case", "refusal.stale")]
    [InlineData("no case", "refusal.stale")]
    [InlineData("this case", null)]
    public void The_stamp_of_another_case_is_no_version_of_this_one(string of, string? refused)
    {
        var room = Room(approved: false);
        var stamp = of switch
        {
            "another case" => CardStamp.OfCase(Other, "review-security", 1),
            "no case" => CardStamp.None with { Version = 1 },
            _ => CardStamp.OfCase(room.Case!.Id, "review-security", 1),
        };
        var request = new CaseRequest(
            room.Case!,
            new Request.Approve { Press = new(Verbs.Approve, "", stamp, new Dictionary<string, string>(), false) },
            Sam,
            new TurnState { Case = room.Case },
            CaseScenario.Policy,
            room.Context
        );
        Assert.Equal((refused, refused), (Rights.Decides(request)?.Refused, Rights.Rejects(request)?.Refused));
    }

    private sealed class PressedScenario(CaseScenario room)
    {
        public Case? Case => room.Case;
        public RegisterEntry? Entry => room.Entry;
        public Context Context => room.Context;
        public Outcome Outcome { get; set; } = null!;
    }

    private static PressedScenario Room(bool approved)
    {
        var room = With(CaseAnswers.MediumWhereOpen);
        if (approved)
            room.ApproveIf(Priya, "Sign the data agreement first");
        return new(room);
    }

    private static Outcome Press(PressedScenario room, Actor actor, CardStamp stamp, string verb, string target, string pick = "")
    {
        Dictionary<string, string> values = new()
        {
            ["terms"] = "agreed",
            ["terms_ref"] = "MSA v3",
            ["comment"] = "This is a long enough reason.",
            ["question"] = "What goes in there, please?",
            ["where"] = "uk_eea",
            ["source"] = "their terms",
            ["condition_text"] = "Switch off training.",
            ["condition_when"] = "before_use",
            ["condition_owner"] = "requester",
            ["proof_text"] = "A picture of the setting.",
            ["note_text"] = "It was in the news.",
            ["triggers"] = "T1",
            ["exit_access"] = "closed",
            ["name"] = "Priya",
        };
        if (pick.Length > 0)
            values["pick"] = pick;
        return room.Outcome = CaseDecider.Handle(
            new TurnState { Case = room.Case, Entry = room.Entry },
            RequestReader.Pressed(verb, target, stamp, values, false),
            actor,
            CaseScenario.Policy,
            room.Context
        );
    }
}
