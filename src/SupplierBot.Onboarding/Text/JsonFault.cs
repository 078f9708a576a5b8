using System.Globalization;
using System.Text.Json;

namespace SupplierBot.Onboarding.Text;

/// <summary>
/// What is wrong with a JSON text, in words for the person who wrote it: the parser's own speak to the person who programs it.
/// </summary>
public static class JsonFault
{
    private static readonly (string Theirs, string Ours)[] Known =
    [
        ("does not contain any JSON tokens", "it is empty, or ends before anything was said"),
        ("trailing comma", "a comma must be followed by another value; remove the last one"),
        ("after a single JSON value", "something stands behind the end"),
        ("isFinalBlock", "it ends too early: something that was opened with { or [ is not closed"),
        ("Expected depth", "it ends too early: something that was opened with { or [ is not closed"),
        ("end of data", "it ends too early: something that was opened is not closed"),
        ("Expected end of string", "a text is not closed: its second \" is missing"),
        ("within a JSON string", "a text has a line break or a control character in it; write \\n, or close the text with \""),
        ("escapable character", "a text has a \\ before a character that it can't stand before; write \\\\ for a backslash"),
        ("escape sequence", "a text has a \\u that is not followed by four hexadecimal digits"),
        ("start of a property name", "a name in double quotes is expected here"),
        ("Expected a ':'", "a colon is expected after the name"),
        ("after a value", "a comma or a closing bracket is expected here"),
        ("additional data", "something stands behind the end"),
        ("maximum configured depth", "it is nested too deeply"),
        ("Duplicate", "the name {name} is given twice"),
        ("'/'", "there are no comments in JSON; remove it"),
        ("invalid start of a value", "a value is expected here: a text in double quotes, a number, true, false, null, [ or {"),
        ("invalid end of a number", "a number is written wrongly"),
        ("leading zero", "a number does not begin with 0"),
        ("JSON literal", "only true, false and null may stand without quotes"),
        ("UTF-8", "it is not UTF-8 text; save the file as UTF-8"),
    ];

    /// <summary>"line 2, column 15: not valid JSON: …". Lines and columns count from 1; a column is a byte of UTF-8.</summary>
    public static string Words(JsonException broken)
    {
        var reason =
            Known.FirstOrDefault(known => broken.Message.Contains(known.Theirs, StringComparison.Ordinal)).Ours
            ?? "something can't stand here";
        reason = reason.Replace("{name}", Quoted(broken.Message), StringComparison.Ordinal);
        return broken is { LineNumber: { } line, BytePositionInLine: { } column }
            ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {column + 1}: not valid JSON: {reason}.")
            : $"not valid JSON: {reason}.";
    }

    /// <summary>What the parser put in quotes: a name of the text.</summary>
    private static string Quoted(string message) =>
        message.IndexOf('\'', StringComparison.Ordinal) is >= 0 and var first && message.LastIndexOf('\'') is var last && last > first
            ? message[first..(last + 1)]
            : "";
}
