using System.Globalization;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.TextConsole;

/// <summary>
/// One person at their console. A line is what they say; the number of a button presses it. Where that sends what is filled in, each input of the
/// card is asked for first, line by line, and an empty line leaves an input as it is. The person who started the program is the user: a console has no sign-in.
/// </summary>
public sealed partial class ConsoleTerminal
{
    private readonly ConsoleChannel channel;
    private readonly ITurnHandler turns;
    private readonly Person person;
    private readonly ILogger log;
    private readonly ConsoleScreen screen;
    private readonly ConversationReference conversation;
    private readonly Queue<Field> asked = new();
    private readonly Dictionary<string, string> filled = new(StringComparer.Ordinal);
    private ConsoleButton? pressed;

    internal ConsoleTerminal(ConsoleChannel channel, ITurnHandler turns, Person person, TextWriter output, ILogger log)
    {
        (this.channel, this.turns, this.person, this.log) = (channel, turns, person, log);
        conversation = ConsoleChannel.ConversationOf(person.Id);
        screen = channel.Open(conversation, output);
    }

    /// <summary>The input that the next line is for; null where a line says or presses something.</summary>
    public Field? Asks => asked.TryPeek(out var next) ? next : null;

    public Task OpenAsync() => HandleAsync(new Request.Installed(), null);

    public async Task ReadAsync(TextReader keyboard)
    {
        await OpenAsync();
        while (await keyboard.ReadLineAsync() is { } line)
            await TypeAsync(line);
    }

    public Task TypeAsync(string line)
    {
        if (Asks is not null)
            return FillAsync(line);
        if (screen.Button(line.Trim()) is not { } button)
            return HandleAsync(RequestReader.Typed(line.Trim()), null);
        if (button.Button.SendsText)
            return HandleAsync(RequestReader.Typed(button.Button.Says, isExplicit: true), null);
        pressed = button;
        filled.Clear();
        foreach (var field in button.Button.Checks ? button.Card.Fields : [])
        {
            filled[field.Id] = field.Value;
            asked.Enqueue(field);
        }
        return NextAsync();
    }

    private Task FillAsync(string line)
    {
        var field = asked.Dequeue();
        if (line.Length > 0)
            filled[field.Id] = field.Choices.Count > 0 ? Chosen(field, line) : line;
        return NextAsync();
    }

    private Task NextAsync()
    {
        if (Asks is { } next)
        {
            screen.Ask(next);
            return Task.CompletedTask;
        }
        var (button, card, message) = pressed!;
        var values = new Dictionary<string, string>(filled, StringComparer.Ordinal);
        return HandleAsync(RequestReader.Pressed(button.Verb, button.Target, card.Stamp, values, automatic: false), message);
    }

    /// <summary>The ids of what was picked; a number that is none is sent as it is, and the bot says that it is none.</summary>
    private static string Chosen(Field field, string line) =>
        string.Join(
            ',',
            line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(number =>
                    int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                        ? field.Choices.ElementAtOrDefault(place - 1)?.Id ?? number
                        : number
                )
        );

    private async Task HandleAsync(Request request, string? message)
    {
        var turn = new Turn(
            Guid.NewGuid().ToString("N"),
            conversation,
            new(person, Member: true),
            request,
            message,
            AnswersInPlace: message is not null
        );
        try
        {
            Show(await turns.HandleAsync(turn, CancellationToken.None), message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Failed(log, turn.Id, fault);
            screen.Say(FaultTexts.Of(fault, turn.Id, channel.Wording));
        }
    }

    private void Show(TurnAnswer answer, string? message)
    {
        switch (answer)
        {
            case TurnAnswer.Card card:
                screen.Write(ConsoleCard.Read(channel.Render(card.View, CardPlace.Message)), message);
                break;
            case TurnAnswer.Words words:
                screen.Say(words.Text);
                break;
            case TurnAnswer.Failed failed:
                screen.Say(failed.Message);
                break;
            default: // What there is to say was written by the channel; nothing else is asked for from a console.
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} failed")]
    private static partial void Failed(ILogger log, string turnId, Exception fault);
}
