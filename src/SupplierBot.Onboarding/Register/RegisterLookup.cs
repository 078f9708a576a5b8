using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary><c>can I use X</c> and <c>find X</c>: answered from the register, the same for everybody. Never a yes on a guess.</summary>
internal static class RegisterLookup
{
    public static Outcome CanIUse(string name, TurnState state, Context context, Policy policy)
    {
        var asked = AskedSupplier.Read(name);
        if (asked.Exact.Count == 0)
            return Asks(context);
        if (state.SameName.Count > 0)
            return Outcome.Say(EntryCard.WithLimits(state.SameName, policy, context));
        var guesses = state.Found.Select(entry => entry.Supplier).Distinct().Take(SupplierNames.MostGuesses).ToList();
        return guesses.Count == 0 ? NotFound(asked, context) : DidYouMean(asked, guesses, context);
    }

    /// <summary>The answer of the register, with the way to the entry for those who see more of it.</summary>
    public static Outcome Known(IReadOnlyList<RegisterEntry> entries, SentenceRequest request)
    {
        var card = EntryCard.WithLimits(entries, request.Policy, request.Context);
        var opens =
            entries is [var only]
            && (request.Context.Roles.ReadsEverything(request.Actor.Id) || request.Context.Roles.Same(only.Owner.Id, request.Actor.Id));
        if (!opens)
            return request.Show(card);
        var buttons = card.Buttons.Append(request.OpenCase(entries[0].Id));
        return request.Show(card with { Buttons = [.. buttons, .. Clauses(entries[0], request)] });
    }

    /// <summary>Of what is approved, where somebody keeps what is agreed.</summary>
    private static Button[] Clauses(RegisterEntry entry, SentenceRequest request) =>
        entry.AgreementsUnrecorded || entry.Status == EntryStatus.Legacy || entry.Status.IsUndecided()
            ? []
            : [SentenceRequest.Named(request.Say("button.clauses"), $"contract points {entry.Id}")];

    public static Outcome Find(string text, int from, TurnState state, Context context, Policy policy)
    {
        if (SupplierNames.Identity(text).Length == 0)
            return Asks(context);
        if (state.Found.Count == 0)
            return NotFound(AskedSupplier.Read(text), context);
        var rows = state
            .Found.Select(entry => new ListRow(
                "",
                Rows.Entry(entry.Id, entry.Supplier, entry.KnownTier, EntryCard.Words(entry, policy, context), "button.open", context)
            ))
            .ToList();
        return Outcome.Say(
            ListCard.Show(
                context.Wording.Fill("list.find_title", ("text", Texts.Clip(text, 60))),
                "",
                new(rows, state.Ends),
                from,
                RequestReader.Saying("find", text),
                context
            )
        );
    }

    /// <summary>While somebody types: the lines that fit so far, and words only where there is none to show.</summary>
    public static Outcome Search(Request.BrowseRegister browsed, TurnState state, Context context, Policy policy)
    {
        if (browsed.Text.Length > SupplierNames.Longest)
            return Say(context.Wording.Fill("search.too_long", ("max", CaseTexts.Number(SupplierNames.Longest))), context, []);
        if (state.Found.Count > 0 || browsed.Skip > 0)
            return new() { Answer = null, Hits = [.. state.Found.Select(entry => HitOf(entry, policy, context))] };
        var typed = Texts.Clip(TypedText.OneLine(browsed.Text), 60);
        return Say(
            typed.Length == 0 ? context.Wording["search.empty"] : context.Wording.Fill("search.nothing", ("text", typed)),
            context,
            []
        );
    }

    /// <summary>Without a button: the bot is not in the conversation where it ends up.</summary>
    private static Hit HitOf(RegisterEntry entry, Policy policy, Context context) =>
        new(
            Texts.Clip(TypedText.OneLine(entry.Service.Length == 0 ? entry.Supplier : $"{entry.Supplier} · {entry.Service}"), 100),
            EntryCard.Words(entry, policy, context),
            EntryCard.Of([entry], policy, context) with
            {
                Buttons = [],
            }
        );

    /// <summary>That a name is not on the register is said of a name alone; of a sentence, which name is meant is asked.</summary>
    public static Outcome NotFound(AskedSupplier asked, Context context)
    {
        var words = context.Wording.Fill(
            asked.OnlyName ? "entry.not_found" : "entry.not_understood",
            ("name", Texts.Clip(asked.Name, 200))
        );
        return Say(words, context, [New(asked, context)]);
    }

    public static Outcome DidYouMean(AskedSupplier asked, IReadOnlyList<string> guesses, Context context)
    {
        var words = context.Wording.Fill("entry.did_you_mean", ("names", string.Join(", ", guesses)));
        return Say(
            words,
            context,
            [
                .. guesses.Select(guess => new Button(Texts.Clip(guess, 40), Verbs.Say, Says: RequestReader.Saying("can I use", guess))),
                New(asked, context),
            ]
        );
    }

    private static Outcome Asks(Context context) => Say(context.Wording["entry.which"], context, []);

    /// <summary>With the whole name; with none where the words are too many for one.</summary>
    private static Button New(AskedSupplier asked, Context context)
    {
        var says = RequestReader.Saying("new", asked.Name);
        return new(
            context.Wording["button.new"],
            Verbs.Say,
            Says: RequestReader.Parse(says) is Request.StartDraft { Name.Length: > 0 } ? says : "new"
        );
    }

    private static Outcome Say(string words, Context context, IReadOnlyList<Button> buttons) =>
        Outcome.Say(new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120), Buttons = buttons });
}
