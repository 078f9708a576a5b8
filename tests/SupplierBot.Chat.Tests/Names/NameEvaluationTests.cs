using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Names;

/// <summary>
/// How well names are understood, in figures: names.csv is what people type about the register of register.csv, and what is right. A yes
/// for another supplier is never right. Spellings, accents, legal forms, sites, products, former names, typos and polite words are all
/// there.
/// </summary>
public sealed class NameEvaluationTests(ITestOutputHelper output)
{
    private const int FewestNames = 500;
    private const int Offered = 3;
    private const double Recall = 0.95;
    private const double RightGuess = 0.98;

    private sealed record Asked(string Typed, string Expected, string Supplier, string Service);

    [Fact]
    public async Task A_yes_is_always_right_and_nearly_every_name_is_found()
    {
        await using var bot = await TestBot.StartAsync();
        await NamedRegister.WriteAsync(bot, Register());
        var names = Read("names.csv").Select(row => new Asked(row[0], row[1], row[2], row[3])).ToList();
        Assert.True(names.Count >= FewestNames);
        var answers = new List<(Asked Asked, View View)>();
        foreach (var asked in names)
            answers.Add((asked, await AnswerAsync(bot, asked.Typed)));

        var said = answers.Where(one => one.View is View.Entry).ToList();
        var wrong = said.Where(one => !IsOf((View.Entry)one.View, one.Asked)).ToList();
        var missed = Of("yes").Where(one => one.View is not View.Entry).ToList();
        var lost = Of("guess").Concat(Of("fact")).Where(one => !Offers(one.View, one.Asked)).ToList();
        var (yes, guessed) = (Of("yes").Count, Of("guess").Count + Of("fact").Count);
        output.WriteLine($"names: {names.Count}");
        output.WriteLine($"yes: {said.Count}, precision {Share(said.Count - wrong.Count, said.Count)}");
        output.WriteLine($"recall of yes: {Share(yes - missed.Count, yes)} of {yes}");
        output.WriteLine($"right one among {Offered}: {Share(guessed - lost.Count, guessed)} of {guessed}");
        foreach (var one in wrong)
            output.WriteLine($"WRONG  {one.Asked.Typed} → {((View.Entry)one.View).Title}");
        foreach (var one in missed)
            output.WriteLine($"missed {one.Asked.Typed} → {one.View.Plain}");
        foreach (var one in lost)
            output.WriteLine($"lost   {one.Asked.Typed} ({one.Asked.Supplier}) → {one.View.Plain}");
        Assert.Empty(wrong);
        Assert.True(yes - missed.Count >= Recall * yes);
        Assert.True(guessed - lost.Count >= RightGuess * guessed);

        IReadOnlyList<(Asked Asked, View View)> Of(string expected) => [.. answers.Where(one => one.Asked.Expected == expected)];
    }

    private static string Share(int of, int all) => $"{of / (double)all:P1}";

    /// <summary>Of this supplier, and, where a product was asked for, with that product.</summary>
    private static bool IsOf(View.Entry answer, Asked asked) =>
        asked.Expected == "yes"
        && answer.Title == asked.Supplier
        && (asked.Service.Length == 0 || answer.Words().Any(line => line.Label == asked.Service));

    /// <summary>One of the first buttons asks for the supplier, or for the product that was meant.</summary>
    private static bool Offers(View answer, Asked asked) =>
        answer is View.Notice
        && answer
            .Buttons.Where(button => button.Says is { } says && says.StartsWith("can I use", StringComparison.Ordinal))
            .Take(Offered)
            .Any(button =>
                button.Label.Contains(asked.Supplier, StringComparison.Ordinal)
                || button.Says!.Contains(asked.Supplier, StringComparison.Ordinal)
                || (asked.Service.Length > 0 && button.Says.Contains(asked.Service.Split(',')[0], StringComparison.Ordinal))
            );

    private static async Task<View> AnswerAsync(TestBot bot, string text) =>
        Assert
            .IsType<TurnAnswer.Card>(
                await bot.GiveAsync(bot.Personal(TestBot.Carla, RequestReader.Typed(text)) with { AnswersInPlace = true })
            )
            .View;

    private static IEnumerable<RegisterEntry> Register() =>
        Read("register.csv")
            .Select(
                (row, at) =>
                    NamedRegister.Line(at + 1, row[0], row[1], row[2], Enum.Parse<EntryStatus>(row[5])) with
                    {
                        Names = RecordedNames.Of(
                            [.. row[3..4].Where(name => name.Length > 0)],
                            [.. row[4..5].Where(name => name.Length > 0)]
                        ),
                    }
            );

    /// <summary>Without the first line; a field with a comma stands in quotes.</summary>
    private static IEnumerable<string[]> Read(string file)
    {
        using var stream = typeof(NameEvaluationTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        return [.. lines.Select(line => Fields(line))];
    }

    private static string[] Fields(string line)
    {
        var quoted = line.Split('"');
        return
        [
            .. string.Concat(quoted.Select((part, at) => at % 2 == 0 ? part.Replace(',', '\n') : part)).Split('\n').Select(field => field),
        ];
    }
}
