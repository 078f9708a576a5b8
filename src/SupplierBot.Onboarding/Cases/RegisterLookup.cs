namespace SupplierBot.Onboarding;

/// <summary><c>can I use X</c> and <c>find X</c>: answered from the register, the same for everybody. Never a yes on a guess.</summary>
internal static class RegisterLookup
{
    public static Outcome CanIUse(string name, Desk desk, Context context, Policy policy)
    {
        if (SupplierNames.Normalise(name).Length == 0) return Asks(context);
        if (desk.SameName.Count > 0) return Outcome.Say(EntryCard.Of(desk.SameName, policy, context));
        var guesses = desk.Found.Select(entry => entry.Supplier).Distinct().Take(SupplierNames.MostGuesses).ToList();
        return guesses.Count == 0 ? NotFound(name, context) : DidYouMean(name, guesses, context);
    }

    public static Outcome Find(string text, int from, Desk desk, Context context, Policy policy)
    {
        if (SupplierNames.Normalise(text).Length == 0) return Asks(context);
        if (desk.Found.Count == 0) return NotFound(text, context);
        var rows = desk.Found.Select(entry => new ListRow("", entry.Id, entry.Supplier, EntryCard.Words(entry, policy, context))).ToList();
        return Outcome.Say(ListCard.Show(context.Wording.Fill("list.find_title", ("text", Texts.Clip(text, 60))), "", new(rows, desk.Ends), from, $"find {text}", [], context));
    }

    private static Outcome NotFound(string name, Context context)
    {
        var words = context.Wording.Fill("entry.not_found", ("name", Texts.Clip(name, 200)));
        return Say(words, context, [New(name, context)]);
    }

    private static Outcome DidYouMean(string name, IReadOnlyList<string> guesses, Context context)
    {
        var words = context.Wording.Fill("entry.did_you_mean", ("names", string.Join(", ", guesses)));
        return Say(words, context, [.. guesses.Select(guess => new Button(Texts.Clip(guess, 40), "say", Says: $"can I use {guess}")), New(name, context)]);
    }

    private static Outcome Asks(Context context) => Say(context.Wording["entry.which"], context, []);

    private static Button New(string name, Context context) => new(context.Wording["button.new"], "say", Says: $"new {name}");

    private static Outcome Say(string words, Context context, IReadOnlyList<Button> buttons) =>
        Outcome.Say(new View.Notice("", [new Line(words)]) { Plain = Texts.Clip(words, 120), Buttons = buttons });
}
