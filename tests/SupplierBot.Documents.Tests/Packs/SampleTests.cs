using System.Security.Cryptography;
using System.Text;
using SupplierBot.Documents.Packs;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Tests.Packs;

public sealed class SampleTests
{
    private static readonly (string Id, Tier Tier)[] Register =
    [
        .. Enumerable.Range(1, 200).Select(at => ($"SUP-{at:0000}", (Tier)(at % 4))),
    ];

    [Fact]
    public void It_is_those_with_the_lowest_hashes_of_seed_and_number()
    {
        var lowest = Register
            .Select(one => one.Id)
            .OrderBy(id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("audit 2026" + id))), StringComparer.Ordinal)
            .Take(25);
        Assert.Equal(lowest, Sample.Of(Register, 25, null, "audit 2026"));
    }

    [Fact]
    public void It_is_the_same_in_whatever_order_they_come()
    {
        Assert.Equal(Sample.Of(Register, 25, null, "x"), Sample.Of(Register.Reverse(), 25, null, "x"));
        Assert.NotEqual(Sample.Of(Register, 25, null, "x"), Sample.Of(Register, 25, null, "y"));
    }

    [Fact]
    public void It_can_be_of_one_tier_and_has_all_where_there_are_fewer()
    {
        var high = Sample.Of(Register, 500, Tier.High, "x");
        Assert.Equal(Register.Where(one => one.Tier == Tier.High).Select(one => one.Id).Order(), high.Order());
        Assert.Empty(Sample.Of(Register, 0, null, "x"));
    }
}
