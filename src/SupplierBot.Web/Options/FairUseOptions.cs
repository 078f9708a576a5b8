using System.Globalization;
using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Web.Options;

/// <summary>How many new requests one person may send.</summary>
internal static class FairUseOptions
{
    public static FairUse Read(SettingsReader reader) =>
        new(
            reader.Value("FairUse:RequestsPerHour", FairUse.Default.PerHour, text => Number(text, FairUse.MostRead)),
            reader.Value("FairUse:OpenRequests", FairUse.Default.Open, text => Number(text, FairUse.MostRead))
        );

    private static Parsed<int> Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? new(number)
            : new("is not such a number.", string.Create(CultureInfo.InvariantCulture, $"Use 1 to {most}."));
}
