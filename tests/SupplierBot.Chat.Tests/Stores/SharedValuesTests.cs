using System.Text;
using System.Text.Json;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>What stands in many cases word for word is one record in memory, and never one too few.</summary>
public sealed class SharedValuesTests
{
    private static readonly RequiredClause Clause = new(
        "INC",
        "Incidents",
        "They notify us",
        "Within {notice}: “24 h” \\ \u0007",
        new Dictionary<string, string> { ["notice"] = "24 hours", ["updates"] = "every day" },
        "they hold personal data"
    );

    [Fact]
    public void Equal_clauses_of_two_cases_are_one_record()
    {
        var (first, second) = (Read(Json([Clause])), Read(Json([Clause])));
        Assert.Same(first.Clauses[0], second.Clauses[0]);
        Assert.Equal(JsonSerializer.Serialize(Clause), JsonSerializer.Serialize(second.Clauses[0]));
    }

    public static TheoryData<string, RequiredClause> Others =>
        new()
        {
            { "a letter of its text", Clause with { Text = Clause.Text + "." } },
            { "the same letters, cut elsewhere", Clause with { Title = "Incident", Plain = "sThey notify us" } },
            {
                "a value",
                Clause with
                {
                    Parameters = new Dictionary<string, string> { ["notice"] = "24 hours", ["updates"] = "daily" },
                }
            },
            { "a value less", Clause with { Parameters = new Dictionary<string, string> { ["notice"] = "24 hours" } } },
            { "a name and its value", Clause with { Parameters = new Dictionary<string, string> { ["24 hours"] = "notice" } } },
            { "no value", Clause with { Parameters = new Dictionary<string, string>() } },
            { "the reason", Clause with { Because = "" } },
        };

    [Theory, MemberData(nameof(Others))]
    public void A_clause_that_differs_in_anything_is_another_one(string what, RequiredClause other)
    {
        var read = Read(Json([Clause, other, Clause]));
        Assert.True(other.Text == read.Clauses[1].Text && other.Because == read.Clauses[1].Because, what);
        Assert.Equal(JsonSerializer.Serialize(other), JsonSerializer.Serialize(read.Clauses[1]));
        Assert.Same(read.Clauses[0], read.Clauses[2]);
    }

    [Fact]
    public void Members_around_a_clause_are_read_on()
    {
        var read = Read(Json([Clause, Clause]));
        Assert.Equal(2, read.Clauses.Count);
        Assert.Equal("E-CERT", Assert.Single(read.Evidence).Id);
        Assert.Equal(12, read.ReviewMonths);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("\"INC\"")]
    [InlineData("{\"id\":null}")]
    [InlineData("{\"id\":\"INC\",\"title\":{}}")]
    public void What_is_no_clause_is_refused_each_time(string json)
    {
        var text = Json([Clause])
            .Replace(JsonSerializer.Serialize(Clause, StoredJson.Default.RequiredClause), json, StringComparison.Ordinal);
        for (var time = 0; time < 2; time++)
            Assert.Throws<JsonException>(() => Read(text));
    }

    [Fact]
    public void More_than_are_kept_are_read_all_the_same()
    {
        var many = Enumerable.Range(0, 5_000).Select(number => Clause with { Because = $"because of {number}" }).ToList();
        var read = Read(Json(many));
        Assert.Equal(many.Select(clause => clause.Because), read.Clauses.Select(clause => clause.Because));
    }

    [Fact]
    public async Task Many_who_read_at_once_read_the_same()
    {
        var text = Json([.. Enumerable.Range(0, 50).Select(number => Clause with { Because = $"at once {number % 7}" })]);
        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Read(text))));
        Assert.All(read, one => Assert.Equal(text, JsonSerializer.Serialize(one, StoredJson.Default.Assessment)));
    }

    [Fact]
    public void A_clause_that_arrives_in_pieces_is_read_whole()
    {
        var bytes = Encoding.UTF8.GetBytes(Json([Clause, Clause]));
        var reader = new Utf8JsonReader(InPieces(bytes, 7));
        var read = JsonSerializer.Deserialize(ref reader, StoredJson.Default.Assessment)!;
        Assert.Equal(Clause.Text, read.Clauses[1].Text);
        Assert.Same(Read(Json([Clause])).Clauses[0], read.Clauses[0]);
    }

    private static string Json(IReadOnlyList<RequiredClause> clauses) =>
        JsonSerializer.Serialize(
            new Assessment
            {
                PolicyVersion = "r1",
                Type = "AIAPP",
                Types = ["AIAPP"],
                Tier = Tier.Low,
                Score = 0,
                Parts = [],
                Floors = [],
                Clauses = clauses,
                Evidence = [new("E-CERT", "Certificate", "they hold personal data")],
                ReviewMonths = 12,
                Approvals = [],
                Flags = [],
                OpenPoints = [],
                Checks = [],
                SuggestedConditions = [],
                InternalChecksOnly = false,
            },
            StoredJson.Default.Assessment
        );

    private static Assessment Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.Assessment)!;

    private static System.Buffers.ReadOnlySequence<byte> InPieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, size), 0);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
            last = last.Then(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : System.Buffers.ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Piece Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
