namespace SupplierBot.Storage.Tests.Tables;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task A_range_is_in_ordinal_order_whatever_the_order_of_writing()
    {
        await Committed(Add("r-b"), Add("r-_"), Add("r-B"), Add("r-10"), Add("r--"), Add("r-2"), Add("r-é"));

        Assert.Equal(["r--", "r-10", "r-2", "r-B", "r-_", "r-b", "r-é"], await Keys("r-", "r."));
    }

    [Fact]
    public async Task A_range_has_its_lower_bound_and_not_its_upper_one()
    {
        await Committed(Add("n-9"), Add("o-1"), Add("o-2"), Add("o-20"), Add("o-3"), Add("p-1"));

        Assert.Equal(["o-1", "o-2", "o-20"], await Keys("o-1", "o-3"));
        Assert.Equal(["o-1", "o-2", "o-20", "o-3"], await Keys("o-", "o."));
        Assert.Empty(await Keys("o-3", "o-3"));
        Assert.Empty(await Keys("o-3", "o-1"));
        Assert.Empty(await Keys("q", "z"));
    }

    [Fact]
    public async Task An_empty_lower_bound_begins_at_the_first_row()
    {
        await Committed(Add("a"), Add("b"));

        Assert.Equal(["a"], await Keys("", "b"));
    }

    [Fact]
    public async Task A_range_takes_the_first_rows_and_can_be_read_on_from_the_last()
    {
        await Committed([.. Enumerable.Range(0, 25).Select(i => Add($"a-{i:D2}"))]);

        Assert.Equal(["a-00", "a-01", "a-02"], await Keys("a-", "a.", take: 3));
        Assert.Equal(["a-03", "a-04", "a-05"], await Keys("a-02\0", "a.", take: 3));
    }

    [Fact]
    public async Task A_range_of_more_than_a_thousand_rows_gives_a_thousand()
    {
        for (var batch = 0; batch < 11; batch++)
            await Committed([.. Enumerable.Range(batch * 100, 100).Select(i => Add($"a-{i:D4}"))]);

        var keys = await Keys("a-", "a.");

        Assert.Equal(1000, keys.Length);
        Assert.Equal("a-0999", keys[^1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_take_outside_one_to_a_thousand_is_refused(int take) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Keys("a", "b", take));

    [Fact]
    public async Task A_range_stays_in_its_partition()
    {
        await Committed(Add("r-1"));
        await Table.CommitAsync("org-fabrikam", [Add("r-2")], CancellationToken.None);

        Assert.Equal(["r-1"], await Keys("r-", "r."));
    }

    [Fact]
    public async Task A_range_shows_values_and_ETags_like_a_single_read()
    {
        var etag = (await Committed(Add("r-1", ("Tier", "High"))))[0];

        var row = Assert.Single(await Table.ReadAsync(Partition, "r-", "r.", 10, CancellationToken.None));

        Assert.Equal(etag, row.ETag);
        Assert.Equal("High", row.Values["Tier"]);
    }
}
