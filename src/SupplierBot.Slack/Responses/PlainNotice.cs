using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Responses;

/// <summary>Words without a view, as one: for when there is nothing else to show.</summary>
internal static class PlainNotice
{
    private const int LongestToast = 120;

    public static View.Notice Of(string words) => new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, LongestToast) };
}
