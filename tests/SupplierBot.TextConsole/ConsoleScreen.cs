using System.Globalization;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.TextConsole;

/// <summary>
/// What one person sees. Every button ever written has a number of its own, so that it can be pressed however far it scrolled.
/// </summary>
internal sealed class ConsoleScreen(TextWriter output)
{
    private readonly Lock alone = new();
    private readonly List<ConsoleButton> buttons = [];
    private int messages;

    /// <param name="message">The one that it takes the place of; null for a new one.</param>
    /// <returns>The id of the message.</returns>
    public string Write(ConsoleCard card, string? message = null)
    {
        lock (alone)
        {
            message ??= (++messages).ToString(CultureInfo.InvariantCulture);
            Line($"--- {message}");
            foreach (var line in card.Lines)
                Line(line);
            foreach (var field in card.Fields.Where(field => field.HasError))
                Line($"! {field.Label}: {field.Error}");
            foreach (var button in card.Buttons)
            {
                buttons.Add(new(button, card, message));
                Line($"[{buttons.Count}] {button.Label}");
            }
            return message;
        }
    }

    /// <summary>Asks for one input; choices are answered by their numbers.</summary>
    public void Ask(Field field)
    {
        lock (alone)
        {
            Line($"{(field.HasHelp ? $"{field.Label}\n{field.Help}" : field.Label)}{(field.Value.Length > 0 ? $" ({field.Value})" : "")}");
            foreach (var (number, choice) in field.Choices.Index())
                Line($"  {number + 1} {choice.Label}");
        }
    }

    public void Say(string words)
    {
        lock (alone)
            Line(words);
    }

    /// <summary>Without mark-up there is one thing to escape: characters that would move the cursor.</summary>
    private void Line(string text) => output.WriteLine(string.Concat(text.Where(letter => letter == '\n' || !char.IsControl(letter))));

    /// <summary>Null where no button has that number.</summary>
    public ConsoleButton? Button(string number)
    {
        lock (alone)
        {
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                ? buttons.ElementAtOrDefault(place - 1)
                : null;
        }
    }
}

/// <param name="Card">The one it stands on.</param>
/// <param name="Message">The message that showed it.</param>
internal sealed record ConsoleButton(Button Button, ConsoleCard Card, string Message);
