using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupplierBot.Chat.Access;
using SupplierBot.Portal.Access;

namespace SupplierBot.Portal.Api;

/// <summary><c>/api/v1</c> (README.md "The REST API").</summary>
internal static class ApiEndpoints
{
    public const string Path = "/api/v1";
    private const int LongestName = 200;

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path).RequireRateLimiting(AccessSetup.Limit).AddEndpointFilter<FaultFilter>();
        api.MapGet("/suppliers", SuppliersAsync)
            .Of<ApiSuppliers>(ApiScopes.Register, "listSuppliers", "Lines of the register, by number.")
            .ProducesValidationProblem();
        api.MapGet("/suppliers/{id}", SupplierAsync)
            .Of<ApiSupplier>(ApiScopes.Register, "getSupplier", "One line of the register.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/suppliers/{id}/contract-points", ContractPointsAsync)
            .Of<ApiContractPoints>(ApiScopes.Register, "listContractPoints", "The clauses its contract needs, and how far each is agreed.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/suppliers/{id}/evidence", DocumentsAsync)
            .Of<ApiDocuments>(ApiScopes.Register, "listEvidence", "Its documents, and those that are missing.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/can-i-use", CanIUseAsync)
            .Of<ApiAnswer>(ApiScopes.Register, "canIUse", "Whether something may be used, by its name.")
            .ProducesValidationProblem();
        api.MapGet("/cases/{id}", CaseAsync)
            .Of<ApiCase>(ApiScopes.Cases, "getCase", "One request with its answers, the reasons for its tier, and what was decided.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/cases/{id}/conditions/{number:int}/done", ConditionWriter.DoneAsync)
            .Of<ApiCondition>(ApiScopes.Write, "reportConditionDone", "Reports a condition as done, as its owner would in chat.")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> SuppliersAsync(HttpContext http, ApiReader reader)
    {
        var (query, faults) = SupplierQuery.Read(http.Request.Query);
        return faults.Count > 0
            ? Results.ValidationProblem(faults.ToDictionary())
            : Of(await reader.SuppliersAsync(query.Filter, query.After, query.Limit, http.RequestAborted), ApiJson.Default.ApiSuppliers);
    }

    private static async Task<IResult> SupplierAsync(string id, HttpContext http, ApiReader reader) =>
        SupplierQuery.IsNumber(id) && await reader.EntryAsync(id, http.RequestAborted) is { } entry
            ? Of(ApiMapping.Of(entry, reader.Today), ApiJson.Default.ApiSupplier)
            : NotThere(id);

    private static async Task<IResult> ContractPointsAsync(string id, HttpContext http, ApiReader reader) =>
        SupplierQuery.IsNumber(id) && await reader.CaseAsync(id, http.RequestAborted) is { } current
            ? Of(new(id, current.Id, ApiMapping.ContractPointsOf(current)), ApiJson.Default.ApiContractPoints)
            : NotThere(id);

    private static async Task<IResult> DocumentsAsync(string id, HttpContext http, ApiReader reader) =>
        SupplierQuery.IsNumber(id) && await reader.CaseAsync(id, http.RequestAborted) is { } current
            ? Of(new(id, current.Id, ApiMapping.DocumentsOf(current)), ApiJson.Default.ApiDocuments)
            : NotThere(id);

    private static async Task<IResult> CanIUseAsync(string? name, HttpContext http, ApiReader reader) =>
        string.IsNullOrWhiteSpace(name) || name.Length > LongestName
            ? Results.ValidationProblem(
                new Dictionary<string, string[]> { ["name"] = [$"The supplier or product, 1 to {LongestName} characters."] }
            )
            : Of(await reader.CanIUseAsync(name.Trim(), http.RequestAborted), ApiJson.Default.ApiAnswer);

    private static async Task<IResult> CaseAsync(string id, HttpContext http, ApiReader reader) =>
        id.StartsWith("REQ-", StringComparison.Ordinal) && await reader.CaseAsync(id, http.RequestAborted) is { } current
            ? Of(ApiMapping.Of(current, await reader.EventsAsync(current.Id, http.RequestAborted)), ApiJson.Default.ApiCase)
            : NotThere(id);

    internal static IResult NotThere(string id) =>
        Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"{Shown(id)} is not there.");

    internal static IResult Of<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => new ApiResult<T>(value, type);

    private static string Shown(string id) => id.Length > 40 ? id[..40] + "…" : id;

    private static RouteHandlerBuilder Of<T>(this RouteHandlerBuilder endpoint, string scope, string name, string summary) =>
        endpoint
            .RequireAuthorization(scope)
            .WithName(name)
            .WithSummary(summary)
            .WithDescription($"Scope: {scope}")
            .Produces<T>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
