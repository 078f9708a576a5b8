using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.Conversations.Kit.SignIn;

namespace SupplierBot.Benchmarks.Core;

/// <summary>One token of the channel, checked with keys that were fetched before; the budget is 100 µs.</summary>
[InProcess, MemoryDiagnoser]
public class TokenChecking
{
    private const string Address = "https://smba.trafficmanager.net/emea/";
    private static readonly FakeChannelIssuer Channel = new();
    private readonly string[] good = ["Bearer " + Channel.Token(FakeDirectory.App, Address)];
    private readonly string[] forged = ["Bearer " + Channel.Token(FakeDirectory.App, Address)[..^8] + "AAAAAAAA"];
    private readonly ChannelTokens tokens = new(
        FakeChannelIssuer.Issuer,
        FakeDirectory.App,
        new SigningKeys(new("https://keys.test/"), new Published(), TimeProvider.System, NullLogger<SigningKeys>.Instance),
        TimeProvider.System
    );

    [GlobalSetup]
    public async Task FetchAsync()
    {
        if (await Good() is not ChannelTokenResult.Good || await Forged() is not ChannelTokenResult.Refused)
            throw new InvalidOperationException("The tokens are not what they are meant to be.");
    }

    [Benchmark]
    public ValueTask<ChannelTokenResult> Good() => tokens.CheckAsync(good, CancellationToken.None);

    [Benchmark]
    public ValueTask<ChannelTokenResult> Forged() => tokens.CheckAsync(forged, CancellationToken.None);

    private sealed class Published : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) =>
            Task.FromResult(
                (
                    address.EndsWith("keys", StringComparison.Ordinal)
                        ? Channel.Keys()
                        : FakeChannelIssuer.Metadata(FakeChannelIssuer.Issuer, "https://keys.test/")
                ).ToJsonString()
            );
    }
}
