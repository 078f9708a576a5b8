using System.Net.Sockets;

namespace SupplierBot.Conversations.Kit.Replicas;

/// <summary>A load balancer without affinity: every request goes to any replica; one that does not listen is passed over.</summary>
internal sealed class LoadBalancer(IReadOnlyList<Uri> replicas) : DelegatingHandler(new SocketsHttpHandler())
{
    private int sent;

    public int Sent => sent;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref sent);
        var path = request.RequestUri!.PathAndQuery;
        for (var (first, tried) = (Random.Shared.Next(replicas.Count), 0); ; tried++)
        {
            request.RequestUri = new(replicas[(first + tried) % replicas.Count], path);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException refused)
                when (refused.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
                    && tried + 1 < replicas.Count
                )
            {
                // Nothing was sent there.
            }
        }
    }
}
