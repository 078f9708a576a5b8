using System.Text;
using static SupplierBot.Onboarding.Tests.CaseRoom;

namespace SupplierBot.Onboarding.Tests;

/// <summary>The facts of a case as evidence.</summary>
public sealed class CasesChain
{
    private static IReadOnlyList<ChainedFact> Facts()
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
        Assert.Equal([FactKind.Submitted, FactKind.Asked, FactKind.Replied, FactKind.ApprovedWithConditions, FactKind.Rejected], Facts().Select(fact => fact.Fact.Kind));

    [Fact]
    public void A_chain_that_was_touched_does_not_verify()
    {
        var facts = Facts();
        Assert.True(Chain.Verify(facts));
        var bytes = facts[2].Canonical.ToArray();
        bytes[^3] ^= 1;
        Assert.False(Chain.Verify([facts[0], facts[1], facts[2] with { Canonical = bytes }, facts[3], facts[4]]));
        Assert.False(Chain.Verify([facts[0], facts[2], facts[3], facts[4]]));
        Assert.False(Chain.Verify([facts[0], facts[2], facts[1]]));
        Assert.False(Chain.Verify(facts.Skip(1)));
        Assert.False(Chain.Verify([facts[0] with { Sequence = 2 }]));
    }

    [Fact]
    public void The_first_broken_link_is_named_with_what_differs()
    {
        var room = With(CaseAnswers.High);
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        var (facts, kept) = (room.Facts.ToList(), room.Case!);
        Assert.Null(BrokenLink.FirstOf(kept, facts));
        var bytes = facts[1].Canonical.ToArray();
        bytes[^4] ^= 1; // the last digit of the hash that seals the case
        var rehashed = facts[1] with { Canonical = bytes, Hash = Chain.Hash(bytes) };
        Breaks(1, "it is missing; the next one kept is 2", facts[1..]);
        Breaks(2, "its bytes have the hash", [facts[0], facts[1] with { Canonical = bytes }, facts[2]]);
        Breaks(3, "it follows", [facts[0], rehashed with { Fact = facts[1].Fact with { Details = [.. facts[1].Fact.Details.SkipLast(1), new(Seal.Detail, Altered(facts[1]))] } }, facts[2]]);
        Breaks(2, "the details beside it", [facts[0], rehashed, facts[2]]);
        Breaks(2, "another place", [facts[0], facts[2] with { Sequence = 2, PreviousHash = facts[0].Hash }]);
        Breaks(2, "Asked was hashed; Approved is kept", [facts[0], facts[1] with { Fact = facts[1].Fact with { Kind = FactKind.Approved } }, facts[2]]);
        Breaks(2, "actor or time", [facts[0], facts[1] with { Fact = facts[1].Fact with { Actor = Priya.Id } }, facts[2]]);
        Breaks(2, "the text beside it", [facts[0], facts[1] with { Fact = facts[1].Fact with { Comment = "Who has the money?" } }, facts[2]]);
        Breaks(2, "a text beside it without a salt", Beside(fact => fact with { Comment = "Who has the money?", Salt = "" }));
        Breaks(2, "a text beside it without a salt", Beside(fact => fact with { Salt = "" }));
        Breaks(2, "the text beside it is gone, and its salt is not", Beside(fact => fact with { Comment = "" }));
        Breaks(2, "the text beside it is not the one", Beside(fact => fact with { Salt = "another" }));
        Breaks(3, "it is missing; the case counts 3", facts[..2]);
        Breaks(3, "knows nothing of it", facts, kept with { FactCount = 2 });
        Breaks(3, "names ab as its newest", facts, kept with { ChainHead = "ab" });
        Breaks(1, "are of REQ-2026-0012", facts, kept with { Id = "REQ-2026-0009" });

        void Breaks(int number, string words, IReadOnlyList<ChainedFact> changed, Case? other = null)
        {
            var broken = BrokenLink.FirstOf(other ?? kept, changed);
            Assert.Equal(number, broken?.Fact);
            Assert.Contains(words, broken!.Words, StringComparison.Ordinal);
        }

        IReadOnlyList<ChainedFact> Beside(Func<Fact, Fact> change) => [facts[0], facts[1] with { Fact = change(facts[1].Fact) }, facts[2]];

        string Altered(ChainedFact fact) => fact.Fact.Details[^1].Value[..^1] + (char)(fact.Fact.Details[^1].Value[^1] ^ 1);
    }

    [Fact]
    public void Texts_erased_beside_the_facts_leave_the_chain_whole()
    {
        var facts = Facts().Select(fact => fact with { Fact = fact.Fact with { Comment = "", Salt = "" } });
        Assert.True(Chain.Verify(facts));
    }

    [Fact]
    public void No_name_and_no_comment_is_in_the_chain()
    {
        foreach (var fact in Facts())
        {
            var text = Encoding.UTF8.GetString(fact.Canonical.Span);
            foreach (var word in new[] { "Rita", "Sam", "Priya", "contract", "Legal", "fallback", "Acme", "talks" }) Assert.DoesNotContain($"{word}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_comment_is_proved_by_its_salt()
    {
        var asked = Facts()[1].Fact;
        Assert.Equal("Who has the contract?", asked.Comment);
        Assert.Equal(Chain.Salted(asked.Salt, asked.Comment), asked.Details.Single(detail => detail.Key == "comment").Value);
        Assert.NotEqual(Chain.Salted("another", asked.Comment), Chain.Salted(asked.Salt, asked.Comment));
    }

    [Fact]
    public void The_bytes_stay_what_they_are()
    {
        var fact = new Fact(FactKind.Asked, new PersonId("teams:1"), new DateTimeOffset(2026, 11, 19, 10, 12, 0, TimeSpan.Zero), [new("number", "1")]);
        var chained = Chain.Append(Chain.Start, 1, "REQ-2026-0001", fact);
        Assert.Equal(
            $$$"""{"shape":1,"case":"REQ-2026-0001","sequence":1,"previous":"{{{Chain.Start}}}","kind":"Asked","actor":"teams:1","at":"2026-11-19T10:12:00Z","details":{"number":"1"}}""",
            Encoding.UTF8.GetString(chained.Canonical.Span));
    }
}
