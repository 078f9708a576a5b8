using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

/// <summary>What is on customers' disks. A change here that is not a new format number loses their register.</summary>
public sealed class RowBodyTests
{
    private const string Golden =
        "01080153730654C3A16E697401496907000000000000000"
        + "14C6CFFFFFFFFFFFFFFFF0146660144640000000000000C4001557500DC8A463E78DE080147676756341232547698001122334455667701426203010203";

    private static readonly Dictionary<string, object> Values = new(StringComparer.Ordinal)
    {
        ["S"] = "Tánit",
        ["I"] = 7,
        ["L"] = -1L,
        ["F"] = false,
        ["D"] = 3.5,
        ["U"] = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero),
        ["G"] = new Guid("12345667-5432-9876-0011-223344556677"),
        ["B"] = new byte[] { 1, 2, 3 },
    };

    [Fact]
    public void The_bytes_of_format_1_stay_as_they_are() => Assert.Equal(Golden, Convert.ToHexString(RowBody.Encode(Values)));

    [Fact]
    public void Format_1_is_read_for_ever() => Assert.Equal(Values, RowBody.Decode(Convert.FromHexString(Golden)));

    [Fact]
    public void A_body_cut_anywhere_is_refused_not_misread()
    {
        var bytes = Convert.FromHexString(Golden);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => RowBody.Decode(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Another_format_is_refused_by_its_number() =>
        Assert.Contains("format 2", Assert.Throws<InvalidDataException>(() => RowBody.Decode([2, 0])).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_a_surrogate_pair_comes_back_as_the_replacement_character() =>
        Assert.Equal("a\ufffd", RowBody.Decode(RowBody.Encode(new Dictionary<string, object> { ["T"] = "a\ud83e" }))["T"]);
}
