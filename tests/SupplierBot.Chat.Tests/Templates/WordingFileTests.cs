using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

public sealed class WordingFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wording-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("{", "line 1, column 2: not valid JSON: it ends too early")]
    [InlineData("[]", "Restore the file")]
    [InlineData("""{ "a": { "b": 7 } }""", "`a.b` is no sentence.")]
    [InlineData("""{ "a": "x", "a": "y" }""", "'a'")]
    [InlineData("{}", "`approve.one_more`, ")]
    public void It_is_reported_with_file_place_and_remedy(string text, string words)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "wording.en.json"), text);
        var fault = Assert.Throws<CardFileException>(() => WordingFile.Read(folder.FullName));
        Assert.StartsWith(Path.Combine(folder.FullName, "wording.en.json") + ": ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains("release", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_it_is_reported() =>
        Assert.Contains(
            "or correct Cards:Path",
            Assert.Throws<CardFileException>(() => WordingFile.Read(folder.FullName)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Other_words_and_a_byte_order_mark_are_welcome()
    {
        var shipped = File.ReadAllText(Path.Combine(Repository.Root, "cards", "wording.en.json"));
        File.WriteAllText(
            Path.Combine(folder.FullName, "wording.en.json"),
            shipped.Replace("\"Approve\"", "\"Yes\"", StringComparison.Ordinal),
            new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        Assert.Equal("Yes", WordingFile.Read(folder.FullName)["button.approve"]);
    }

    [Fact]
    public void A_channel_without_a_file_says_what_all_say() => Assert.Same(Shared, WordingFile.ReadOf("pigeon", folder.FullName, Shared));

    [Fact]
    public void A_channel_says_its_own_sentences_and_the_others_as_all_do()
    {
        Write("""{ "button": { "approve": "Coo" }, "card.check": "For" }""");
        var own = WordingFile.ReadOf("pigeon", folder.FullName, Shared);
        Assert.Equal(("Coo", "For", Shared["button.reject"]), (own["button.approve"], own["card.check"], own["button.reject"]));
        Assert.Equal(Shared.Keys.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
        Assert.NotEqual("Coo", Shared["button.approve"]);
        Assert.Same(Shared, WordingFile.ReadOf("horse", folder.FullName, Shared));
    }

    [Fact]
    public void Sentences_that_no_channel_says_are_all_told()
    {
        Write("""{ "button.aprove": "Coo", "button.approve": "Coo", "pigeon": { "coo": "Coo" } }""");
        var faults = Assert.Throws<CardFileException>(() => WordingFile.ReadOf("pigeon", folder.FullName, Shared)).Faults;
        Assert.Equal(
            [$"{Own}: `button.aprove` is no sentence of wording.en.json.", $"{Own}: `pigeon.coo` is no sentence of wording.en.json."],
            faults
        );
    }

    [Theory, InlineData("story.submitted"), InlineData("roles.story_given"), InlineData("clock.name")]
    public void What_is_saved_as_it_was_said_is_the_same_on_every_channel(string key)
    {
        Write($$"""{ "{{key}}": "Coo" }""");
        var fault = Assert.Throws<CardFileException>(() => WordingFile.ReadOf("pigeon", folder.FullName, Shared));
        Assert.StartsWith($"{Own}: `{key}` is stored as it is said", fault.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("{", "line 1, column 2"), InlineData("""{ "button.approve": 7 }""", "`button.approve` is no sentence.")]
    public void A_broken_file_of_a_channel_is_told(string text, string words)
    {
        Write(text);
        var fault = Assert.Throws<CardFileException>(() => WordingFile.ReadOf("pigeon", folder.FullName, Shared));
        Assert.StartsWith(Own + ": ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains("Correct or remove the file.", fault.Message, StringComparison.Ordinal);
    }

    private static Wording Shared => ShippedCards.Wording;

    private string Own => Path.Combine(folder.FullName, "wording.pigeon.en.json");

    private void Write(string text) => File.WriteAllText(Own, text);
}
