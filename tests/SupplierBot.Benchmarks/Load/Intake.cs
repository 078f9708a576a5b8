using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Benchmarks.Core;
using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Benchmarks.Load;

/// <summary>
/// Over and over: <c>new …</c>, every page of the intake, the summary, discard. Every answer is committed before it is acknowledged.
/// </summary>
internal sealed class Intake(Line line) : ILoad
{
    private static readonly byte[] StampBegins = "\"_\":{"u8.ToArray();
    private static readonly Supplier Supplier = Supplier.NotesApp("Load");
    private static readonly Dictionary<string, string> Inputs = Samples.Policy.Pages.ToDictionary(
        page => page.Id,
        page => InputsOf(page.Questions)
    );
    private string? stamp;

    public async Task<TurnKind> NextTurnAsync()
    {
        if (stamp is null)
        {
            stamp = StampOf(await line.SayAsync("new Load"));
            return TurnKind.Typed;
        }
        var page = (string)JsonNode.Parse(stamp)!["page"]!;
        if (page == "summary")
        {
            await line.PressAsync("discard", $"{{\"verb\":\"discard\",\"_\":{stamp}}}");
            stamp = null;
        }
        else
        {
            var next = StampOf(await line.PressAsync("answer", $"{{\"verb\":\"answer\",{Inputs[page]}\"_\":{stamp}}}"));
            stamp = next == stamp ? throw new InvalidOperationException($"The page `{page}` was not taken.") : next;
        }
        return TurnKind.Button;
    }

    private static string InputsOf(IEnumerable<string> questions) =>
        string.Concat(
            questions
                .Select(id => (id, value: id == "name" ? "Load" : Supplier.Answers.GetValueOrDefault(id)))
                .Where(input => input.value is not null)
                .Select(input => $"\"{input.id}\":\"{input.value}\",")
        );

    private static string StampOf(byte[] card)
    {
        var from = card.AsSpan().IndexOf(StampBegins);
        if (from < 0)
            throw new InvalidOperationException($"No stamp: {Encoding.UTF8.GetString(card)}");
        var stamp = card.AsSpan(from + StampBegins.Length - 1);
        return Encoding.UTF8.GetString(stamp[..(stamp.IndexOf((byte)'}') + 1)]);
    }
}
