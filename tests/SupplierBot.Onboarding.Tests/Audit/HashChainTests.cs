using System.Text;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Audit;

/// <summary>The events of a case as evidence.</summary>
public sealed class HashChainTests
{
    private static IReadOnlyList<ChainedEvent> Facts()
    {
        var room = With(CaseAnswers.High);
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        room.ApproveIf(Sam, "Name a fallback and try it.");
        room.Reject(Priya);
        return room.Facts;
    }

    [Fact]
    public void Every_step_is_a_fact_in_order() =>
        Assert.Equal(
            [
                AuditEventKind.Submitted,
                AuditEventKind.Asked,
                AuditEventKind.Replied,
                AuditEventKind.ApprovedWithConditions,
                AuditEventKind.Rejected,
            ],
            Facts().Select(auditEvent => auditEvent.Event.Kind)
        );

    [Fact]
    public void A_chain_that_was_touched_does_not_verify()
    {
        var events = Facts();
        Assert.True(HashChain.Verify(events));
        var bytes = events[2].Canonical.ToArray();
        bytes[^3] ^= 1;
        Assert.False(HashChain.Verify([events[0], events[1], events[2] with { Canonical = bytes }, events[3], events[4]]));
        Assert.False(HashChain.Verify([events[0], events[2], events[3], events[4]]));
        Assert.False(HashChain.Verify([events[0], events[2], events[1]]));
        Assert.False(HashChain.Verify(events.Skip(1)));
        Assert.False(HashChain.Verify([events[0] with { Sequence = 2 }]));
    }

    [Fact]
    public void An_event_that_is_missing_or_out_of_place_is_named()
    {
        var (events, kept) = AskedAndAnswered();
        Assert.Null(BrokenLink.FirstOf(kept, events));
        Breaks(1, "it is missing; the next one kept is 2", kept, events[1..]);
        Breaks(3, "it is missing; the case counts 3", kept, events[..2]);
        Breaks(2, "another place", kept, [events[0], events[2] with { Sequence = 2, PreviousHash = events[0].Hash }]);
        Breaks(3, "knows nothing of it", kept with { EventCount = 2 }, events);
        Breaks(3, "names ab as its newest", kept with { ChainHead = "ab" }, events);
        Breaks(1, "are of REQ-2026-0012", kept with { Id = "REQ-2026-0009" }, events);
    }

    [Fact]
    public void Bytes_that_were_touched_are_named_rehashed_or_not()
    {
        var (events, kept) = AskedAndAnswered();
        var bytes = events[1].Canonical.ToArray();
        bytes[^4] ^= 1; // the last digit of the hash that seals the case
        var rehashed = events[1] with { Canonical = bytes, Hash = HashChain.Hash(bytes) };
        var (details, seal) = (events[1].Event.Details, events[1].Event.Details[^1].Value);
        var altered = rehashed with
        {
            Event = events[1].Event with { Details = [.. details.SkipLast(1), new(CaseSeal.Detail, seal[..^1] + (char)(seal[^1] ^ 1))] },
        };
        Breaks(2, "its bytes have the hash", kept, [events[0], events[1] with { Canonical = bytes }, events[2]]);
        Breaks(2, "the details beside it", kept, [events[0], rehashed, events[2]]);
        Breaks(3, "it follows", kept, [events[0], altered, events[2]]);
    }

    /// <param name="changed">Of the event as it is kept beside the bytes that were hashed.</param>
    [Theory]
    [
        InlineData("kind", "Asked was hashed; Approved is kept"),
        InlineData("actor", "actor or time"),
        InlineData("time", "actor or time"),
        InlineData("text", "the text beside it"),
        InlineData("text without salt", "a text beside it without a salt")
    ]
    [
        InlineData("no salt", "a text beside it without a salt"),
        InlineData("no text", "the text beside it is gone, and its salt is not"),
        InlineData("salt", "the text beside it is not the one")
    ]
    public void An_event_beside_its_bytes_that_was_changed_is_named(string changed, string words)
    {
        var (events, kept) = AskedAndAnswered();
        var asked = events[1].Event;
        var beside = changed switch
        {
            "kind" => asked with { Kind = AuditEventKind.Approved },
            "actor" => asked with { Actor = Priya.Id },
            "time" => asked with { At = asked.At.AddMinutes(1) },
            "text" => asked with { Comment = "Who has the money?" },
            "text without salt" => asked with { Comment = "Who has the money?", Salt = "" },
            "no salt" => asked with { Salt = "" },
            "no text" => asked with { Comment = "" },
            _ => asked with { Salt = "another" },
        };
        Breaks(2, words, kept, [events[0], events[1] with { Event = beside }, events[2]]);
    }

    private static (List<ChainedEvent> Events, Case Kept) AskedAndAnswered()
    {
        var room = With(CaseAnswers.High);
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        return ([.. room.Facts], room.Case!);
    }

    private static void Breaks(int number, string words, Case kept, IReadOnlyList<ChainedEvent> events)
    {
        var broken = BrokenLink.FirstOf(kept, events);
        Assert.Equal(number, broken?.Event);
        Assert.Contains(words, broken!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_erased_beside_the_facts_leave_the_chain_whole()
    {
        var events = Facts().Select(auditEvent => auditEvent with { Event = auditEvent.Event with { Comment = "", Salt = "" } });
        Assert.True(HashChain.Verify(events));
    }

    [Fact]
    public void No_name_and_no_comment_is_in_the_chain()
    {
        foreach (var auditEvent in Facts())
        {
            var text = Encoding.UTF8.GetString(auditEvent.Canonical.Span);
            foreach (var word in new[] { "Rita", "Sam", "Priya", "contract", "Legal", "fallback", "Acme", "talks" })
                Assert.DoesNotContain($"{word}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_comment_is_proved_by_its_salt()
    {
        var asked = Facts()[1].Event;
        Assert.Equal("Who has the contract?", asked.Comment);
        Assert.Equal(HashChain.Salted(asked.Salt, asked.Comment), asked.Details.Single(detail => detail.Key == "comment").Value);
        Assert.NotEqual(HashChain.Salted("another", asked.Comment), HashChain.Salted(asked.Salt, asked.Comment));
    }

    [Fact]
    public void The_bytes_stay_what_they_are()
    {
        var auditEvent = new AuditEvent(
            AuditEventKind.Asked,
            new PersonId("teams:1"),
            new DateTimeOffset(2026, 11, 19, 10, 12, 0, TimeSpan.Zero),
            [new("number", "1")]
        );
        var chained = HashChain.Append(HashChain.Start, 1, "REQ-2026-0001", auditEvent);
        Assert.Equal(
            $$$"""{"shape":1,"case":"REQ-2026-0001","sequence":1,"previous":"{{{HashChain.Start}}}","kind":"Asked","actor":"teams:1","at":"2026-11-19T10:12:00Z","details":{"number":"1"}}""",
            Encoding.UTF8.GetString(chained.Canonical.Span)
        );
    }
}
