using Microsoft.AspNetCore.Http;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>A gate that answers as the test says, to what it knows of the body.</summary>
internal sealed class FakeAuthenticator(Func<AuthenticationResult> answer) : IRequestAuthenticator
{
    public ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext http, CancellationToken cancellation) => new(AuthenticationResult.Open);
    public AuthenticationResult AuthorizeActivity(HttpContext http, Activity activity) => answer();
}
