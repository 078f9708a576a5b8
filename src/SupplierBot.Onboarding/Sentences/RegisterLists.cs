using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>"register high not ready": the lines of the register that somebody wants to see.</summary>
internal static class RegisterLists
{
    private const int MostButtons = 6;

    /// <summary>What most people look for, in this order, where nothing was asked for.</summary>
    private static readonly RegisterFilter[] Offered =
    [
        new() { Part = RegisterPart.InUse },
        new() { Part = RegisterPart.NotReady },
        new() { Tiers = [Tier.High, Tier.Critical] },
        new() { Due = RegisterDue.ThisQuarter },
    ];

    public static Outcome Show(Request.ListRegister listed, SentenceRequest request)
    {
        if (listed.Unread.Length > 0)
            return NotRead(listed.Unread, request.Context);
        if (listed.Filter.Type.Length > 0 && listed.Filter.Under(request.Policy).TypeIds.Count == 0)
            return NoSuchType(listed.Filter.Type, request);
        if (request.State.RegisterPage is not { Counts.All: > 0 } page)
            return request.Reply(
                request.Context.Wording[listed.Filter.IsNone ? "search.empty" : "register.none"],
                listed.Filter.IsNone ? [request.New()] : [Whole(request.Context), request.New(ButtonStyle.Plain)]
            );
        var command = RegisterWords.Command(listed.Filter);
        var card = ListCard.Show(
            Title(listed.Filter, request.Context),
            Small(page.Counts, listed.Filter, request),
            new(
                [.. page.Rows.Select(entry => Row(entry, request))],
                new(page.From, page.Counts.All - page.From - page.Rows.Count, GoesOn: false)
            ),
            page.From,
            command,
            request.Context
        );
        Button[] buttons = [.. card.Buttons, Download(listed.Filter, request), .. Others(listed.Filter, request)];
        return Outcome.Say(card with { Buttons = [.. buttons.Take(MostButtons)] });
    }

    private static Outcome NoSuchType(string typed, SentenceRequest request) =>
        request.Reply(
            [
                request.Context.Wording.Fill("register.no_type", ("words", SentenceRequest.Short(typed))),
                string.Join(" · ", request.Policy.Types.Select(type => type.Title)),
            ],
            CardStamp.None,
            Whole(request.Context)
        );

    /// <summary>The filter as it is read: "High · not ready yet · owner Priya Shah".</summary>
    public static string Words(RegisterFilter filter, Context context) =>
        string.Join(
            " · ",
            new[]
            {
                filter.Tiers.Count == 0
                    ? ""
                    : context.Wording.Fill(
                        "register.tiers",
                        ("tiers", string.Join("/", filter.Tiers.Select(tier => CaseTexts.Tier(tier, context))))
                    ),
                filter.Part is { } part ? context.Wording[$"register.part_{part}"] : "",
                filter.Due is { } due ? context.Wording[$"register.due_{due}"] : "",
                filter.Type.Length > 0 ? context.Wording.Fill("register.type", ("name", SentenceRequest.Short(filter.Type))) : "",
                filter.Owner.Length > 0 ? context.Wording.Fill("register.owner", ("name", SentenceRequest.Short(filter.Owner))) : "",
                filter.With.Length > 0 ? context.Wording.Fill("register.with", ("name", SentenceRequest.Short(filter.With))) : "",
            }.Where(words => words.Length > 0)
        );

    private static string Title(RegisterFilter filter, Context context) =>
        filter.IsNone
            ? context.Wording["register.title"]
            : context.Wording.Fill("register.title_filtered", ("filter", Words(filter, context)));

    private static ListRow Row(RegisterEntry entry, SentenceRequest request) =>
        new(
            "",
            Rows.Entry(
                entry.Id,
                entry.Supplier,
                entry.KnownTier,
                EntryCard.Words(entry, request.Policy, request.Context),
                "button.open",
                request.Context
            )
        );

    /// <summary>How many there are is for everybody; of which tier and in which state is for those who may read every request.</summary>
    private static string Small(RegisterCounts counts, RegisterFilter filter, SentenceRequest request)
    {
        var all = request.Count("register.count", counts.All);
        if (!request.Context.Roles.ReadsEverything(request.Actor.Id))
            return all;
        var tiers = Enum.GetValues<Tier>()
            .Reverse()
            .Where(tier => counts.Of(tier) > 0)
            .Select(tier => $"{CaseTexts.Number(counts.Of(tier))} {CaseTexts.Tier(tier, request.Context)}");
        var parts = Enum.GetValues<RegisterPart>()
            .Where(part => counts.Of(part) > 0)
            .Select(part => $"{CaseTexts.Number(counts.Of(part))} {request.Context.Wording[$"register.part_{part}"]}");
        // What was asked for is the same for all of them.
        var depends = request.State.Concentration is { Providers: [var use] } known
            ? ConcentrationTexts.Line(use, but: null, known.Critical, request.Context)
            : null;
        string[] shown = [filter.Tiers.Count == 1 ? "" : string.Join(", ", tiers), filter.Part is null ? string.Join(", ", parts) : ""];
        return string.Join(
            ' ',
            [all, .. shown.Where(words => words.Length > 0).Select(words => $"{words}."), .. depends is null ? [] : new[] { depends }]
        );
    }

    private static IEnumerable<Button> Others(RegisterFilter filter, SentenceRequest request) =>
        filter.IsNone ? Offered.Select(offered => Saying(Capitalised(Words(offered, request.Context)), offered)) : [Whole(request.Context)];

    private static Button Download(RegisterFilter filter, SentenceRequest request) =>
        request.Says("register.download", ExportPhrases.Command(new ExportOrder.Register(filter, ExportFormat.Excel)));

    private static Button Whole(Context context) => Saying(context.Wording["register.whole"], RegisterFilter.None);

    private static Button Saying(string label, RegisterFilter filter) => new(label, Verbs.Say, Says: RegisterWords.Command(filter));

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>"register Acme": nothing is listed for half of what was asked, and the words may be a supplier.</summary>
    public static Outcome NotRead(string unread, Context context)
    {
        var name = SentenceRequest.Short(unread);
        var words = context.Wording.Fill("register.unread", ("words", name));
        return Outcome.Say(
            new View.Notice("", [new LabelledText(words), new LabelledText(context.Wording["register.filters"])])
            {
                Plain = Texts.Clip(words, 120),
                Buttons =
                [
                    new(context.Wording["register.find"], Verbs.Say, Says: RequestReader.Saying("find", name)),
                    new(context.Wording["register.request"], Verbs.Say, Says: RequestReader.Saying("new", name)),
                    Whole(context),
                ],
            }
        );
    }
}
