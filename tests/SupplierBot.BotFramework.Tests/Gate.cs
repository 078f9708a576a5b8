using Microsoft.AspNetCore.Http;

namespace SupplierBot.BotFramework.Tests;

/// <summary>A gate that answers as the test says, to what it knows of the body.</summary>
internal sealed class Gate(Func<GateResult> answer) : IRequestGate
{
    public ValueTask<GateResult> KnockAsync(HttpContext http, CancellationToken cancellation) => new(GateResult.Open);
    public GateResult Believe(HttpContext http, Activity activity) => answer();
}
