using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Chat.Tests.Names;

/// <summary>Whatever a name turns out to be, its answer reads ten rows at most, however long the register is.</summary>
public sealed class NameReadCostTests
{
    private const int Most = 10;

    private static readonly string[] Asked =
    [
        "can I use Protobase Notes 15",
        "can I use Protobase",
        "can I use Protobaes Notes 15",
        "can I use Prtobase Notes 15",
        "can I use Xylophone",
        "can I use Xylophone for our orchestra",
        "can I use Copilot",
        "can I use ChatGPT",
        "can I use chat gpt plus please",
        "can I use Sora",
        "can I use openai.com",
        "can I use chat.openai.com",
        "can I use OpenAI API",
        "can I use OpenAI",
        "can I use Bard",
        "can I use Shut Down",
        "can I use Many",
        "is Many approved?",
        "passport OpenAI API",
        "what can I use for transcription?",
        "what can I use for notes of meetings",
        "alternatives to Shut Down",
    ];

    [Fact]
    public async Task An_answer_reads_ten_rows_at_most()
    {
        var small = await CountAsync(500);
        var large = await CountAsync(LongRun.Or(1_000_000, 3_000));
        Assert.All(small.Concat(large), one => Assert.True(one.Rows <= Most, $"{one.Asked}: {one.Rows} rows"));
    }

    private static async Task<IReadOnlyList<(string Asked, int Rows)>> CountAsync(int entries)
    {
        await using var bot = await TestBot.StartAsync();
        await new FilledRegister(
            bot.The<ITable>(),
            bot.The<ChatSettings>(),
            bot.The<Policy>(),
            bot.Context,
            [TestBot.Rita, TestBot.Sam]
        ).FillAsync(entries, 10);
        await NamedRegister.WriteAsync(
            bot,
            [
                NamedRegister.Line(900_001, "OpenAI", "ChatGPT Enterprise", "openai.com"),
                NamedRegister.Line(900_002, "OpenAI", "API", "openai.com"),
                NamedRegister.Line(900_003, "OpenAI", "Realtime", "openai.com"),
                NamedRegister.Line(900_004, "Shut Down", "", "shutdown.example", EntryStatus.Suspended),
                NamedRegister.Line(900_005, "Google", "Gemini for Google Workspace", "workspace.google.com"),
                NamedRegister.Line(900_006, "GitHub", "GitHub Copilot Business", "github.com/github"),
                .. Enumerable
                    .Range(0, 12)
                    .Select(number => NamedRegister.Line(900_010 + number, "Many", $"Service {number}", "many.example")),
            ]
        );
        var counts = new List<(string, int)>();
        foreach (var asked in Asked)
        {
            // What everybody's turn reads beside it: roles, drafts, the case of a passport.
            bot.Reads.Take();
            await SaysAsync(bot, "help");
            var beside = bot.Reads.Take().Rows;
            await SaysAsync(bot, asked);
            counts.Add((asked, bot.Reads.Take().Rows - beside));
        }
        return counts;
    }

    private static Task SaysAsync(TestBot bot, string text) =>
        bot.GiveAsync(bot.Personal(TestBot.Rita, RequestReader.Typed(text)) with { AnswersInPlace = true });
}
