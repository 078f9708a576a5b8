using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupplierBot.Chat.Access;

namespace SupplierBot.Portal.Access;

/// <summary><c>Authorization: Bearer sbk_…</c>: a key of ours, or nobody. Whatever is wrong with it, the answer is the same 401.</summary>
internal sealed class ApiKeyHandler(
    ApiKeyStore keys,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string ScopeClaim = "scope";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await keys.KnownAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key)
            return AuthenticateResult.NoResult();
        Context.Features.Set(key);
        var claims = key.Scopes.Select(scope => new Claim(ScopeClaim, scope)).Append(new(ClaimTypes.NameIdentifier, key.Id));
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(StatusCodes.Status401Unauthorized, "Send a key that works: Authorization: Bearer sbk_…");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refuse(StatusCodes.Status403Forbidden, "The key is not for this: it lacks the scope. An admin makes keys with other scopes.");

    private Task Refuse(int status, string detail) => Results.Problem(statusCode: status, detail: detail).ExecuteAsync(Context);
}
