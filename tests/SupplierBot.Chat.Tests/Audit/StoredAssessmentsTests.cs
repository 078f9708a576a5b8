using System.Text.Json;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Tampering;
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
            Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text())).Policy
        );

        Assert.True(cases.Count >= 10);
        foreach (var current in cases)
        {
            var policy = await policies.OfAsync(current.PolicyHash, TestContext.Current.CancellationToken);
            var again = Assessor.Assess(policy, current.Answers, current.TierChange?.To, current.ClauseChanges.Count > 0);
            Assert.Equal(Text(current.Assessment), Text(again));
        }
    }

    private static string Text(Assessment assessment) => JsonSerializer.Serialize(assessment);
}
