using System.Globalization;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Web.Options;

/// <summary>What another policy brings with it.</summary>
internal static class PolicyOptions
{
    private const int Most = 500;

    public static int ReadReviews(SettingsReader reader) => reader.Value("Policy:ReviewsPerDay", RegisterWalk.MostADay, Reviews);

    private static Parsed<int> Reviews(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
            ? new(number)
            : new("is not a number of reviews.", string.Create(CultureInfo.InvariantCulture, $"Use 1 to {Most}."));
}
