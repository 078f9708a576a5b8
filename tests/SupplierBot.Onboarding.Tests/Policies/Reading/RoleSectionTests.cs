using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies.Reading;

/// <summary>Which roles there are, and what people call them.</summary>
public sealed class RoleSectionTests
{
    private const string Id = "the id has up to 40 lower-case letters, digits and single underscores: `business_owner`";
    private const string Shipped = """
          - {id: security, title: Security}       # always there: periodic reviews, offboarding and the digest go to it
          - {id: ciso, title: CISO}
          - {id: privacy, title: Privacy}
          - {id: legal, title: Legal}

        """;

    [Fact]
    public void The_shipped_roles_are_read_in_their_order() =>
        Assert.Equal(
            [new("security", "Security"), new("ciso", "CISO"), new("privacy", "Privacy"), new("legal", "Legal")],
            PolicyText.Policy.Roles
        );

    /// <summary>Stored policies of earlier releases name them only.</summary>
    [Fact]
    public void Plain_names_are_read_as_they_always_were() =>
        Assert.Equal(
            [
                new PolicyRole("legal", null),
                new PolicyRole("ciso", null),
                new PolicyRole("security", null),
                new PolicyRole("privacy", null),
            ],
            PolicyText.Accepted(PolicyText.With("roles:\n" + Shipped, "roles: [legal, ciso, security, privacy]\n")).Roles
        );

    [Fact]
    public void A_title_may_be_missing() =>
        Assert.Equal(
            new PolicyRole("board", null),
            PolicyText
                .Accepted(
                    PolicyText
                        .With("title: Legal}\n", "title: Legal}\n  - {id: board}\n")
                        .Replace("  notified:\n", "  notified:\n    - {role: board, when: tier is Critical}\n", StringComparison.Ordinal)
                )
                .Roles[^1]
        );

    [Theory]
    [InlineData("id: board, title: Board, people: 3", "role board: unknown field `people`")]
    [InlineData("title: Board", "role: `id` is missing")]
    [InlineData("id: legal, title: Lawyers", "role legal: the id `legal` is used twice, first on line {line}")]
    [InlineData("id: auditor, title: Audit", "role auditor: `auditor` is there without being named, and takes no seat")]
    [InlineData("id: board, title: Auditor", "role board: the title `Auditor` would be read as the role `auditor`")]
    [InlineData("id: board, title: c-i-s-o", "role board: the title `c-i-s-o` would be read as the role `ciso`")]
    [InlineData("id: Board, title: Our board", "role Board: " + Id)]
    [InlineData("id: our board, title: Our board", "role our board: " + Id)]
    [InlineData("id: our__board, title: Our board", "role our__board: " + Id)]
    [InlineData("id: board_, title: Our board", "role board_: " + Id)]
    [InlineData("id: 1st_line, title: First line", "role 1st_line: " + Id)]
    [InlineData("id: a2345678901234567890123456789012345678901, title: B", "role a2345678901234567890123456789012345678901: " + Id)]
    public void What_is_wrong_with_one_is_said(string entry, string message)
    {
        var text = PolicyText.With("title: Legal}\n", $"title: Legal}}\n  - {{{entry}}}\n");
        var legal = PolicyText.LineOfChange(text) - 1;
        Assert.Contains(
            message.Replace("{line}", $"{legal}", StringComparison.Ordinal),
            PolicyText.Faults(text).Select(fault => fault.Message)
        );
    }

    [Fact]
    public void Security_is_always_among_them() =>
        Assert.Contains(
            "policy: `roles` needs `security`: periodic reviews, offboarding and the digest go to it",
            PolicyText
                .Faults(PolicyText.With("{id: security, title: Security}", "{id: guards, title: Guards}"))
                .Select(fault => fault.Message)
        );

    [Fact]
    public void A_seat_of_a_role_that_is_not_among_them_is_a_fault() =>
        Assert.Contains(
            "approvals, Low: unknown role `auditor`",
            PolicyText.Faults(PolicyText.With("role: security, people: 1", "role: auditor, people: 1")).Select(fault => fault.Message)
        );
}
