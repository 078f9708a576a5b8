using CsCheck;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>Any text at all where a name or an address belongs: an answer, never a fault.</summary>
public sealed class CommandParserHostileTests
{
    private static readonly string[] Nasty =
    [
        "\uFFFE",
        "\uFFFF",
        "\uD800",
        "\uDC00",
        "\u0000",
        "\uFDFA",
        "\u202E",
        "ß",
        "İ",
        "👩‍💻",
        "xn--",
        "xn--a",
        "xn--zzzzzzzz",
        "..",
        ".",
        "。",
        "::",
        "[::1]",
        "%",
        "@",
        "://",
        "http://",
        "\u00AD",
        "\u2024",
        "ﬀ",
        "a",
        "-",
        "_",
        " ",
        ".com",
        "٣",
        "\u0300",
    ];

    private static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, Nasty.Length - 1].Array[0, 8], Gen.String[0, 4])
        .Select((picked, rest) => string.Concat(picked.Select(at => Nasty[at])) + rest);

    [Fact]
    public void Every_text_is_a_web_address_or_not() =>
        Texts.Sample(
            text =>
            {
                WebAddress.LooksRight(text);
                WebAddress.SiteOf(text);
            },
            iter: 20_000
        );

    [Fact]
    public void Every_text_is_a_command_or_not() =>
        Texts.Sample(
            text =>
            {
                RequestReader.Parse("new " + text);
                RequestReader.Parse("status " + text, 2026);
                RequestReader.Parse(text);
            },
            iter: 20_000
        );
}
