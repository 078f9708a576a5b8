using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Cards;

internal static partial class RealViews
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("Pneumonoultramicroscopicsilicovolcanoconiosis", 4));

    /// <summary>Answers about names: what may be used and what instead, who makes a product, and the passport to forward.</summary>
    public static IEnumerable<(string Name, View View)> Names()
    {
        var catalogue = DefaultCatalogue.With([]);
        var line = NamedRegister.Line(31, "OpenAI", "ChatGPT Enterprise, annual plan", "openai.com") with
        {
            Restrictions = ["Only with the company's account.", "No customer data."],
            OpenConditions = ["Switch off training."],
            Status = EntryStatus.ActiveConditional,
        };
        var shut = line with { Id = "SUP-0032", Status = EntryStatus.Suspended };
        var lengthy = line with { Supplier = Long, Service = $"{Long}, {Long}", Purpose = Long + Long };
        IReadOnlyList<UsableEntry> usable = [new("SUP-0001", "Acme Notes", "Notes", null), new("SUP-0002", Long, Long, null)];
        yield return ("names-usable", Answered("can I use OpenAI", new() { SameName = [line] }));
        yield return ("names-instead", Answered("can I use OpenAI", new() { SameName = [shut], Usable = usable }));
        yield return (
            "names-product",
            Answered(
                "can I use ChatGPT",
                new()
                {
                    Products = catalogue.Named("ChatGPT"),
                    ProductsNamed = true,
                    SameMaker = [line],
                    Usable = usable,
                }
            )
        );
        yield return (
            "names-several",
            Answered("can I use Copilot", new() { Products = catalogue.Named("Copilot"), ProductsNamed = true })
        );
        yield return ("names-typo", Answered("can I use Grammerly", new() { Products = catalogue.Like("Grammerly", 3) }));
        yield return ("names-guess", Answered("can I use openai inc", new() { Found = [line, shut, lengthy] }));
        yield return ("names-purpose", Answered("what can I use for notes", new() { Usable = usable }));
        foreach (var (name, entry) in new[] { ("passport", line), ("passport-long", lengthy) })
            yield return (name, Answered("passport SUP-0031", new() { Entry = entry }));
    }

    private static View Answered(string text, TurnState state) =>
        CaseDecider.Handle(state, RequestReader.Typed(text), new(Rita, true), Policy, Context).Answer!;
}
