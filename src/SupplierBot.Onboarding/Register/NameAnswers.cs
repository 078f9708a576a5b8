using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// What is said of a name that is not on the register: whom it may mean, who makes a product of that name, what may be used instead. All of
/// it is a question or a fact, never a yes.
/// </summary>
internal static class NameAnswers
{
    private const int MostButtons = 5;
    private const int LongestButton = 40;
    private const int LongestName = 60;

    /// <summary>Where no entry has the name.</summary>
    public static Outcome Unsure(AskedSupplier asked, TurnState state, Context context) =>
        state.Products.Count > 0 ? OfProducts(asked, state, context)
        : state.Found.Count > 0 ? DidYouMean(asked, state, context)
        : NotFound(asked, context);

    /// <summary>That a name is not on the register is said of a name alone; of a sentence, which name is meant is asked.</summary>
    public static Outcome NotFound(AskedSupplier asked, Context context) =>
        Say(
            [context.Wording.Fill(asked.OnlyName ? "entry.not_found" : "entry.not_understood", ("name", Texts.Clip(asked.Name, 200)))],
            context,
            [New(asked.Name, context)]
        );

    private static Outcome DidYouMean(AskedSupplier asked, TurnState state, Context context)
    {
        var meant = Meant(state.Found, asked);
        return Say(
            [context.Wording.Fill("entry.did_you_mean", ("names", Joined(meant)))],
            context,
            [.. meant.Select(Ask), New(asked.Name, context)]
        );
    }

    /// <summary>Who makes it, what of theirs is on the register, and what else may be used.</summary>
    private static Outcome OfProducts(AskedSupplier asked, TurnState state, Context context)
    {
        var entries = Meant([.. state.SameMaker.Concat(state.Found)], asked);
        var several = state.Products.Count > 1;
        var product = state.Products[0];
        List<string> lines = [];
        if (
            several
            || !state.ProductsNamed
            || !SupplierNames.Resemble(product.Name, product.Maker)
            || !SupplierNames.Resemble(product.Name, asked.Name)
        )
            lines.Add(Fact(asked, state, context));
        if (entries.Count > 0)
            lines.Add(context.Wording.Fill("product.on_register", ("names", Joined(entries)), ("product", NameOf(asked, state))));
        else if (state.ProductsNamed && !several)
            lines.Add(context.Wording.Fill("entry.not_found", ("name", NameOf(asked, state))));
        if (state.Usable.Count > 0)
            lines.Add(context.Wording.Fill("product.instead", ("names", string.Join(", ", state.Usable.Select(Short)))));
        return Say(
            lines,
            context,
            [
                .. entries.Select(Ask),
                .. several || !state.ProductsNamed
                    ? state.Products.Where(one => !SupplierNames.Same(one.Name, asked.Name)).Select(one => Ask((one.Name, one.Name)))
                    : [],
                New(several || !state.ProductsNamed ? asked.Name : product.Name, context),
            ]
        );
    }

    private static string Fact(AskedSupplier asked, TurnState state, Context context)
    {
        var product = state.Products[0];
        if (!state.ProductsNamed)
            return context.Wording.Fill("product.did_you_mean", ("names", string.Join(", ", state.Products.Select(WithMaker))));
        if (state.Products.Count > 1)
            return context.Wording.Fill(
                "product.several",
                ("name", Texts.Clip(asked.Name, LongestName)),
                ("names", string.Join(", ", state.Products.Select(WithMaker)))
            );
        var key =
            SupplierNames.Resemble(product.Name, asked.Name) ? "product.made_by"
            : SupplierNames.Resemble(product.Maker, asked.Name) ? "product.of_maker"
            : "product.known_as";
        return context.Wording.Fill(
            key,
            ("name", Texts.Clip(asked.Name, LongestName)),
            ("product", product.Name),
            ("maker", product.Maker)
        );
    }

    private static string NameOf(AskedSupplier asked, TurnState state) =>
        state is { ProductsNamed: true, Products: [var only] } ? only.Name : Texts.Clip(asked.Name, LongestName);

    private static string WithMaker(Product product) =>
        SupplierNames.Resemble(product.Name, product.Maker) ? product.Name : $"{product.Name} ({product.Maker})";

    /// <summary>The name to ask with, and as it is shown: a product with its supplier.</summary>
    private static IReadOnlyList<(string Name, string Shown)> Meant(IReadOnlyList<RegisterEntry> entries, AskedSupplier asked)
    {
        var meant = entries
            .Select(entry => (Name: EntryNames.Nearest(entry, asked.Name), entry.Supplier))
            .DistinctBy(one => (SupplierNames.Identity(one.Name), SupplierNames.Identity(one.Supplier)))
            .Take(SupplierNames.MostGuesses)
            .ToList();
        return
        [
            .. meant.Select(one =>
                (
                    // Where several suppliers have it, the supplier says which.
                    meant.Count(other => SupplierNames.Same(other.Name, one.Name)) > 1
                        ? $"{one.Supplier} {one.Name}"
                        : one.Name,
                    Texts.Clip(Shown(one.Name, one.Supplier), LongestName)
                )
            ),
        ];
    }

    private static string Shown(string name, string supplier) =>
        SupplierNames.Plain(name).StartsWith(SupplierNames.Plain(supplier), StringComparison.Ordinal) ? name : $"{name} ({supplier})";

    private static string Joined(IReadOnlyList<(string Name, string Shown)> meant) => string.Join(", ", meant.Select(one => one.Shown));

    private static string Short(UsableEntry entry) => Texts.Clip(TypedText.OneLine(entry.Name), LongestName);

    private static Button Ask((string Name, string Shown) meant) =>
        new(Texts.Clip(meant.Shown, LongestButton), Verbs.Say, Says: RequestReader.Saying("can I use", meant.Name));

    /// <summary>With the whole name; with none where the words are too many for one.</summary>
    private static Button New(string name, Context context)
    {
        var says = RequestReader.Saying("new", name);
        return new(
            context.Wording["button.new"],
            Verbs.Say,
            Says: RequestReader.Parse(says) is Request.StartDraft { Name.Length: > 0 } ? says : "new"
        );
    }

    private static Outcome Say(IReadOnlyList<string> lines, Context context, IReadOnlyList<Button> buttons) =>
        Outcome.Say(
            new View.Notice("", [.. lines.Select(line => new LabelledText(line))])
            {
                Plain = Texts.Clip(lines[0], 120),
                Buttons = [.. buttons.DistinctBy(button => button.Says).TakeLast(MostButtons)],
            }
        );
}
