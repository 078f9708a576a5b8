using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>Lines of the register as the product writes them, made from a name and whatever else matters.</summary>
internal static class NamedRegister
{
    public static readonly Person Owner = new(new("teams:owner"), "Olga Owner");

    public static RegisterEntry Line(
        int number,
        string supplier,
        string service = "",
        string website = "",
        EntryStatus status = EntryStatus.Active
    ) =>
        new()
        {
            Id = $"SUP-{number:0000}",
            Supplier = supplier,
            Service = service,
            Website = website,
            Purpose = "Notes of meetings.",
            Status = status,
            Owner = Owner,
            Type = "AISAAS",
            Types = ["AISAAS"],
            Tier = Tier.Medium,
            Score = 30,
            Data = ["confidential"],
            CaseId = $"REQ-2026-{number:0000}",
            PolicyVersion = "2026.11-r1",
            NextReview = new(2027, 6, 30),
            ChangedAt = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero),
        };

    public static async Task WriteAsync(TestBot bot, params IEnumerable<RegisterEntry> entries)
    {
        foreach (var entry in entries)
        {
            RowChange[] batch =
            [
                new RowChange.Put(Rows.Of(Keys.Entry(entry.Id), entry, StoredJson.Default.RegisterEntry)),
                .. IndexRows.Of(entry).Select(row => new RowChange.Put(row)),
            ];
            Assert.InRange(batch.Length, 1, 60);
            Assert.IsType<CommitResult.Committed>(
                await bot.The<ITable>().CommitAsync(Keys.Workflow("test"), batch, CancellationToken.None)
            );
        }
    }
}
