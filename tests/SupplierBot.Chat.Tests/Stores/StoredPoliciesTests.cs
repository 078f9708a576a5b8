using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// The shapes that are kept of policies on their way into force, and of somebody who left, filled to the brim: see
/// <see cref="StoredJsonTests"/>.
/// </summary>
public sealed class StoredPoliciesTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly Person Carla = new(new("teams:carla"), "Carla Ciso");
    private static readonly Person Sam = new(new("teams:sam"), "Sam Security");

    [Fact]
    public void The_log_of_policies() =>
        Stored(
            "policy-log",
            new()
            {
                EventCount = 3,
                ChainHead = "ef56",
                Proposals = 2,
                Open = "POL-0002",
                InForce = new("POL-0001", "2027.1", "ab12", At, Sam.Id, "cd34"),
            },
            StoredJson.Default.PolicyLog
        );

    [Fact]
    public void A_proposal() =>
        Stored(
            "policy-proposal",
            new()
            {
                Id = "POL-0001",
                By = Carla,
                At = At,
                Until = At.AddDays(14),
                Version = "2027.1",
                Hash = "ab12",
                BaseVersion = "2026.12",
                BaseHash = "cd34",
                Impact = new(9, 4, 3, 2, 1, 1, 2)
                {
                    Tiers = [new(Tier.Medium, Tier.High, 3)],
                    More = [new("INC", 2)],
                    Fewer = [new("E-SOC2", 1)],
                    Unread = 1,
                    Losing = ["SUP-0003"],
                },
                Unheld = ["legal"],
                Stage = ProposalStage.Rejected,
                DecidedBy = Sam,
                DecidedAt = At.AddDays(1),
                Reason = "High from 8 points is far too low.",
            },
            StoredJson.Default.PolicyProposal
        );

    [Fact]
    public void A_bulletin_about_a_proposal() =>
        Stored(
            "bulletin-policy",
            new("NOTE-policy-POL-0001", AnnouncementKind.PolicyProposed, "", null, Carla, At, [Sam], null) { Proposal = "POL-0001" },
            StoredJson.Default.Announcement
        );

    [Fact]
    public void A_bulletin_about_somebody_who_left() =>
        Stored(
            "bulletin-left",
            new("NOTE-left-teams:sam", AnnouncementKind.Left, "", Sam, null, At, [Carla], null)
            {
                Reason = "user_disabled",
                Leaver = new(true, ["SUP-0003"], ["security"], IsAdmin: true),
            },
            StoredJson.Default.Announcement
        );

    private static void Stored<T>(string name, T sample, JsonTypeInfo<T> type)
    {
        var golden = File.ReadAllText(Path.Combine(Repository.Root, "tests", "SupplierBot.Chat.Tests", "Stores", "Golden", name + ".json"))
            .TrimEnd();
        Assert.Equal(golden, JsonSerializer.Serialize(sample, type));
        Assert.Equal(golden, JsonSerializer.Serialize(JsonSerializer.Deserialize(golden, type)!, type));
    }
}
