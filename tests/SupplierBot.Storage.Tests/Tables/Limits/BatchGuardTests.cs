using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Limits;

namespace SupplierBot.Storage.Tests.Tables.Limits;

/// <summary>Every limit of the service, at it and just over it.</summary>
public sealed class BatchGuardTests
{
    private const int MiB = 1024 * 1024;

    private static Row Row(string key, params (string Name, object Value)[] values) =>
        new(key, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    private static RowChange Add(string key, params (string, object)[] values) => new RowChange.Add(Row(key, values));

    private static void Passes(params RowChange[] batch) => BatchGuard.Check("org", batch);

    private static void Refuses(string names, params RowChange[] batch)
    {
        var refusal = Assert.Throws<ArgumentException>(() => BatchGuard.Check("org", batch));
        Assert.Contains(names, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_to_a_hundred_changes()
    {
        Passes([.. Enumerable.Range(0, 100).Select(i => Add($"a-{i}"))]);
        Refuses("101 changes; 1 to 100", [.. Enumerable.Range(0, 101).Select(i => Add($"a-{i}"))]);
        Refuses("0 changes; 1 to 100");
    }

    [Fact]
    public void Each_row_once_whatever_the_change()
    {
        Passes(Add("r-1"), Add("R-1"), new RowChange.Delete("r-2"));
        Refuses("Row 2 ('r-1'): its key is in the batch twice", Add("r-1"), Add("r-2"), new RowChange.Delete("r-1"));
    }

    [Fact]
    public void Properties_up_to_252()
    {
        static (string, object)[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => ($"P{i}", (object)i))];
        Passes(Add("r-1", Many(252)));
        Refuses("Row 1 ('r-1'): it has 253 properties; at most 252", Add("r-0"), Add("r-1", Many(253)));
    }

    [Fact]
    public void Text_up_to_32768_characters_in_additions_replacements_and_puts()
    {
        var (fits, over) = (Row("r-1", ("Text", new string('x', 32_768))), Row("r-1", ("Text", new string('x', 32_769))));
        Passes(new RowChange.Add(fits));
        Refuses("Row 0 ('r-1'): property 'Text' has 32769 characters; at most 32768", new RowChange.Add(over));
        Refuses("'Text' has 32769 characters", new RowChange.Replace(over, "1"));
        Refuses("'Text' has 32769 characters", new RowChange.Put(over));
    }

    [Fact]
    public void Binary_up_to_64_KiB()
    {
        Passes(Add("r-1", ("Bytes", new byte[65_536])));
        Refuses("property 'Bytes' has 65537 bytes; at most 65536", Add("r-1", ("Bytes", new byte[65_537])));
    }

    [Fact]
    public void A_row_up_to_1_MiB()
    {
        // 4 + 2 × ("org" + "r-1") = 16 for the row; 8 + 2 × 3 for each name; 4 and the bytes for each value.
        static RowChange Sized(int bytes)
        {
            var values = Enumerable.Range(0, 15).Select(i => ($"P{i:D2}", (object)new byte[65_536])).ToList();
            values.Add(("P15", new byte[bytes - 16 - 15 * (14 + 4 + 65_536) - 14 - 4]));
            return Add("r-1", [.. values]);
        }
        Passes(Sized(MiB));
        Refuses("it takes 1048577 bytes; at most 1048576 (1 MiB)", Sized(MiB + 1));
    }

    [Fact]
    public void A_row_counts_its_text_as_UTF16()
    {
        static RowChange Texts(int count) =>
            Add("r-1", [.. Enumerable.Range(0, count).Select(i => ($"P{i:D2}", (object)new string('x', 32_760)))]);
        Passes(Texts(15));
        Refuses("(1 MiB)", Texts(16), Add("r-2"));
    }

    [Fact]
    public void A_batch_up_to_4_MiB()
    {
        static RowChange[] Sized(int bytes)
        {
            var batch = Enumerable
                .Range(0, 8)
                .Select(i => Add($"r-{i}", [.. Enumerable.Range(0, 16).Select(p => ($"P{p:D2}", (object)new string('x', 32_000)))]))
                .ToList();
            var left =
                bytes
                - batch.Sum(change => RequestSize.Of("org", change))
                - RequestSize.Of("org", Add("r-8", ("A", ""), ("B", ""), ("C", "")));
            batch.Add(
                Add("r-8", ("A", new string('x', 32_000)), ("B", new string('x', 32_000)), ("C", new string('x', (int)left - 64_000)))
            );
            return [.. batch];
        }
        Passes(Sized(4 * MiB));
        Refuses("Row 8 ('r-8'): with it the batch takes 4194305 bytes; at most 4194304 (4 MiB)", Sized(4 * MiB + 1));
    }

    [Fact]
    public void A_batch_counts_text_as_it_travels()
    {
        // Six characters each on the wire: 22 × 32,000 × 6 = 4.2 million, though the rows themselves take 1.4 million bytes.
        Passes([.. Enumerable.Range(0, 22).Select(i => Add($"r-{i}", ("Text", new string('x', 32_000))))]);
        Refuses("(4 MiB)", [.. Enumerable.Range(0, 22).Select(i => Add($"r-{i}", ("Text", new string('語', 32_000))))]);
        Refuses("(4 MiB)", [.. Enumerable.Range(0, 50).Select(i => Add($"r-{i}", ("Bytes", new byte[65_536])))]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public void An_ETag_that_matches_everything_is_no_ETag(string etag)
    {
        Refuses("a replacement needs the ETag", new RowChange.Replace(Row("r-1"), etag));
        Refuses("a deletion takes the ETag", new RowChange.Delete("r-1", etag));
        Passes(new RowChange.Delete("r-1"));
    }
}
