using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using SupplierBot.Chat.Access;
using SupplierBot.Onboarding.Register;
using SupplierBot.Portal.Api;

namespace SupplierBot.Portal.Mcp;

/// <summary>What an assistant may ask of the register. Read only: nothing here decides or changes anything.</summary>
[McpServerToolType]
internal sealed class RegisterTools(ApiReader reader, Chat.Stores.RegisterSearch search)
{
    private const int MostFound = 20;
    private const int MostDue = 50;
    private const int LongestText = 200;

    [McpServerTool(Name = "can_i_use", Title = "Can I use it?", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Whether people may use a supplier or product, with what it is approved for. Say yes only where answer is \"yes\".")]
    public async Task<string> CanIUseAsync(
        [Description("The supplier or product, as people call it")] string name,
        CancellationToken cancellation
    ) => Text(await reader.CanIUseAsync(Cut(name), cancellation), ApiJson.Default.ApiAnswer);

    [McpServerTool(Name = "find_supplier", Title = "Find a supplier", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Lines of the Supplier Register of which a name, or a later word of it, begins with the text.")]
    public async Task<string> FindSupplierAsync([Description("The beginning of a name")] string text, CancellationToken cancellation)
    {
        var found = await search.SearchAsync(Cut(text), 0, MostFound, MostFound, cancellation);
        return Text(new(reader.Shown(found), null), ApiJson.Default.ApiSuppliers);
    }

    [McpServerTool(Name = "contract_points", Title = "Contract points", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("The security clauses that the contract with a supplier needs, and how far each is agreed.")]
    public async Task<string> ContractPointsAsync(
        [Description("The number of the supplier: SUP-0031")] string supplier,
        CancellationToken cancellation
    ) =>
        SupplierQuery.IsNumber(supplier) && await reader.CaseAsync(supplier, cancellation) is { } current
            ? Text(new(supplier, current.Id, ApiMapping.ContractPointsOf(current)), ApiJson.Default.ApiContractPoints)
            : throw new McpException($"{Cut(supplier)} is not there. find_supplier finds the number of a supplier.");

    [McpServerTool(Name = "list_due", Title = "What is due", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Suppliers of which a review, a condition, a report, a document or the last day to give notice is due.")]
    public async Task<string> ListDueAsync(
        [Description("Overdue, ThisWeek, ThisMonth, NextMonth, ThisQuarter, NextQuarter or ThisYear")] RegisterDue when,
        CancellationToken cancellation
    ) =>
        Text(await reader.SuppliersAsync(RegisterFilter.None with { Due = when }, "", MostDue, cancellation), ApiJson.Default.ApiSuppliers);

    [Authorize(Policy = ApiScopes.Cases)]
    [McpServerTool(Name = "explain_decision", Title = "Explain a decision", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("A request for a supplier with its answers, the reasons for its risk tier, and who decided what.")]
    public async Task<string> ExplainDecisionAsync(
        [Description("The number of the request or the supplier: REQ-2026-0012 or SUP-0031")] string number,
        CancellationToken cancellation
    ) =>
        number.Length is > 4 and <= 20 && await reader.CaseAsync(number, cancellation) is { } current
            ? Text(ApiMapping.Of(current, await reader.EventsAsync(current.Id, cancellation)), ApiJson.Default.ApiCase)
            : throw new McpException($"{Cut(number)} is not there.");

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] : text;

    private static string Text<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Serialize(value, type);
}
