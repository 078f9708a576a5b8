using SupplierBot.Chat.Templates;

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
}
