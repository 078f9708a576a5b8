namespace SupplierBot.Storage.Tests.Tables;

public abstract partial class TableContractTests
{
    public static TheoryData<object> EveryKindOfValue =>
        [
            "",
            "Scale AI",
            "naïve 日本語 العربية",
            "🧑‍🚀 \u2028 \"quoted\" <b>",
            "line\r\nline\ttab\0nul",
            new string('x', 32_768),
            0,
            int.MinValue,
            int.MaxValue,
            0L,
            1L,
            long.MinValue,
            long.MaxValue,
            true,
            false,
            0.0,
            3.0,
            0.1,
            -1e-300,
            double.MaxValue,
            double.Epsilon,
            Guid.Empty,
            new Guid("00112233-4455-6677-8899-aabbccddeeff"),
            DateTimeOffset.UnixEpoch,
            new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
            Array.Empty<byte>(),
            new byte[] { 0, 1, 127, 128, 255 },
            Enumerable.Repeat((byte)0xAB, 65_536).ToArray(),
        ];

    [Theory]
    [MemberData(nameof(EveryKindOfValue), DisableDiscoveryEnumeration = true)]
    public async Task A_value_comes_back_equal_and_of_the_same_type(object value)
    {
        await Committed(Add("r-1", ("Value", value)));

        var read = (await Get("r-1"))!.Values["Value"];

        Assert.Equal(value, read);
        Assert.IsType(value.GetType(), read);
    }

    [Fact]
    public async Task A_date_keeps_its_hundred_nanoseconds_and_is_UTC()
    {
        var time = new DateTimeOffset(2026, 3, 2, 9, 30, 15, TimeSpan.Zero).AddTicks(1_234_567);
        await Committed(Add("r-1", ("At", time)));

        var read = Assert.IsType<DateTimeOffset>((await Get("r-1"))!.Values["At"]);

        Assert.Equal(time.Ticks, read.Ticks);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Fact]
    public async Task A_row_may_have_no_values_or_252()
    {
        var many = Enumerable.Range(0, 252).Select(i => ($"P{i}", (object)i)).ToArray();
        await Committed(Add("r-1"), Add("r-2", many));

        Assert.Empty((await Get("r-1"))!.Values);
        Assert.Equal(many.ToDictionary(), (await Get("r-2"))!.Values);
    }

    [Fact]
    public async Task A_name_that_differs_by_case_is_another_property()
    {
        await Committed(Add("r-1", ("Tier", 1), ("tier", 2)));

        var values = (await Get("r-1"))!.Values;

        Assert.Equal((1, 2), (values["Tier"], values["tier"]));
    }
}
