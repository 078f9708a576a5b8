using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Views.FieldKind;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>
/// One view of every kind, with the texts of the onboarding of Acme Notes: sample data of the templates, linted and photographed.
/// </summary>
public static partial class SampleViews
{
    private static readonly CardStamp DraftStamp = CardStamp.OfDraft("d-7f3a", "reach", 4);
    private static readonly CardStamp CaseStamp = CardStamp.OfCase("REQ-2026-0012", "review-security", 2);

    public static IReadOnlyList<View> All(SampleTexts s) =>
        [
            Notice(s),
            Page(s),
            TextPage(s),
            Form(s),
            Summary(s),
            Receipt(s),
            Review(s),
            Deciding(s),
            Decided(s),
            Entry(s),
            Entries(s),
            .. new[] { Form(s), Receipt(s), Deciding(s) }.Select(view => view with { Thanks = true }),
        ];

    public static View Notice(SampleTexts s) =>
        new View.Notice(
            s.Maybe("Hello Rita.", 80),
            s.Some<LabelledText>([
                new(s.Text("I help you get a supplier approved: AI tools, models, data, cloud, freelancers, and anything else we buy.")),
                new(s.Text("start a request"), s.Text("new Acme Notes", 60)),
                new(
                    s.Text(
                        "About three minutes. I ask a few plain questions, show how much checking is needed and why, and tell you who decides and by when."
                    )
                ),
            ]),
            s.Maybe("Already using something? Please add it too. Nobody is in trouble; it only needs to be on the list.")
        )
        {
            Plain = s.Text("Hello, I help you get a supplier approved", 120),
            Buttons =
            [
                new(s.Text("New request", 40), "say", Says: "new", Style: ButtonStyle.Main),
                new(s.Text("My requests", 40), "say", Says: "mine"),
                new(s.Text("What can I say?", 40), "say", Says: "help"),
            ],
        };

    public static View Page(SampleTexts s) =>
        new View.Page(
            s.Text("What they could reach", 24),
            s.Maybe("Acme Notes · step 3 of at most 6 · saved"),
            s.Maybe("Some things need a look."),
            [
                Field(s, "data", Several, "What could they see, hold or get? Tick all that apply.", DataChoices(s)) with
                {
                    Help = s.Maybe(
                        "Count what they could reach, also if they promise not to look. Numbers without names (three vegan lunches) are not personal."
                    ),
                    Error = s.Maybe("Please tick at least one. 'Not sure' is fine."),
                    Value = "confidential,personal",
                },
                Field(
                    s,
                    "stop",
                    One,
                    "If they stopped tomorrow, what would happen?",
                    [
                        new("little", s.Text("Little; we would manage", 75)),
                        new("slows", s.Text("Work gets slower over some days", 75)),
                        new("customers", s.Text("Our customers notice within hours", 75)),
                        new("not_sure", s.Text("Not sure", 75)),
                    ]
                ) with
                {
                    Value = "slows",
                },
            ],
            s.Maybe("Not sure is a fine answer. It may add a check, and we find out together.")
        )
        {
            Plain = s.Text("What they could reach", 120),
            Stamp = DraftStamp,
            Buttons = Foot(s, "Next"),
        };

    public static View TextPage(SampleTexts s) =>
        new View.Page(
            s.Text("About the supplier", 24),
            s.Maybe("Acme Notes · step 1 of at most 6 · saved"),
            "",
            [
                Field(s, "name", Text, "Supplier's name", []) with
                {
                    Value = s.Text("Acme-Notes (EU) v1.2_beta"),
                    Example = "Acme Notes",
                    Missing = s.Text("Please type the supplier's name."),
                },
                Field(s, "website", Text, "Website (optional)", []) with
                {
                    Required = false,
                    Missing = "",
                    Example = "acme.com",
                    Help = s.Maybe("acme.com is enough."),
                },
                Field(s, "purpose", LongText, "What will they do for you?", []) with
                {
                    Value = s.Text("Notes of our sales calls; 12 people in Sales.", 2000),
                    MaxLength = 2000,
                    Help = s.Maybe(
                        "One or two sentences: what goes in, what comes out, who uses it. No passwords, no names of people, please."
                    ),
                },
                Field(s, "start", Date, "When would you like to start? (optional)", []) with
                {
                    Required = false,
                    Missing = "",
                    Value = s.SaysOptional ? "2026-11-20" : "",
                },
            ],
            s.Maybe("Not sure is a fine answer. It may add a check, and we find out together.")
        )
        {
            Plain = s.Text("About the supplier", 120),
            Stamp = DraftStamp,
            Buttons = Foot(s, "Next"),
        };

