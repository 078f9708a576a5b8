using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tests.Tables;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task A_batch_of_a_hundred_rows_is_committed_whole()
    {
        var batch = Enumerable.Range(0, 100).Select(i => Add($"a-{i:D3}", ("N", i))).ToArray();

        Assert.Equal(100, (await Committed(batch)).Count);

        var rows = await Table.ReadAsync(Partition, "a-", "a.", 1000, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 100), rows.Select(row => (int)row.Values["N"]));
    }

    [Fact]
    public async Task ETags_are_answered_in_the_order_of_the_changes_with_none_for_a_deletion()
    {
        var old = await Committed(Add("r-1"), Add("r-2"), Add("r-3"));

        var etags = await Committed(Replace("r-3", old[2]!), Delete("r-2", old[1]), Add("r-4"), Put("r-1"));

        Assert.Equal(etags[0], (await Get("r-3"))!.ETag);
        Assert.Null(etags[1]);
        Assert.Equal(etags[2], (await Get("r-4"))!.ETag);
        Assert.Equal(etags[3], (await Get("r-1"))!.ETag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_batch_with_one_refused_change_writes_nothing(int position)
    {
        var etag = (await Committed(Add("r-1", ("N", 1)), Add("x-1", ("N", 1))))[0]!;
        List<RowChange> batch = [Replace("r-1", etag, ("N", 2)), Add("a-1"), Put("i-1"), Delete("x-1")];
        batch.Insert(position, Add("zz"));
        await Committed(Add("zz"));

        await Conflicts(position, ConflictKind.Exists, [.. batch]);

        Assert.Equal(["r-1", "x-1", "zz"], await Keys("a", "zzz"));
        Assert.Equal(etag, (await Get("r-1"))!.ETag);
        Assert.Equal(1, (await Get("r-1"))!.Values["N"]);
    }

    [Fact]
    public async Task The_first_change_that_fails_in_the_order_given_is_the_one_reported()
    {
        var etag = (await Committed(Add("b"), Add("z")))[0]!;
        await Committed(Put("b"));

        await Conflicts(1, ConflictKind.Missing, Add("n"), Delete("q"), Replace("b", etag), Add("z"));
        await Conflicts(1, ConflictKind.Stale, Add("n"), Replace("b", etag), Add("z"), Delete("q"));
        await Conflicts(1, ConflictKind.Exists, Add("n"), Add("z"), Delete("q"), Replace("b", etag));
    }

    [Fact]
    public async Task After_a_refused_batch_the_same_rows_can_be_written()
    {
        await Committed(Add("k-1"));
        await Conflicts(1, ConflictKind.Exists, Add("r-1"), Add("k-1"));

        await Committed(Add("r-1"), Add("k-2"));

        Assert.Equal(["k-1", "k-2", "r-1"], await Keys("a", "z"));
    }

    [Fact]
    public async Task What_the_service_refuses_is_refused_before_anything_is_written()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Commit());
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(Add("r-1"), Add("r-1")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(Add("r-1"), Add("r/2")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit([.. Enumerable.Range(0, 101).Select(i => Add($"a-{i}"))]));

        Assert.Empty(await Keys("a", "z"));
    }

    public static TheoryData<string, object> EveryValueTooMuch =>
        new()
        {
            { "longer than 32,768 characters", new string('x', 32_769) },
            { "longer than 64 KiB", new byte[65_537] },
            { "before 1601", new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero) },
            { "not UTC", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)) },
            { "not finite", double.NaN },
            { "of a kind that is not kept", 1.5m },
            { "null", null! },
        };

    [Theory]
    [MemberData(nameof(EveryValueTooMuch), DisableDiscoveryEnumeration = true)]
    public async Task A_value_the_service_refuses_or_changes_is_refused(string why, object value)
    {
        Assert.NotEmpty(why);
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(Add("r-1", ("Value", value))));
        Assert.Null(await Get("r-1"));
    }

    [Fact]
    public async Task What_is_too_much_for_one_row_or_one_request_is_refused()
    {
        var text = new string('x', 32_768);
        var megabyte = Enumerable.Range(0, 16).Select(i => ($"P{i}", (object)text)).ToArray();
        var almost = megabyte[..15];

        await Assert.ThrowsAsync<ArgumentException>(() =>
            Commit(Add("r-1", [.. Enumerable.Range(0, 253).Select(i => ($"P{i}", (object)i))]))
        );
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(Add("r-1", megabyte)));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit([.. Enumerable.Range(0, 9).Select(i => Add($"r-{i}", almost))]));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(Replace("r-1", "*")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(Add(new string('k', 513))));

        Assert.Empty(await Keys("a", "z"));
        await Committed(Add("r-1", almost));
        Assert.Equal(15, (await Get("r-1"))!.Values.Count);
    }

    [Fact]
    public async Task A_cancelled_commit_throws_and_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.CommitAsync(Partition, [Add("r-1")], cancelled.Token));

        Assert.Null(await Get("r-1"));
    }
}
