using System.Text;
using System.Text.Unicode;

namespace SupplierBot.Web.Options;

/// <summary>A text that somebody names by its path: the text, or why it cannot be read and what to do.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Parsed<string> Read(string path)
    {
        if (Directory.Exists(path))
            return new("is a folder.", "Name the file in it.");
        if (!File.Exists(path))
            return new("is not there.", "Correct the path.");
        try
        {
            return Decode(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new($"cannot be read: {fault.Message}", "Give the bot's account read permission and close what holds the file.");
        }
    }

    /// <summary>UTF-8, or what a byte order mark says (Windows PowerShell writes UTF-16).</summary>
    private static Parsed<string> Decode(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), Strict, detectEncodingFromByteOrderMarks: true);
            return new(reader.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            return new($"line {LineNotUtf8(bytes)}: has bytes that are not UTF-8.", "Save the file as UTF-8.");
        }
    }

    private static int LineNotUtf8(byte[] bytes)
    {
        var number = 1;
        foreach (var line in bytes.AsSpan().Split((byte)'\n'))
        {
            if (!Utf8.IsValid(bytes.AsSpan(line)))
                return number;
            number++;
        }
        return number;
    }
}
