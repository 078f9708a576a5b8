using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace SupplierBot.Chat.Backup;

/// <param name="Number">1-based.</param>
/// <param name="Ended">The line's end is there; without it the file may be cut in it.</param>
internal sealed record BackupText(long Number, ReadOnlyMemory<byte> Bytes, bool Ended)
{
    /// <summary>Far more than the largest case; a file without line ends is not read into memory.</summary>
    private const int Longest = 64 * 1024 * 1024;

    /// <exception cref="FormatException">A line is longer than any we write.</exception>
    public static async IAsyncEnumerable<BackupText> LinesAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(file, new(bufferSize: 1 << 16, leaveOpen: true));
        for (var number = 0L; ; )
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                yield return new(++number, rest.Slice(0, end).ToArray(), Ended: true);
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            if (rest.Length > Longest)
                throw new FormatException($"Line {number + 1} is longer than {Longest} bytes: this is no backup.");
            if (read.IsCompleted && !rest.IsEmpty)
                yield return new(++number, rest.ToArray(), Ended: false);
            if (read.IsCompleted)
                break;
            reader.AdvanceTo(rest.Start, rest.End);
        }
        await reader.CompleteAsync();
    }
}
