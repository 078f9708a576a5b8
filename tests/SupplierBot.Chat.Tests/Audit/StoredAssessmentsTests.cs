using System.Text.Json;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Tampering;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Chat.Tests.Audit;

/// <summary>Every case of a busy register computes to what is stored of it, under the policy it was assessed under.</summary>
public sealed class StoredAssessmentsTests
{
    [Fact]
    public async Task Every_stored_case_is_assessed_again_as_it_was()
    {
        await using var busy = await BusyRegister.FillAsync();
        var cases = busy
            .Table.All.Where(row =>
                row.Partition == RowEditing.Partition && row.Row.Key.StartsWith(Keys.Case("REQ-"), StringComparison.Ordinal)
            )
            .Select(row => Rows.Read(row.Row, StoredJson.Default.Case))
            .ToList();
        var policies = new PolicyStore(
            busy.Table,
            busy.Settings,
            new(Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text())).Policy)
        );

        Assert.True(cases.Count >= 10);
        foreach (var current in cases)
        {
            var policy = await policies.OfAsync(current.PolicyHash, TestContext.Current.CancellationToken);
            var again = Assessor.Assess(policy, current.Answers, current.TierChange?.To, current.ClauseChanges.Count > 0);
            Assert.Equal(Text(current.Assessment), Text(again));
            Assert.Empty(Replay.Of(current, policy).Differences);
        }
    }

    /// <summary>What is in the golden files was made up, and differs: what counts is that every release's cases can be replayed.</summary>
    [Fact]
    public void A_case_of_any_release_can_be_replayed()
    {
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text())).Policy;
        var golden = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "SupplierBot.Chat.Tests", "Stores", "Golden"), "case*.json");
        var cases = golden.Where(file => !Path.GetFileName(file).StartsWith("case-line", StringComparison.Ordinal)).ToList();
        Assert.True(cases.Count >= 9);
        foreach (var file in cases)
        {
            var current = JsonSerializer.Deserialize(File.ReadAllText(file), StoredJson.Default.Case)!;
            Assert.Contains(Replay.Of(current, policy).Differences, difference => difference.Part == ReplayPart.Score);
        }
    }

    private static string Text(Assessment assessment) => JsonSerializer.Serialize(assessment);
}
