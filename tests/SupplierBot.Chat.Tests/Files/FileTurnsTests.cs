using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Files;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Files;

/// <summary>A file that somebody drops is kept, asked about, and belongs to a document only when its row says so.</summary>
public sealed class FileTurnsTests
{
    private static readonly byte[] Report = Encoding.ASCII.GetBytes("%PDF-1.7 the report of this year");

    [Fact]
    public async Task A_dropped_file_becomes_a_document_of_the_supplier_that_is_picked()
    {
        var platform = new Platform { ["https://x/1"] = Report };
        await using var bot = await StartAsync(platform);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var which = await DroppedAsync(bot, TestBot.Rita, "../../SOC2 [final].pdf");
        Assert.Equal("Which supplier is “SOC2 final.pdf” about?", which.Title);
        var row = Assert.Single(which.Groups[0].Rows);
        Assert.Equal(("evidence_add", sent.Id), (row.Press!.Verb, row.Press.Target));
        var form = Assert.IsType<View.Form>(await PressedAsync(bot, TestBot.Rita, which.Stamp, row.Press));
        Assert.StartsWith("SOC2 final.pdf", form.Lines[0].Text, StringComparison.Ordinal);
        await bot.PressesAsync(
            TestBot.Rita,
            form.Stamp,
            "evidence_add",
            "sent",
            new Dictionary<string, string> { ["evidence_kind"] = sent.Assessment.Evidence[0].Id }
        );
        var file = Assert.Single((await bot.NewestAsync(TestBot.Rita)).Evidence).File!;
        Assert.Equal((Report.Length, Convert.ToHexStringLower(SHA256.HashData(Report))), (file.Size, file.Sha256));
        await using var kept = await bot.The<IFileStore>().OpenAsync(file.Key, CancellationToken.None);
        using var copy = new MemoryStream();
        await kept!.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(Report, copy.ToArray());
        bot.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await SweptAsync(bot));
        Assert.NotNull(await bot.The<IFileStore>().FindAsync(file.Key, CancellationToken.None));
    }

    [Theory]
    [InlineData("documents Acme Notes")]
    [InlineData("evidence of acme notes")]
    [InlineData("documents SUP-0001")]
    public async Task Documents_are_asked_for_by_name_as_by_number(string text)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam })
        {
            var turn = bot.Personal(person, RequestReader.Typed(text)) with { AnswersInPlace = true };
            Assert.Contains("Documents from Acme Notes", TestBot.TextOf(await bot.GiveAsync(turn)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_else_adds_it_and_what_nobody_adds_is_swept_away()
    {
        await using var bot = await StartAsync(new() { ["https://x/1"] = Report });
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var which = await DroppedAsync(bot, TestBot.Rita, "a.pdf");
        var stamp = CardStamp.OfCase(sent.Id, "receipt", sent.ContentVersion) with { Page = which.Stamp.Page };
        await bot.PressesAsync(
            TestBot.Sam,
            stamp,
            "evidence_add",
            "sent",
            new Dictionary<string, string> { ["evidence_kind"] = sent.Assessment.Evidence[0].Id }
        );
        Assert.Empty((await bot.NewestAsync(TestBot.Rita)).Evidence);
        // On a form, and never sent.
        await bot.PressesAsync(TestBot.Rita, stamp, "evidence_add");
        bot.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, await SweptAsync(bot));
        bot.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await SweptAsync(bot));
        Assert.Null(await bot.The<IFileStore>().FindAsync(which.Stamp.Page!, CancellationToken.None));
        var gone = await bot.PressesAsync(
            TestBot.Rita,
            stamp,
            "evidence_add",
            "sent",
            new Dictionary<string, string> { ["evidence_kind"] = "E-DPA" }
        );
        Assert.StartsWith("I don't have this file any more", ((View.Form)((TurnAnswer.Card)gone).View).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_lost_between_file_and_row_leaves_an_orphan_and_no_promise()
    {
        await using var bot = await StartAsync(new() { ["https://x/1"] = Report });
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var which = await DroppedAsync(bot, TestBot.Rita, "a.pdf");
        var stamp = CardStamp.OfCase(sent.Id, "receipt", sent.ContentVersion) with { Page = which.Stamp.Page };
        bot.Table.CommitFault = CommitFault.NeverArrives;
        var pressing = bot.PressesAsync(
            TestBot.Rita,
            stamp,
            "evidence_add",
            "sent",
            new Dictionary<string, string> { ["evidence_kind"] = sent.Assessment.Evidence[0].Id }
        );
        for (var steps = 0; steps < 200 && !pressing.IsCompleted; steps++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        await Assert.ThrowsAnyAsync<IOException>(() => pressing.WaitAsync(TimeSpan.FromSeconds(5)));
        bot.Table.CommitFault = CommitFault.None;
        Assert.Empty((await bot.NewestAsync(TestBot.Rita)).Evidence);
        Assert.NotNull(await bot.The<IFileStore>().FindAsync(which.Stamp.Page!, CancellationToken.None));
    }

    public static TheoryData<string, byte[], string> Hostile =>
        new()
        {
            { "big.pdf", [.. "%PDF-"u8.ToArray(), .. new byte[26 * 1024 * 1024]], "This file is too big" },
            { "report.pdf", Zip("a.txt"), "I keep PDF" },
            { "report.docx", Zip("a.txt"), "I keep PDF" },
            { "report.docx", Zip("[Content_Types].xml", "word/vbaProject.bin"), "I keep PDF" },
            { "report.pdf", Zip("[Content_Types].xml"), "I keep PDF" },
            { "report.exe", Report, "I keep PDF" },
            { "report", Report, "I keep PDF" },
            { "notes.txt", [0x4D, 0x5A, 0x00, 0x01], "I keep PDF" },
            { "notes.txt", [0xFF, 0xFE, 0x41, 0x00], "I keep PDF" },
            { "notes.txt", [], "This file is empty" },
        };

    [Theory, MemberData(nameof(Hostile))]
    public async Task What_cannot_be_kept_is_refused_with_a_sentence_and_leaves_nothing(string name, byte[] content, string said)
    {
        await using var bot = await StartAsync(new() { ["https://x/1"] = content });
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.StartsWith(said, TestBot.WordsOf(await GivenAsync(bot, TestBot.Rita, name)), StringComparison.Ordinal);
        Assert.Empty(await AllAsync(bot));
    }

    [Theory]
    [InlineData("a.docx", true)]
    [InlineData("a.csv", false)]
    public async Task Office_by_its_parts_and_text_are_kept(string name, bool zipped)
    {
        await using var bot = await StartAsync(
            new() { ["https://x/1"] = zipped ? Zip("[Content_Types].xml", "word/document.xml") : Encoding.UTF8.GetBytes("供应商;Acme\r\n") }
        );
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Contains(name, (await DroppedAsync(bot, TestBot.Rita, name)).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x/2", "I couldn't get this file")]
    [InlineData("https://x/broken", "I couldn't get this file")]
    [InlineData("", "I couldn't get this file")]
    public async Task A_file_that_vanishes_or_breaks_off_is_said_to_be_missing(string address, string said)
    {
        await using var bot = await StartAsync(new() { ["https://x/1"] = Report });
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var answer = await bot.GiveAsync(bot.Personal(TestBot.Rita, new Request.GiveFile("a.pdf", address)) with { AnswersInPlace = true });
        Assert.StartsWith(said, TestBot.WordsOf(answer), StringComparison.Ordinal);
        Assert.Empty(await AllAsync(bot));
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_file()
    {
        await using var bot = await StartAsync(new() { ["https://x/1"] = Report });
        Assert.StartsWith(
            "I can add a file to",
            TestBot.WordsOf(await GivenAsync(bot, TestBot.Rita, "a.pdf", "t1")),
            StringComparison.Ordinal
        );
        await GivenAsync(bot, TestBot.Rita, "a.pdf", "t1");
        Assert.Single(await AllAsync(bot));
    }

    /// <summary>Each is kept and asked about on a card of its own; what cannot be kept is named with its reason.</summary>
    [Fact]
    public async Task Several_at_once_are_kept_and_asked_about_one_by_one()
    {
        await using var bot = await StartAsync(new() { ["https://x/1"] = Report, ["https://x/2"] = [.. Report, 1] });
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var before = bot.Channel.In($"a:{TestBot.Rita.Id}").Count();
        var several = new Request.GiveFile("a.pdf", "https://x/1")
        {
            Others = [("b.pdf", "https://x/2"), ("c.exe", "https://x/1"), ("d.pdf", "https://x/gone")],
            Words = "These came today.",
        };
        for (var delivery = 0; delivery < 2; delivery++)
            await bot.GiveAsync(bot.Personal(TestBot.Rita, several, "t1"));
        Assert.Equal(["a.pdf", "b.pdf"], (await AllAsync(bot)).Select(file => file.File.Name).Order());
        var said = bot.Channel.In($"a:{TestBot.Rita.Id}").Skip(before).Take(3).Select(message => message.Text).ToList();
        Assert.Matches("(?s)c\\.exe.*I keep PDF.*d\\.pdf.*I couldn't get this file", said[0]);
        Assert.Contains("Which supplier is “a.pdf” about?", said[1], StringComparison.Ordinal);
        Assert.Contains("but not the words beside it", said[1], StringComparison.Ordinal);
        Assert.Contains("Which supplier is “b.pdf” about?", said[2], StringComparison.Ordinal);
        Assert.DoesNotContain("but not the words", said[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_ten_at_once_are_none()
    {
        await using var bot = await StartAsync(new() { ["https://x/1"] = Report });
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var many = new Request.GiveFile("0.pdf", "https://x/1")
        {
            Others = [.. Enumerable.Range(1, 10).Select(number => ($"{number}.pdf", "https://x/1"))],
        };
        var answer = await bot.GiveAsync(bot.Personal(TestBot.Rita, many) with { AnswersInPlace = true });
        Assert.StartsWith("Send up to 10 files at a time", TestBot.WordsOf(answer), StringComparison.Ordinal);
        Assert.Empty(await AllAsync(bot));
        await bot.GiveAsync(bot.Personal(TestBot.Rita, many with { Others = [.. many.Others.Skip(1)] }));
        Assert.Equal(10, (await AllAsync(bot)).Count);
    }

    /// <summary>As one of the platform's own addresses would answer.</summary>
    private sealed class Platform : Dictionary<string, byte[]>, IFileSource
    {
        public string Channel => "teams";

        public Task<Stream?> OpenAsync(string address, CancellationToken cancellation) =>
            address.EndsWith("broken", StringComparison.Ordinal)
                ? throw new HttpRequestException("cut")
                : Task.FromResult<Stream?>(TryGetValue(address, out var content) ? new MemoryStream(content) : null);
    }

    private static async Task<TestBot> StartAsync(Platform platform)
    {
        var bot = await TestBot.StartAsync();
        bot.Beside = services => services.AddSingleton<IFileSource>(platform);
        await bot.RestartAsync();
        return bot;
    }

    private static Task<TurnAnswer> GivenAsync(TestBot bot, Person person, string name, string? turn = null) =>
        bot.GiveAsync(bot.Personal(person, new Request.GiveFile(name, "https://x/1"), turn) with { AnswersInPlace = true });

    private static async Task<View.Entries> DroppedAsync(TestBot bot, Person person, string name) =>
        Assert.IsType<View.Entries>(Assert.IsType<TurnAnswer.Card>(await GivenAsync(bot, person, name)).View);

    private static async Task<View> PressedAsync(TestBot bot, Person person, CardStamp stamp, Button button) =>
        Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(person, stamp, button.Verb, button.Target)).View;

    private static async Task<int> SweptAsync(TestBot bot)
    {
        var swept = 0;
        await foreach (var gone in bot.The<OrphanFiles>().SweepAsync(CancellationToken.None))
            swept += gone;
        return swept;
    }

    private static async Task<List<KeptFile>> AllAsync(TestBot bot)
    {
        var all = new List<KeptFile>();
        await foreach (var file in bot.The<IFileStore>().AllAsync(CancellationToken.None))
            all.Add(file);
        return all;
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
                zip.CreateEntry(name);
        }
        return bytes.ToArray();
    }
}
