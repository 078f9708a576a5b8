using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace SupplierBot.Chat.Files;

/// <summary>What a file is, by its content: its name can say anything.</summary>
internal static class FileKinds
{
    private const string WithMacros = ".xlsm";
    private static readonly byte[] Pdf = "%PDF-"u8.ToArray();
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly string[] OfPdf = [".pdf"];
    private static readonly string[] OfPng = [".png"];
    private static readonly string[] OfJpeg = [".jpg", ".jpeg"];
    private static readonly string[] OfOffice = [".docx", ".xlsx", ".pptx"];

    /// <summary>Also bills of materials, and policies.</summary>
    private static readonly string[] OfText = [".txt", ".csv", ".md", ".json", ".xml", ".spdx", ".yaml", ".yml"];

    /// <summary>Whether it is of a kind that is kept, and its name says which.</summary>
    public static async Task<bool> IsKeptAsync(string name, Stream content, CancellationToken cancellation)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return (await EndingsAsync(content, cancellation)).Contains(extension, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether suppliers can be read from it, though it is no document that is kept: a workbook with macros, which nothing runs, or a table
    /// in another encoding.
    /// </summary>
    public static async Task<bool> IsSheetAsync(string name, Stream content, CancellationToken cancellation)
    {
        var head = new byte[4];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            WithMacros => Begins(head.AsMemory(0, length), Zip) && HasParts(content),
            ".csv" => head.AsSpan(0, length) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || await IsPrintedAsync(content, cancellation),
            _ => false,
        };
    }

    /// <summary>Suppliers are read from it, and it is never a document: it holds a program.</summary>
    public static bool IsSheetAlone(string name) => Path.GetExtension(name).Equals(WithMacros, StringComparison.OrdinalIgnoreCase);

    private static async Task<string[]> EndingsAsync(Stream content, CancellationToken cancellation)
    {
        var head = new byte[8];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        var begins = head.AsMemory(0, length);
        return Begins(begins, Pdf) ? OfPdf
            : Begins(begins, Png) ? OfPng
            : Begins(begins, Jpeg) ? OfJpeg
            : Begins(begins, Zip)
                ? IsOffice(content) ? OfOffice
                    : []
            : await IsTextAsync(content, cancellation) ? OfText
            : [];
    }

    private static bool Begins(ReadOnlyMemory<byte> head, byte[] with) => head.Span.StartsWith(with);

    /// <summary>Only the list of its parts is read, nothing is unpacked. One with macros is a program.</summary>
    private static bool IsOffice(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("[Content_Types].xml") is not null
                && !archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool HasParts(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("[Content_Types].xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>In an encoding of one byte a sign: nothing of it is a control character that no text has.</summary>
    private static async Task<bool> IsPrintedAsync(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(16_384);
        try
        {
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var length)
            {
                if (
                    buffer.AsSpan(0, length).IndexOfAnyInRange((byte)0, (byte)8) >= 0
                    || buffer.AsSpan(0, length).IndexOfAnyInRange((byte)0x0E, (byte)0x1F) >= 0
                )
                    return false;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        using var reader = new StreamReader(
            content,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false,
            leaveOpen: true
        );
        var buffer = ArrayPool<char>.Shared.Rent(16_384);
        try
        {
            while (await reader.ReadAsync(buffer.AsMemory(), cancellation) is > 0 and var length)
            {
                if (
                    buffer.AsSpan(0, length).IndexOfAnyInRange('\0', '\u0008') >= 0
                    || buffer.AsSpan(0, length).IndexOfAnyInRange('\u000E', '\u001F') >= 0
                )
                    return false;
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
