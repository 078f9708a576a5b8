using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Chat.Tests.Stores;

public sealed class DefaultPolicyTests
{
    [Fact]
    public void The_policy_inside_the_product_is_accepted() =>
        Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text()));
}
