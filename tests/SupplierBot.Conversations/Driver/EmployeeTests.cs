using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Driver;

/// <summary>The driver of our own sees what a client sees: an onboarding from the greeting to the receipt.</summary>
public sealed class EmployeeTests
{
    [Fact]
    public async Task An_employee_asks_for_a_supplier()
    {
        await using var company = await WireCompany.StartAsync();
        var employee = company.Employee("wren");
        Assert.True((await employee.InstallsAsync()).Good);
        Assert.True((await employee.SaysAsync("new Acme Notes")).Good);
        var page = employee.Newest;
        var summary = await employee.AnswersAllAsync(page.Card!, Supplier.NotesApp("Acme Notes").On, page.Id);
        var receipt = await employee.PressesAsync(summary, "submit", replyTo: page.Id);
        Assert.True(receipt.Card!.Contains("REQ-2026-0001"), receipt.Body);
    }
}
