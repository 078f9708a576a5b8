using System.Text;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.TextConsole;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>Types what a person would, after reading what is written there.</summary>
internal sealed class ConsolePerson
{
    private readonly StringBuilder written = new();
    private readonly ConsoleTerminal terminal;

    private ConsolePerson(IServiceProvider services, Person person) => terminal = services.Seat(person, new StringWriter(written));

    public static async Task<ConsolePerson> SeatAsync(IServiceProvider services, Person person)
    {
        var seated = new ConsolePerson(services, person);
        await seated.terminal.OpenAsync();
        return seated;
    }

    /// <summary>Everything that was written so far.</summary>
    public string Screen => written.ToString().ReplaceLineEndings("\n");

    /// <summary>What was written last.</summary>
    public string Newest => Screen[Screen.LastIndexOf("--- ", StringComparison.Ordinal)..];

    public Task SaysAsync(string text) => terminal.TypeAsync(text);

    public bool IsOffered(string label) => Newest.Split('\n').Any(line => IsButton(line, label));

    /// <param name="answers">By the id of an input; one that has none is left as it is.</param>
    public async Task PressesAsync(string label, IReadOnlyDictionary<string, string>? answers = null)
    {
        var button = Screen.Split('\n').Last(line => IsButton(line, label));
        await terminal.TypeAsync(button[1..button.IndexOf(']', StringComparison.Ordinal)]);
        while (terminal.Asks is { } field)
        {
            var answer = answers?.GetValueOrDefault(field.Id) ?? "";
            var choice = field.Choices.Index().FirstOrDefault(one => one.Item.Id == answer);
            await terminal.TypeAsync(choice.Item is null ? answer : $"{choice.Index + 1}");
        }
    }

    /// <summary>A whole intake, page by page.</summary>
    /// <param name="wording">As it is read at consoles.</param>
    public async Task AsksForAsync(string supplier, Wording wording)
    {
        await SaysAsync($"new {supplier}");
        while (IsOffered(wording["page.following"]))
            await PressesAsync(wording["page.following"], SampleAnswers.NotesApp(supplier));
        await PressesAsync(wording["page.result"], SampleAnswers.NotesApp(supplier));
        await PressesAsync(wording["summary.send"]);
        Assert.Contains("REQ-", Newest, StringComparison.Ordinal);
    }

    private static bool IsButton(string line, string label) =>
        line.StartsWith('[') && line.EndsWith($"] {label}", StringComparison.Ordinal);
}
