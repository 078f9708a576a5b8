using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Limits;

namespace SupplierBot.Storage.Tests.Tables.Limits;

public sealed class KeyGuardTests
{
    private static void Check(string partition, string key) => BatchGuard.Check(partition, [new RowChange.Delete(key)]);

    [Theory]
    [InlineData("r-REQ-2026-0001")]
    [InlineData("")]
    [InlineData("19:abc@thread.tacv2;messageid=1 %+'\"é🧑")]
    [InlineData("\u0020\u007e\u00a0")]
    public void Keys_the_service_takes(string key)
    {
        Check("org", key);
        Check(key, "r-1");
    }

    [Theory]
    [InlineData("a/b", "U+002F")]
    [InlineData("a\\b", "U+005C")]
    [InlineData("a#b", "U+0023")]
    [InlineData("a?b", "U+003F")]
    [InlineData("\0", "U+0000")]
    [InlineData("a\u001f", "U+001F")]
    [InlineData("a\u007f", "U+007F")]
    [InlineData("a\u0085", "U+0085")]
    [InlineData("a\u009f", "U+009F")]
    public void Characters_the_service_refuses(string key, string named)
    {
        Assert.Contains($"Row 0 ('{key}'): the key holds the character {named}", Refusal("org", key), StringComparison.Ordinal);
        Assert.Contains($"The partition '{key}' holds the character {named}", Refusal(key, "r-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_character()
    {
        Assert.Contains("half a surrogate pair at position 1", Refusal("org", "a\ud83e"), StringComparison.Ordinal);
        Assert.Contains("half a surrogate pair at position 0", Refusal("org", "\udd37a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Up_to_1_KiB_of_UTF16()
    {
        Check(new string('p', 512), new string('k', 512));
        Assert.Contains("has 513 characters; at most 512 (1 KiB)", Refusal("org", new string('k', 513)), StringComparison.Ordinal);
        Assert.Contains("has 513 characters; at most 512 (1 KiB)", Refusal(new string('p', 513), "r-1"), StringComparison.Ordinal);
    }

    private static string Refusal(string partition, string key) => Assert.Throws<ArgumentException>(() => Check(partition, key)).Message;
}
