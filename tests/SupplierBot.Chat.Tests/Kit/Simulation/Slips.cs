using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>People who press by mistake and undo it, in time or not, once or twice; and who could have heard of it.</summary>
internal sealed class Slips(SimulationRun simulation)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private SimulationScheduler World => simulation.World;
    private int presses;

    /// <summary>Whoever was answered what: the conversation of a message, or the person that an answer was for.</summary>
    private readonly List<(string To, string Text)> read = [];

    /// <summary>Words of their own, so that whoever reads them is known to have heard of this press.</summary>
    public string InWords(string words) => simulation.Undo ? $"{words} (press {++presses})" : words;

    public void Read(string to, string text)
    {
        if (simulation.Undo)
            read.Add((to, text));
    }

    public async Task UndoAsync(Person person, ConversationReference conversation, IEnumerable<TurnAnswer?> answers)
    {
        if (
            !simulation.Undo
            || answers.Select(ButtonIn).FirstOrDefault(found => found is not null) is not { } button
            || !World.Happens(0.4)
        )
            return;
        await World.AfterAsync(World.Between(0, 1.3 * Window.TotalSeconds));
        var press = RequestReader.Pressed(Verbs.Undo, button.Target, button.Stamp, new Dictionary<string, string>(), false);
        await Task.WhenAll(
            Enumerable
                .Range(0, World.Happens(0.3) ? 2 : 1)
                .Select(_ => simulation.SendAsync(simulation.Personal(person, press) with { Conversation = conversation }))
        );
    }

    private static (string Target, CardStamp Stamp)? ButtonIn(TurnAnswer? answer) =>
        answer is TurnAnswer.Card { View: var view } && view.Buttons.FirstOrDefault(button => button.Verb == Verbs.Undo) is { } undo
            ? (undo.Target, view.Stamp)
            : null;

    /// <summary>An undone press never told anybody.</summary>
    public IEnumerable<string> Told()
    {
        foreach (var current in simulation.Records.Cases().Where(current => current.Undone > 0))
        {
            var events = Events(current);
            foreach (var undo in events.Where(one => one.Kind == AuditEventKind.Undone))
            {
                simulation.Faults.Tally.Undone++;
                var first = events[Number(undo) - 1];
                var (words, own) =
                    first.Kind == AuditEventKind.Submitted
                        ? (current.Id, "a:" + undo.Actor.Value)
                        : (PressIn(first.Comment), undo.Actor.Value);
                foreach (var (to, text) in read.Where(one => one.To != own && one.To != undo.Actor.Value))
                {
                    // A number that somebody asked for is said again, where nobody knows it.
                    if (text.Contains(words, StringComparison.Ordinal) && text.Contains(current.Supplier, StringComparison.Ordinal))
                        yield return $"undone: {to} heard of {first.Kind} of {current.Id} by {undo.Actor}: {text}";
                }
            }
        }
    }

    /// <summary>Numbers of the audit events that count no more.</summary>
    public static HashSet<int> Undone(IReadOnlyList<AuditEvent> events) =>
        [
            .. events
                .Select((one, at) => (one, at))
                .Where(pair => pair.one.Kind == AuditEventKind.Undone && events[Number(pair.one) - 1].Kind != AuditEventKind.Submitted)
                .SelectMany(pair => Enumerable.Range(Number(pair.one) - 1, pair.at - Number(pair.one) + 1)),
        ];

    /// <summary>Sent and undone: it is a draft again, and nobody else ever saw the number.</summary>
    public static bool NeverSent(Case current) => current.NeverSent;

    /// <summary>Nobody presses on what they never heard of.</summary>
    public Case? KnownOf(Person requester) =>
        simulation.Records.CaseOf(requester.Id) is { } current
        && (current.Undoable is not { Kind: UndoKind.Sent } press || World.Now > press.HeldUntil + Late)
            ? current
            : null;

    /// <summary>The draft comes back a moment after the case is undone.</summary>
    public bool ComesBack(Person person) =>
        simulation.Records.Cases().Any(one => one.Requester.Id == person.Id && NeverSent(one) && World.Now < one.Decision!.At + Late);

    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    /// <summary>Closed for good: nobody can undo that any more, by whatever clock.</summary>
    public static bool IsOver(Case? current, DateTimeOffset now) =>
        current is { IsOpen: false } && (current.Undoable is not { } press || now > press.HeldUntil + TimeSpan.FromMinutes(2));

    private IReadOnlyList<AuditEvent> Events(Case current) =>
        [.. simulation.Records.Prefixed(Keys.EventsOf(current.Id)).Select(row => Rows.Read(row, StoredJson.Default.AuditEvent))];

    private static int Number(AuditEvent undo) =>
        int.Parse(undo.Details.Single(detail => detail.Key == "undoes").Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string PressIn(string comment) => comment[comment.IndexOf("(press ", StringComparison.Ordinal)..].Split('\n')[0];
}
