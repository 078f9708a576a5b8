using System.Security.Cryptography;
using System.Text;

namespace SupplierBot.Onboarding.Tests;

public sealed class PolicyFile
{
    private static readonly Policy Policy = PolicyText.Policy;

    [Fact]
    public void The_shipped_policy_has_no_fault() => Assert.Empty(PolicyText.Faults(PolicyText.Shipped));
}
