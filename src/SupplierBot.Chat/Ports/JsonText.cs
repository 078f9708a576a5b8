using System.Text.Json;

namespace SupplierBot.Chat.Ports;

/// <summary>For what a platform sends, before anything reads it.</summary>
public static class JsonText
{
    /// <summary>
    /// Half a surrogate pair can be written as an escape; it would throw only later, when some code first looks at the string.
    /// </summary>
    /// <param name="body">Well-formed JSON.</param>
    public static bool EveryStringIsText(ReadOnlySpan<byte> body, int depth)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = depth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
                return false;
        }
        return true;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
