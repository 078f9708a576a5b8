using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Tests.Policies;

public sealed class DidYouMeanTests
{
    [Theory]
    [
        InlineData("", "", 0),
        InlineData("", "abc", 3),
        InlineData("kitten", "sitting", 3),
        InlineData("Organisation", "organisaton", 1),
        InlineData("acts", "cats", 2)
    ]
    public void The_distance_counts_letters_added_dropped_or_exchanged_either_way(string left, string right, int expected)
    {
        Assert.Equal(expected, DidYouMean.Distance(left, right));
        Assert.Equal(expected, DidYouMean.Distance(right, left));
    }
}