    public static View Form(SampleTexts s) =>
        new View.Form(
            s.Text("Approve Acme Notes, if …", 80),
            s.Some<LabelledText>([
                new(s.Text("Up to three conditions; the first is needed.")),
                new(s.Text("Switch off training on our information."), s.Text("Suggested", 40)),
            ]),
            s.Maybe("Please write at least 10 letters or digits; Rita will read it."),
            [
                Field(s, "condition_text", LongText, "What must happen?", []) with
                {
                    MaxLength = 2000,
                    Value = s.Maybe("Switch off training on our information; keep proof.", 2000),
                },
                Field(
                    s,
                    "condition_when",
                    One,
                    "By when must it be done?",
                    [
                        new("before_use", s.Text("Before our information goes in", 75)),
                        new("by_date", s.Text("It may be used now; done by a date", 75)),
                    ]
                ) with
                {
                    Value = "before_use",
                },
                Field(s, "condition_due", Date, "By when?", []) with
                {
                    Value = "2026-12-17",
                },
            ],
            s.Maybe("Rita and Rita's team lead will read this.")
        )
        {
            Plain = s.Text("Approve Acme Notes with conditions", 120),
            Stamp = CaseStamp,
            Buttons =
            [
                new(s.Text("Approve with these", 24), "approve_conditions", Style: ButtonStyle.Main, Checks: true),
                new(s.Text("Back", 24), "review"),
            ],
        };

    public static View Entry(SampleTexts s) =>
        new View.Entry(
            s.Text("Acme Notes", 80),
            s.Some<LabelledText>([
                new(s.Text("Yes. Acme Notes is approved for AI app, up to confidential, personal. Owner Rita R., next review Nov 2028.")),
                new(s.Text("Another use or more sensitive information? Please ask again.")),
            ])
        )
        {
            Plain = s.Text("Acme Notes is approved", 120),
            Buttons = [new(s.Text("Open", 40), "open", "REQ-2026-0012"), new(s.Text("New request", 40), "say", Says: "new Acme Notes")],
        };

    public static View Entries(SampleTexts s) =>
        new View.Entries(
            s.Text("Reviews, week of Mon 23 Nov", 80),
            s.Maybe("Waiting 12 · overdue 2 · new 9 · decided 11 · usual time 2 working days"),
            s.Some<EntryGroup>([
                new(
                    s.Maybe("Overdue", 60),
                    [
                        Row(s, "Otter", "High · 9 working days · due Tue 17 Nov · 2 open · Sam"),
                        Row(s, "Scale AI", "Critical · 8 working days · due Wed 18 Nov · 0 open · CISO"),
                    ]
                ),
                new(s.Maybe("Waiting for us", 60), [Row(s, "Acme Notes", "Medium · 1 working day · due Fri 20 Nov · 3 open · security")]),
            ]),
            s.SaysOptional
                ? Field(
                    s,
                    "pick",
                    One,
                    "Pick one",
                    [
                        new("REQ-2026-0012", s.Text("Acme Notes · Medium · due Fri 20 Nov", 75)),
                        new("REQ-2026-0009", s.Text("Otter · High · due Tue 17 Nov", 75)),
                    ]
                )
                : null,
            s.Maybe("and 9 more", 60)
        )
        {
            Plain = s.Text("Reviews this week: 12 waiting, 2 overdue", 120),
            Buttons = s.Some([
                    new Button(s.Text("Open", 40), "open", Checks: true),
                    new(s.Text("I take it", 40), "claim", Checks: true),
                    new(s.Text("Remind", 40), "remind", Checks: true),
                    new(s.Text("Show more", 40), "next_page", "2"),
                ])
                .Take(6)
                .ToArray(),
        };

    private static LabelledText Row(SampleTexts s, string supplier, string rest) => new(s.Text(rest), s.Text(supplier, 80));

    private static Field Field(SampleTexts s, string id, FieldKind kind, string label, IReadOnlyList<FieldChoice> choices) =>
        new(
            id,
            kind,
            s.Text(label),
            "",
            "",
            true,
            s.Text(kind is One or Several ? "Please choose one." : "Please write one sentence.", 120),
            "",
            "",
            kind is Text or LongText ? 200 : 0,
            choices
        );

    private static IReadOnlyList<Button> Foot(SampleTexts s, string next) =>
        [
            new(s.Text(next, 24), "answer", Style: ButtonStyle.Main, Checks: true),
            new(s.Text("Back", 24), "back"),
            new(s.Text("Stop for now", 24), "cancel"),
        ];

    private static FieldChoice[] DataChoices(SampleTexts s) =>
        [
            new("none_public", s.Text("Nothing, or only what is already public", 75)),
            new("internal", s.Text("Internal: fine for every colleague, not for outsiders", 75)),
            new("confidential", s.Text("Confidential: customers, prices, contracts, plans", 75)),
            new("source_code", s.Text("Our source code", 75)),
            new("training_data", s.Text("Data we train or test our models with", 75)),
            new("personal", s.Text("Personal: names, e-mail, photos, voices, anything about a person", 75)),
            new("highly_confidential", s.Text("Highly confidential: deals, disputes, board papers, security gaps", 75)),
            new("weights", s.Text("Our trained models (weights)", 75)),
            new("keys", s.Text("Passwords, access keys or tokens", 75)),
            new("special", s.Text("Sensitive personal: health, biometrics, belief, union, crime", 75)),
            new("not_sure", s.Text("Not sure", 75)),
        ];
}
