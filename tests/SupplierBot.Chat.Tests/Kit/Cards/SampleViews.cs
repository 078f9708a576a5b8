using SupplierBot.Onboarding.Policies;
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
            Background(s),
            Conditions(s),
            Decided(s),
            Entry(s),
            Entries(s),
            Download(s),
            .. new[] { Page(s), Form(s), Summary(s), Receipt(s), Deciding(s), Decided(s) }.Select(view =>
                view with
                {
                    ProblemKind = NoticeKind.Success,
                }
            ),
        ];

    public static View Notice(SampleTexts s) =>
        new View.Notice(
            s.Maybe("Hello, Rita.", 80),
            s.Some<LabelledText>([
                new(s.Text("I help you get suppliers approved: AI tools, models, data, cloud, freelancers and anything else we buy.")),
                new(s.Text("Request a supplier"), s.Text("new Acme Notes", 60)),
                new(s.Text("You answer a few questions. Then you see how much review it needs and why, who decides and by when.")),
            ]),
            s.Maybe("Already using something? Add it too, so that it's on the register.")
        )
        {
            Rows = s.Some<CardRow>([
                new(
                    s.Text("Acme Notes", 80),
                    s.Text("In review by Sam Okafor until Thu 3 Dec"),
                    new(s.Text("Open", 20), "open", "REQ-2026-0012")
                ),
                new(s.Text("Find notes", 80), s.Text("Search the register"), new(s.Text("Try", 20), "say", Says: "find notes")),
                new(s.Text("Otter", 80), s.Maybe("In review", 80), null, new("●●●○", s.Text("High", 20), BoxStyle.Warning)),
            ]),
            Plain = s.Text("Hello, I help you get suppliers approved", 120),
            Buttons =
            [
                new(s.Text("New request", 40), "say", Says: "new", Style: ButtonStyle.Main),
                new(s.Text("My requests", 40), "say", Says: "mine"),
                new(s.Text("What can I ask?", 40), "say", Says: "help"),
            ],
        };

    public static View Page(SampleTexts s) =>
        new View.Page(
            s.Text("Data and access", 24),
            s.Maybe("Acme Notes · saved"),
            s.Maybe("Some answers need fixing. See the notes next to them."),
            [
                Field(s, "data", Several, "What information could they access, store or give us?", DataChoices(s)) with
                {
                    Help = s.Maybe(
                        "Count what they could reach, also if they promise not to look. Numbers without names (three vegan lunches) are not personal."
                    ),
                    Error = s.Maybe("Please tick at least one. 'Not sure' is fine."),
                    Value = "confidential,personal",
                    Required = false,
                    Graver = new(
                        "data__more",
                        s.Text("Less common, higher risk", 60),
                        s.Text("our trained models, passwords or keys"),
                        "",
                        [.. DataChoices(s).Where(choice => choice.Id is "weights" or "keys" or "special")]
                    ),
                },
                Field(
                    s,
                    "stop",
                    One,
                    "What would happen if they stopped tomorrow?",
                    [
                        new("little", s.Text("Not much; we'd manage", 75)),
                        new("slows", s.Text("Work would slow down over several days", 75)),
                        new("customers", s.Text("Our customers would notice within hours", 75)),
                        new("not_sure", s.Text("Not sure", 75)),
                    ]
                ) with
                {
                    Value = "slows",
                },
                Field(
                    s,
                    "replace",
                    One,
                    "How quickly could you switch?",
                    [new("days", s.Text("Within days", 75)), new("weeks", s.Text("Within weeks", 75))]
                ) with
                {
                    Lists = true,
                },
            ],
            s.Maybe("“Not sure” is fine. We'll help find out; it may add a step.")
        )
        {
            Step = s.Maybe("Step 3 of 5", 20),
            Plain = s.Text("Data and access", 120),
            Stamp = DraftStamp,
            Buttons = Foot(s, "Next"),
        };

    public static View TextPage(SampleTexts s) =>
        new View.Page(
            s.Text("About the supplier", 24),
            s.Maybe("Every step is saved."),
            "",
            [
                Field(s, "name", Text, "What's the supplier called?", []) with
                {
                    Value = s.Text("Acme-Notes (EU) v1.2_beta"),
                    Example = "Acme Notes",
                    Missing = s.Text("Enter the supplier's name."),
                },
                Field(s, "website", Text, "Website (optional)", []) with
                {
                    Required = false,
                    Extra = true,
                    Missing = "",
                    Example = "acme.com",
                    Help = s.Maybe("For example, acme.com."),
                },
                Field(s, "purpose", LongText, "What will you use it for?", []) with
                {
                    Value = s.Text("Notes of our sales calls; 12 people in Sales.", 2000),
                    MaxLength = 2000,
                    Help = s.Maybe(
                        "One or two sentences: what goes in, what comes out and who uses it. Leave out passwords and people's names."
                    ),
                },
                Field(s, "start", Date, "When do you want to start? (optional)", []) with
                {
                    Required = false,
                    Extra = true,
                    Missing = "",
                    Value = s.SaysOptional ? "2026-11-20" : "",
                },
            ],
            s.Maybe("“Not sure” is fine. We'll help find out; it may add a step.")
        )
        {
            Step = s.Maybe("Step 1 of 5", 20),
            ExtrasSmall = s.Text("Website, start"),
            Plain = s.Text("About the supplier", 120),
            Stamp = DraftStamp,
            Buttons = Foot(s, "Next"),
        };

    public static View Form(SampleTexts s) =>
        new View.Form(
            s.Text("Conditions: Acme Notes", 80),
            s.Some<LabelledText>([
                new(s.Text("Up to three conditions; the first is needed.")),
                new(s.Text("Switch off training on our information."), s.Text("Suggested", 40)),
            ]),
            s.Maybe("Use at least 10 letters or digits. Rita will see this."),
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
                    [new("before_use", s.Text("Before use starts", 75)), new("by_date", s.Text("By a date; use can start now", 75))]
                ) with
                {
                    Value = "before_use",
                },
                Field(s, "condition_due", Date, "By when?", []) with
                {
                    Value = "2026-12-17",
                },
            ],
            s.Maybe("Rita and Rita's team lead will see this word for word.")
        )
        {
            Plain = s.Text("Approve Acme Notes with conditions", 120),
            Stamp = CaseStamp,
            Buttons =
            [
                new(s.Text("Approve with conditions", 24), "approve_conditions", Style: ButtonStyle.Main, Checks: true),
                new(s.Text("Back", 24), "review"),
            ],
        };

    public static View Entry(SampleTexts s) =>
        new View.Entry(
            s.Text("Acme Notes", 80),
            s.Some<LabelledText>([
                new(
                    s.Text(
                        "Yes, you can use Acme Notes (AI application). Allowed data: confidential information, personal data. Owner Rita R., next review Nov 2028."
                    )
                ),
                new(s.Text("For another use or other data, send a new request.")),
            ])
        )
        {
            Plain = s.Text("You can use Acme Notes", 120),
            Answers = s.Some<View.EntryAnswer>([
                new(
                    s.Text("Notes, business plan"),
                    new(NoticeKind.Warning, s.Text("Yes, you can use it."), s.Text("Its review is due.")),
                    s.Some<LabelledText>([
                        new(s.Text("“Notes of our sales calls.”"), s.Text("Approved use", 75)),
                        new(s.Text("confidential information, personal data"), s.Text("Allowed data", 75)),
                    ]),
                    s.Text("SUP-0031 · AI application · Owner: Rita R. · Next review Nov 2028")
                ),
                new(s.Text("Notes, free plan"), new(NoticeKind.Error, "", s.Text("No: it isn't approved.")), [], ""),
            ]),
            Buttons = [new(s.Text("Open", 40), "open", "REQ-2026-0012"), new(s.Text("New request", 40), "say", Says: "new Acme Notes")],
        };

    public static View Download(SampleTexts s) =>
        new View.Download(
            s.Text("Here's the Supplier Register.", 80),
            s.Text("412 suppliers · Excel · 310 KB", 120),
            s.Text("Download", 40),
            "https://bot.example.com/files/aTokenOfFortyThreeCharactersThatNobodyGuess",
            s.Text("The link works once, for ten minutes, and is for you alone. SHA-256 0c2d5e7f9a1b…")
        )
        {
            Plain = s.Text("Here's the Supplier Register.", 120),
            Lead = s.Maybe("10 supplier services are in use. 5 requests were decided this quarter, half of them within 2.2 days."),
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
                new(
                    s.Maybe("Waiting for a decision", 60),
                    [Row(s, "Acme Notes", "Medium · 1 working day · due Fri 20 Nov · 3 open · security")]
                ),
            ]),
            s.SaysOptional
                ? Field(
                    s,
                    "pick",
                    One,
                    "Choose one",
                    [
                        new("REQ-2026-0012", s.Text("Acme Notes · Medium · due Fri 20 Nov", 75)),
                        new("REQ-2026-0009", s.Text("Otter · High · due Tue 17 Nov", 75)),
                    ]
                )
                : null,
            s.Maybe("and 9 more", 60)
        )
        {
            Plain = s.Text("12 supplier reviews waiting, 2 overdue", 120),
            Problem = s.Maybe("Saved. It counts once someone accepts the change."),
            ProblemKind = NoticeKind.Info,
            Buttons = s.Some([
                    new Button(s.Text("Open", 40), "open", Checks: true),
                    new(s.Text("I take it", 40), "claim", Checks: true),
                    new(s.Text("Send a reminder", 40), "remind", Checks: true),
                    new(s.Text("Show more", 40), "next_page", "2"),
                ])
                .Distinct()
                .ToArray(),
        };

    private static CardRow Row(SampleTexts s, string supplier, string rest) =>
        new(
            s.Text(supplier, 80),
            s.Text(rest),
            new(s.Text("Review", 20), "review", "REQ-2026-0012"),
            TierBadge.Of(Tier.High, s.Text("High", 40))
        )
        {
            IsUrgent = supplier == "Otter",
        };

    private static Field Field(SampleTexts s, string id, FieldKind kind, string label, IReadOnlyList<FieldChoice> choices) =>
        new(
            id,
            kind,
            s.Text(label),
            "",
            "",
            true,
            s.Text(kind is One or Several ? "Choose one option." : "Please write one sentence.", 120),
            "",
            "",
            kind is Text or LongText ? 200 : 0,
            choices
        );

    private static IReadOnlyList<Button> Foot(SampleTexts s, string next) =>
        [
            new(s.Text(next, 24), "answer", Style: ButtonStyle.Main, Checks: true),
            new(s.Text("Back", 24), "back"),
            new(s.Text("Save and stop", 24), "cancel"),
        ];

    private static FieldChoice[] DataChoices(SampleTexts s) =>
        [
            new("none_public", s.Text("Nothing, or only public information", 75)),
            new("internal", s.Text("Internal: fine for any colleague, not for outsiders", 75)),
            new("confidential", s.Text("Confidential: customers, prices, contracts or plans", 75)),
            new("source_code", s.Text("Our source code", 75)),
            new("training_data", s.Text("Data we train or test our models with", 75)),
            new("personal", s.Text("Personal: names, email, photos, voices or anything else about a person", 75)),
            new("highly_confidential", s.Text("Highly confidential: deals, disputes, board papers or security gaps", 75)),
            new("weights", s.Text("Our trained models (weights)", 75)),
            new("keys", s.Text("Passwords, access keys or tokens", 75)),
            new("special", s.Text("Sensitive personal: health, biometrics, belief, union or crime", 75)),
            new("not_sure", s.Text("Not sure", 75)),
        ];
}
