using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tests.Tables;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task A_row_that_was_never_written_is_null()
    {
        await Committed(Add("r-1"));

        Assert.Null(await Get("r-2"));
        Assert.Null(await Table.GetAsync("org-fabrikam", "r-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_commit_answers_the_ETag_that_a_read_then_shows()
    {
        var etags = await Committed(Add("r-1", ("Status", "InReview")));

        var row = await Get("r-1");
        Assert.Equal("r-1", row!.Key);
        Assert.Equal("InReview", row.Values["Status"]);
        Assert.NotNull(row.ETag);
        Assert.Equal(row.ETag, Assert.Single(etags));
    }

    [Fact]
    public async Task Adding_a_key_that_is_taken_is_refused_and_changes_nothing()
    {
        await Committed(Add("r-1", ("Status", "first")));

        await Conflicts(0, ConflictKind.Exists, Add("r-1", ("Status", "second")));

        Assert.Equal("first", (await Get("r-1"))!.Values["Status"]);
    }

    [Fact]
    public async Task Replacing_writes_the_whole_row_under_a_new_ETag()
    {
        var first = (await Committed(Add("r-1", ("Old", 1), ("Kept", 2))))[0]!;

        var second = (await Committed(Replace("r-1", first, ("Kept", 3))))[0];

        var row = (await Get("r-1"))!;
        Assert.NotEqual(first, second);
        Assert.Equal(second, row.ETag);
        Assert.Equal([new("Kept", 3)], row.Values);
    }

    [Fact]
    public async Task Replacing_with_a_stale_ETag_is_refused()
    {
        var first = (await Committed(Add("r-1", ("N", 1))))[0]!;
        await Committed(Replace("r-1", first, ("N", 2)));

        await Conflicts(0, ConflictKind.Stale, Replace("r-1", first, ("N", 3)));

        Assert.Equal(2, (await Get("r-1"))!.Values["N"]);
    }

    [Fact]
    public async Task Replacing_a_row_that_is_gone_is_refused_as_missing()
    {
        var etag = (await Committed(Add("r-1")))[0]!;
        await Committed(Delete("r-1"));

        await Conflicts(0, ConflictKind.Missing, Replace("r-1", etag));
    }

    [Fact]
    public async Task An_ETag_never_comes_back_even_when_its_row_is_deleted_and_added_again()
    {
        var first = (await Committed(Add("r-1")))[0]!;
        await Committed(Delete("r-1"));
        await Committed(Add("r-1"));

        await Conflicts(0, ConflictKind.Stale, Replace("r-1", first));
    }

    [Fact]
    public async Task Putting_writes_whatever_was_there()
    {
        var first = (await Committed(Put("r-1", ("N", 1), ("Old", true))))[0];
        var second = (await Committed(Put("r-1", ("N", 2))))[0];

        var row = (await Get("r-1"))!;
        Assert.NotEqual(first, second);
        Assert.Equal(second, row.ETag);
        Assert.Equal([new("N", 2)], row.Values);
    }

    [Fact]
    public async Task Deleting_without_an_ETag_deletes_any_version_and_answers_no_ETag()
    {
        await Committed(Add("r-1"));

        Assert.Equal([null], await Committed(Delete("r-1")));

        Assert.Null(await Get("r-1"));
    }

    [Fact]
    public async Task Deleting_with_an_ETag_deletes_that_version_only()
    {
        var first = (await Committed(Add("r-1")))[0]!;
        var second = (await Committed(Replace("r-1", first)))[0]!;

        await Conflicts(0, ConflictKind.Stale, Delete("r-1", first));
        Assert.NotNull(await Get("r-1"));

        await Committed(Delete("r-1", second));
        Assert.Null(await Get("r-1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deleting_a_row_that_is_missing_is_refused(bool withETag)
    {
        var etag = (await Committed(Add("r-1")))[0];
        await Committed(Delete("r-1"));

        await Conflicts(0, ConflictKind.Missing, Delete("r-1", withETag ? etag : null));
    }

    [Fact]
    public async Task Keys_differ_by_case()
    {
        await Committed(Add("r-a", ("N", 1)), Add("r-A", ("N", 2)));

        Assert.Equal(1, (await Get("r-a"))!.Values["N"]);
        Assert.Equal(2, (await Get("r-A"))!.Values["N"]);
    }
}
