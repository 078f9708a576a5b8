using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>Names that have broken spreadsheets.</summary>
internal static class HostileTexts
{
    public static readonly string[] All =
    [
        "=HYPERLINK(\"https://evil.example\",\"Acme\")",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "'quoted",
        "Acme, \"Notes\" & <Sons>",
        "_x0041_cme",
        "_x005F_x0041_",
        "_x0041 and _xZZZZ_ and x0041_",
        "]]> <![CDATA[ & </t></is></c>",
        "חברת אבטחה בע״מ",
        "شركة الأمن \u202Egnp.exe",
        "🦊 Fox & 👩‍👩‍👧‍👦 Family 🇬🇧",
        "two\nlines",
        "  spaces around  ",
        "soft\u00ADhyphen\u200Bzero\uFEFFwidth",
        "a\u0001b\u0008c\u001Fd",
        "non\uFFFEcharacter\uFFFF",
        "１２３＝fullwidth",
        "＝1+1",
        "1e5",
        "00123",
        "TRUE",
        "3/4",
    ];

    /// <summary>Each as the name of a supplier.</summary>
    public static IEnumerable<SupplierRecord> Suppliers(IEnumerable<string>? names = null)
    {
        var record = SampleRegister.InReview;
        return (names ?? All).Select((name, at) => record with { Entry = Named(record.Entry, $"SUP-{at + 1:0000}", name) });
    }

    private static RegisterEntry Named(RegisterEntry entry, string id, string name) => entry with { Id = id, Supplier = name };
}
