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
        return asked.Exact.Count == 0 ? Asks(context)
            : state.SameName.Count > 0 ? Outcome.Say(EntryCard.Answer(state.SameName, state.Usable, policy, context))
            : NameAnswers.Unsure(asked, state, context);
    }

    /// <summary>The answer of the register, with the way to the entry for those who see more of it.</summary>
    public static Outcome Known(IReadOnlyList<RegisterEntry> entries, SentenceRequest request)
    {
        var card = EntryCard.Answer(entries, request.State.Usable, request.Policy, request.Context);
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
            return NameAnswers.NotFound(AskedSupplier.Read(text), context);
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
            Texts.Clip(TypedText.OneLine(EntryNames.Shown(entry)), 100),
            EntryCard.Words(entry, policy, context),
            EntryCard.Of([entry], policy, context) with
            {
                Buttons = [],
            }
        );

    private static Outcome Asks(Context context) => Say(context.Wording["entry.which"], context, []);

    private static Outcome Say(string words, Context context, IReadOnlyList<Button> buttons) =>
        Outcome.Say(new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120), Buttons = buttons });
}
