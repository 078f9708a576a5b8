using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Limits;

namespace SupplierBot.Storage.Tests.Tables.Limits;

public sealed class ValueGuardTests
{
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static void Check(string name, object value) =>
        BatchGuard.Check("org", [new RowChange.Put(new Row("r-1", new Dictionary<string, object> { [name] = value }))]);

    private static string Refusal(string name, object value) => Assert.Throws<ArgumentException>(() => Check(name, value)).Message;

    [Theory]
    [InlineData("Status")]
    [InlineData("_1")]
    [InlineData("A1")]
    [InlineData("Größe")]
    [InlineData("partitionkey")]
    public void Names_the_service_takes(string name) => Check(name, 1);

    [Theory]
    [InlineData("", "has no name")]
    [InlineData("1A", "is not an identifier")]
    [InlineData("a-b", "is not an identifier")]
    [InlineData("a b", "is not an identifier")]
    [InlineData("odata.etag", "is not an identifier")]
    [InlineData("PartitionKey", "is a name the service keeps")]
    [InlineData("RowKey", "is a name the service keeps")]
    [InlineData("Timestamp", "is a name the service keeps")]
    public void Names_the_service_refuses(string name, string why) =>
        Assert.Contains($"Row 0 ('r-1'): property '{name}' {why}", Refusal(name, 1), StringComparison.Ordinal);

    [Fact]
    public void Names_up_to_255_characters()
    {
        Check(new string('n', 255), 1);
        Assert.Contains("a name of 256 characters; at most 255", Refusal(new string('n', 256), 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_from_1601_in_UTC()
    {
        Check("At", Earliest);
        Check("At", DateTimeOffset.MaxValue);
        Assert.Contains("'At' is 1600-12-31; 1601-01-01 is the earliest", Refusal("At", Earliest.AddTicks(-1)), StringComparison.Ordinal);
        Assert.Contains(
            "'At' has the offset +01:00; only UTC",
            Refusal("At", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1))),
            StringComparison.Ordinal
        );
    }

    public static TheoryData<object> Unsupported =>
        [
            1.5m,
            1f,
            (short)1,
            (byte)1,
            1u,
            1ul,
            'c',
            new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc),
            new DateOnly(2026, 3, 2),
            TimeSpan.Zero,
            DayOfWeek.Monday,
            new int[1],
        ];

    [Theory]
    [MemberData(nameof(Unsupported), DisableDiscoveryEnumeration = true)]
    public void Types_the_service_does_not_keep(object value) =>
        Assert.Contains($"property 'Value' is a {value.GetType().Name}; only string", Refusal("Value", value), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_not_a_value() => Assert.Contains("'Value' is null", Refusal("Value", null!), StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_are_finite(double number) =>
        Assert.Contains("is not a finite number", Refusal("N", number), StringComparison.Ordinal);

    [Fact]
    public void A_refusal_never_quotes_the_value() =>
        Assert.DoesNotContain("secret", Refusal("Text", "secret" + new string('x', 32_768)), StringComparison.Ordinal);
}
