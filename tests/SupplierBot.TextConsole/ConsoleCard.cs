using System.Text.Json;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.TextConsole;

/// <summary>A view as it goes to a console: what is written there, and what comes back with a press.</summary>
public sealed record ConsoleCard(IReadOnlyList<string> Lines, IReadOnlyList<Field> Fields, IReadOnlyList<Button> Buttons, CardStamp Stamp)
{
    internal static RenderedCard Render(View view, Wording wording)
    {
        var card = new ConsoleCard([.. ConsoleText.LinesOf(view, wording)], ConsoleText.FieldsOf(view), view.Buttons, view.Stamp);
        return new(JsonSerializer.SerializeToUtf8Bytes(card), view.Plain);
    }

    public static ConsoleCard Read(RenderedCard card) => JsonSerializer.Deserialize<ConsoleCard>(card.Content.Span)!;
}
