using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Words with no shape may be the name of a supplier and nothing else.</summary>
public static class NameAlone
{
    private const int MostWords = 4;

    /// <summary>Few words, of which none belongs into a sentence: worth a look at the register.</summary>
    public static bool MayBe(string text) =>
        CommandText.Words(text) is { Count: > 0 and <= MostWords } words
        && words.Any(word => word.Plain.Length > 1)
        && AskedSupplier.Read(text).OnlyName;

    internal static Outcome Handle(string text, SentenceRequest request)
    {
        if (!MayBe(text))
            return NotUnderstood.Of(request);
        if (request.State.SameName.Count > 0)
            return RegisterLookup.Known(request.State.SameName, request);
        var asked = AskedSupplier.Read(text);
        return request.Near.Count > 0 || request.State.SameMaker.Count > 0 ? NameAnswers.Unsure(asked, request.State, request.Context)
            : LooksLikeOne(text) ? Unknown(asked.Name, request)
            : NotUnderstood.Of(request);
    }

    private static Outcome Unknown(string name, SentenceRequest request) =>
        request.Reply(
            request.Say("talk.want", ("name", SentenceRequest.Short(name))),
            request.Says("talk.start_button", NewSupplier.Saying(name), Views.ButtonStyle.Main),
            request.Says("talk.search_register_button", "find"),
            request.Cancel
        );

    /// <summary>People write names with a capital; "asdfgh" is none.</summary>
    private static bool LooksLikeOne(string text) =>
        CommandText
            .Words(text)
            .All(word => word.Typed.FirstOrDefault(char.IsLetterOrDigit) is var first && (char.IsUpper(first) || char.IsDigit(first)))
        && text.Any(char.IsLetter);
}
