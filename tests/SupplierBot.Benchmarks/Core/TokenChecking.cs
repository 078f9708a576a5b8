using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.Conversations;

namespace SupplierBot.Benchmarks;

/// <summary>One token of the channel, checked with keys that were fetched before; the budget is 100 µs.</summary>
[InProcess, MemoryDiagnoser]
public class TokenChecking
{
    private const string Address = "https://smba.trafficmanager.net/emea/";
    private static readonly ChannelOfTest channel = new();
    private readonly string[] good = ["Bearer " + channel.Token(DirectoryOfTest.App, Address)];
    private readonly string[] forged = ["Bearer " + channel.Token(DirectoryOfTest.App, Address)[..^8] + "AAAAAAAA"];
    private readonly ChannelTokens tokens = new(ChannelOfTest.Issuer, DirectoryOfTest.App, new SigningKeys(new("https://keys.test/"), new Published(), TimeProvider.System, NullLogger<SigningKeys>.Instance), TimeProvider.System);

    [GlobalSetup]
    public async Task FetchAsync()
    {
        if (await Good() is not ChannelTokenResult.Good || await Forged() is not ChannelTokenResult.Refused) throw new InvalidOperationException("The tokens are not what they are meant to be.");
    }

    [Benchmark]
    public ValueTask<ChannelTokenResult> Good() => tokens.CheckAsync(good, CancellationToken.None);

    [Benchmark]
    public ValueTask<ChannelTokenResult> Forged() => tokens.CheckAsync(forged, CancellationToken.None);

    private sealed class Published : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) =>
            Task.FromResult((address.EndsWith("keys", StringComparison.Ordinal) ? channel.Keys() : ChannelOfTest.Metadata(ChannelOfTest.Issuer, "https://keys.test/")).ToJsonString());
    }
}
