namespace SupplierBot.Onboarding;

/// <summary><c>can I use X</c> and <c>find X</c>: answered from the register, the same for everybody. Never a yes on a guess.</summary>
internal static class RegisterLookup
{
    public static Outcome CanIUse(string name, Desk desk, Context context, Policy policy)
    {
        if (SupplierNames.Identity(name).Length == 0) return Asks(context);
        if (desk.SameName.Count > 0) return Outcome.Say(EntryCard.Of(desk.SameName, policy, context));
        var guesses = desk.Found.Select(entry => entry.Supplier).Distinct().Take(SupplierNames.MostGuesses).ToList();
        return guesses.Count == 0 ? NotFound(name, context) : DidYouMean(name, guesses, context);
    }

    public static Outcome Find(string text, int from, Desk desk, Context context, Policy policy)
    {
        if (SupplierNames.Identity(text).Length == 0) return Asks(context);
        if (desk.Found.Count == 0) return NotFound(text, context);
        var rows = desk.Found.Select(entry => new ListRow("", entry.Id, entry.Supplier, EntryCard.Words(entry, policy, context))).ToList();
        return Outcome.Say(ListCard.Show(context.Wording.Fill("list.find_title", ("text", Texts.Clip(text, 60))), "", new(rows, desk.Ends), from, $"find {text}", [], context));
    }

    /// <summary>While somebody types: the lines that fit so far, and words only where there is none to show.</summary>
    public static Outcome Search(Input.Searched searched, Desk desk, Context context, Policy policy)
    {
        if (searched.Text.Length > SupplierNames.Longest) return Say(context.Wording.Fill("search.too_long", ("max", CaseWords.Number(SupplierNames.Longest))), context, []);
        if (desk.Found.Count > 0 || searched.Skip > 0) return new() { Answer = null, Hits = [.. desk.Found.Select(entry => HitOf(entry, policy, context))] };
        var typed = Texts.Clip(TypedText.OneLine(searched.Text), 60);
        return Say(typed.Length == 0 ? context.Wording["search.empty"] : context.Wording.Fill("search.nothing", ("text", typed)), context, []);
    }

    /// <summary>Without a button: the bot is not in the conversation where it ends up.</summary>
    private static Hit HitOf(RegisterEntry entry, Policy policy, Context context) => new(
        Texts.Clip(TypedText.OneLine(entry.Service.Length == 0 ? entry.Supplier : $"{entry.Supplier} · {entry.Service}"), 100),
        EntryCard.Words(entry, policy, context),
        EntryCard.Of([entry], policy, context) with { Buttons = [] });

    private static Outcome NotFound(string name, Context context)
    {
        var words = context.Wording.Fill("entry.not_found", ("name", Texts.Clip(name, 200)));
        return Say(words, context, [New(name, context)]);
    }

    private static Outcome DidYouMean(string name, IReadOnlyList<string> guesses, Context context)
    {
        var words = context.Wording.Fill("entry.did_you_mean", ("names", string.Join(", ", guesses)));
        return Say(words, context, [.. guesses.Select(guess => new Button(Texts.Clip(guess, 40), "say", Says: Asked(guess))), New(name, context)]);
    }

    /// <summary>In quotes where the end of the name would be taken for the end of the sentence.</summary>
    private static string Asked(string name) =>
        Command.Parse($"can I use {name}") is Command.CanIUse read && SupplierNames.Same(read.Name, name) ? $"can I use {name}" : $"can I use “{name}”";

    private static Outcome Asks(Context context) => Say(context.Wording["entry.which"], context, []);

    private static Button New(string name, Context context) => new(context.Wording["button.new"], "say", Says: $"new {name}");

    private static Outcome Say(string words, Context context, IReadOnlyList<Button> buttons) =>
        Outcome.Say(new View.Notice("", [new Line(words)]) { Plain = Texts.Clip(words, 120), Buttons = buttons });
}
