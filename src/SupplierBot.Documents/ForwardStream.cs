using System.Buffers;
using System.Security.Cryptography;

namespace SupplierBot.Documents;

/// <summary>
/// Passes on what is written, counts it, and can hash it; it never seeks and leaves the stream below open. A ZIP entry ends with a few
/// writes that aren't asynchronous, which a web server's response refuses: they wait here for <see cref="DrainAsync"/>.
/// </summary>
internal sealed class ForwardStream(Stream below, IncrementalHash? hash = null) : Stream
{
    private readonly ArrayBufferWriter<byte> waiting = new();

    public long Written { get; private set; }
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Count(buffer);
        waiting.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await DrainAsync(cancellationToken);
        Count(buffer.Span);
        await below.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public async ValueTask DrainAsync(CancellationToken cancellation)
    {
        if (waiting.WrittenCount == 0)
            return;
        await below.WriteAsync(waiting.WrittenMemory, cancellation);
        waiting.ResetWrittenCount();
    }

    public override void Flush() { }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken);
        await below.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Count(ReadOnlySpan<byte> bytes)
    {
        Written += bytes.Length;
        hash?.AppendData(bytes);
    }
}
