using System.Text.Json;
using SupplierBot.Documents.Registers;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Registers;

public sealed class RegisterJsonTests
{
    [Fact]
    public async Task It_has_everything_with_its_ids()
    {
        using var json = JsonDocument.Parse(await WriteAsync([.. SampleRegister.All, .. HostileTexts.Suppliers()]));
        var suppliers = json.RootElement.GetProperty("suppliers").EnumerateArray().ToList();
        Assert.Equal("Acme Organisation", json.RootElement.GetProperty("provenance").GetProperty("organisation").GetString());
        Assert.Equal(suppliers.Count, json.RootElement.GetProperty("counts").GetProperty("suppliers").GetInt32());
        var acme = suppliers[0];
        Assert.Equal(("High", 32), (acme.GetProperty("tierId").GetString(), acme.GetProperty("score").GetInt32()));
        Assert.Equal("2027-11-30", acme.GetProperty("contractEnd").GetString());
        Assert.Equal(SampleRegister.Approved.Case!.Decision!.At, acme.GetProperty("decidedOn").GetDateTimeOffset());
        Assert.Equal(SampleRegister.Approved.Case!.Clauses!.Count, acme.GetProperty("contractPoints").GetArrayLength());
        Assert.Equal(HostileTexts.All, suppliers.Skip(SampleRegister.All.Count).Select(one => one.GetProperty("supplier").GetString()));
    }

    [Fact]
    public async Task Every_supplier_has_the_same_members()
    {
        using var json = JsonDocument.Parse(
            await WriteAsync([.. SampleRegister.All, SampleRegister.Approved with { Case = null, Policy = null }])
        );
        var members = json
            .RootElement.GetProperty("suppliers")
            .EnumerateArray()
            .Select(supplier => string.Join(' ', supplier.EnumerateObject().Select(member => member.Name)))
            .Distinct();
        Assert.Single(members);
    }

    [Fact]
    public async Task A_line_that_another_one_answers_for_is_listed_and_no_supplier_of_its_own()
    {
        var entry = SampleRegister.Approved.Entry;
        var merged = SampleRegister.Approved with { Entry = entry with { Status = EntryStatus.Merged, MergedInto = "SUP-0002" } };
        using var json = JsonDocument.Parse(await WriteAsync([.. SampleRegister.All, merged]));
        Assert.Equal(SampleRegister.All.Count, json.RootElement.GetProperty("counts").GetProperty("suppliers").GetInt32());
        var last = json.RootElement.GetProperty("suppliers").EnumerateArray().Last();
        Assert.Equal(
            ("Merged", "SUP-0002", false),
            (
                last.GetProperty("statusId").GetString(),
                last.GetProperty("mergedInto").GetString(),
                last.GetProperty("mayBeUsed").GetBoolean()
            )
        );
        Assert.StartsWith("Merged into SUP-0002", last.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    private static async Task<byte[]> WriteAsync(IEnumerable<SupplierRecord> records)
    {
        using var output = new MemoryStream();
        await RegisterJson.WriteAsync(
            SampleRegister.Streamed(records),
            SampleRegister.Provenance,
            WordingText.Wording,
            new(output, () => new MemoryStream()),
            TestContext.Current.CancellationToken
        );
        return output.ToArray();
    }
}
