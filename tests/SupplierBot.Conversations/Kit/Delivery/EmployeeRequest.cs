using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Kit.Delivery;

/// <summary>One employee on the way to a receipt, and all they ticked: what is kept afterwards is compared with it.</summary>
internal sealed partial class EmployeeRequest(Employee employee, Supplier supplier)
{
    private static readonly Func<string, Supplier>[] Kinds =
    [
        Supplier.NotesApp,
        Supplier.ShiftPlanner,
        Supplier.Caterer,
        Supplier.LiveHost,
    ];
    private const int MostCards = 40;
    private int cards;
    private readonly Dictionary<string, string> ticked = new() { ["name"] = supplier.Name };

    /// <summary>
    /// Everybody asks for something else: no two suppliers have a name, a purpose or a path through the pages in common with their
    /// neighbours.
    /// </summary>
    public static EmployeeRequest Number(int number, WireCompany company)
    {
        var kind = Kinds[number % Kinds.Length]($"Vendor {number} Ltd");
        return new(company.Employee($"person-{number}"), kind.But("purpose", $"{kind.Answers["purpose"]} Asked by person {number}."));
    }

    public Employee Employee => employee;
    public Supplier Supplier => supplier;

    /// <summary>On screen now.</summary>
    public Card Card { get; private set; } = new([]);

    /// <summary>Where it is on screen.</summary>
    public string Message { get; private set; } = "";
    public IReadOnlyDictionary<string, string> Ticked => ticked;

    /// <summary>Null before the receipt.</summary>
    public string? CaseId { get; private set; }

    public bool Begun => Message.Length > 0;

    /// <summary>The request is typed, the next page is filled, or the summary is sent.</summary>
    public JsonObject Next()
    {
        if (!Begun)
            return employee.Message($"new {supplier.Name}");
        if (!Card.Has("answer"))
            return employee.Press(Card, "submit", replyTo: Message);
        var inputs = supplier.On(Card);
        foreach (var (id, value) in inputs)
            ticked[id] = value;
        return employee.Press(Card, "answer", inputs, Message);
    }

    /// <summary>What was typed is acknowledged and has a card below it; where the bot could not save it, it is typed again.</summary>
    public void Begins()
    {
        if (employee.Newest.Contains(Employee.CouldNotSave))
            return;
        var page = employee.Newest;
        (Card, Message) = (page.Card!, page.Id);
    }

    /// <summary>Typed or pressed, once and without trouble.</summary>
    public async Task GoesOnAsync()
    {
        var answer = await employee.InsistsAsync(Next);
        if (Begun)
            Sees(answer);
        else
        {
            Assert.True(answer.Good, answer.Body);
            Begins();
        }
    }

    /// <summary>The answer to a press is a card that goes on: the next page, the summary or the receipt.</summary>
    public void Sees(Answer answer)
    {
        Assert.True(answer is { Good: true, Card: not null }, $"{supplier.Name}: {answer.Status} {answer.Body}");
        Assert.True(++cards < MostCards, $"{supplier.Name}: it does not end; newest: {answer.Body}");
        Card = answer.Card!;
        if (Card.Has("answer") || Card.Has("submit"))
            return;
        var sent = CaseIds().Match(string.Join('\n', Card.Texts));
        Assert.True(sent.Success, $"{supplier.Name}: neither a page nor a summary nor a receipt: {answer.Body}");
        CaseId = sent.Value;
    }

    [GeneratedRegex(@"REQ-\d{4}-\d{4,}")]
    private static partial Regex CaseIds();
}
