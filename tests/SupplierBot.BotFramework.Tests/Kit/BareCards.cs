using SupplierBot.BotFramework.Cards;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>Cards with nothing in them, where a test is about what is around them.</summary>
internal static class BareCards
{
    public const string Json = """{"type":"AdaptiveCard"}""";

    public static TeamsCards Cards(params (string Key, string Sentence)[] sentences)
    {
        var folder = Directory.CreateTempSubdirectory("bare-cards-");
        var templates = folder.CreateSubdirectory("teams");
        foreach (var view in CardTemplates.Views)
            File.WriteAllText(Path.Combine(templates.FullName, $"{CardTemplates.NameOf(view)}.json"), Json);
        var cards = TeamsCards.Load(folder.FullName, new(sentences.ToDictionary(pair => pair.Key, pair => pair.Sentence)));
        folder.Delete(recursive: true);
        return cards;
    }

    public static View.Notice Notice(string words) => new("", [new(words)]) { Plain = words };

    public static View.Form Form(string plain) => new("", [], "", [], "") { Plain = plain };

    public static View.Entry Entry(string plain) => new(plain, []) { Plain = plain };
}
