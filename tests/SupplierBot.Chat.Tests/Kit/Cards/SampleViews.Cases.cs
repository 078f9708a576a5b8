using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Views.FieldKind;

namespace SupplierBot.Chat.Tests.Kit.Cards;

public static partial class SampleViews
{
    public static View Summary(SampleTexts s) =>
        new View.Summary(
            s.Text("Check your request", 24),
            s.Maybe("Acme Notes, Notes, business plan"),
            s.Maybe("You've already moved on from that step. Here's where you are now."),
            s.Maybe("You're changing REQ-2026-0012. Nothing changes until you send it."),
            s.Text("Medium risk", 60),
            s.Text("Standard review by one security reviewer."),
            s.Maybe("Why Medium: they get confidential or personal data; connected to our systems."),
            s.Some<LabelledText>([new(s.Text("You wrote \"calls\". If that is about people, please add 'Personal'."))]),
            s.Text("Open points: 3", 60),
            s.Some<LabelledText>([
                new(s.Text("Not sure yet. search their terms for \"train\"."), s.Text("May they train on it?", 80)),
                new(s.Text("Not sure yet."), s.Text("Subprocessors", 80)),
            ]),
            s.Some<string>([
                s.Text("If their terms rule out training: Medium instead of High, and a decision by Fri 20 instead of Tue 24 Nov."),
            ]),
            s.Some<string>([s.Text("Security decides by Fri 20 Nov."), s.Text("You Planned start Fri 20 Nov: that fits.")]),
            Folds(s),
            [
                Field(
                    s,
                    "main",
                    One,
                    "Mainly",
                    [
                        new("AISAAS", s.Text("A finished app or assistant that uses AI", 75)),
                        new("DATA", s.Text("Data, or labelling done by a company or a crowd", 75)),
                    ]
                ) with
                {
                    Value = "AISAAS",
                },
            ],
            s.Maybe("You, the owner and reviewers can read this. Everyone else sees one line on the register and the approved use.")
        )
        {
            Plain = s.Text("Check your request: Acme Notes", 120),
            Badge = new("●●○○", s.Text("Medium risk", 60), BoxStyle.Accent),
            Stamp = CardStamp.OfDraft("d-7f3a", "summary", 9),
            Buttons =
            [
                new(s.Text("Send request", 24), "submit", Style: ButtonStyle.Main, Checks: true),
                new(s.Text("Change answers", 24), "edit", Checks: true),
                new(s.Text("Save and stop", 24), "cancel"),
            ],
        };

    public static View Receipt(SampleTexts s) =>
        new View.Receipt(
            s.Text("Sent. Thanks, Rita.", 80),
            s.Maybe("REQ-2026-0012 · Acme Notes · Medium risk"),
            s.Maybe("This request has changed since you opened it. Here's the current version, with the changes at the top."),
            s.Some<LabelledText>([
                new(s.Text("Security, 1 person"), s.Text("Who decides", 40)),
                new(s.Text("Fri 20 Nov"), s.Text("By", 40)),
                new("6", s.Text("Requests ahead of yours", 40)),
            ]),
            s.Some<string>([
                s.Text("Nothing to do for now. I'll message you if there's a question and when there's a decision."),
                s.Text("Until then: please keep our information out of it. Trying it with made-up or public text is fine."),
            ]),
            Folds(s)
        )
        {
            Steps = s.Some<TimelineStep>([
                TimelineStep.Done(s.Text("Sent", 40), s.Text("Mon 30 Nov, 09:12")),
                TimelineStep.Now(s.Text("In review", 40), s.Text("Sam Okafor or Priya Shah can decide.")),
                TimelineStep.Later(s.Text("Decided", 40)),
            ]),
            Plain = s.Text("Request sent: Acme Notes", 120),
            Badge = new("●●●○", s.Text("High", 60), BoxStyle.Warning),
            Stamp = CaseStamp,
            Buttons = [new(s.Text("Change answers", 40), "edit"), new(s.Text("Withdraw…", 40), "withdraw")],
        };

    public static View Review(SampleTexts s) =>
        new View.Review(
            s.Text("Acme Notes", 80),
            s.Maybe("Notes, business plan · acme.com"),
            s.Maybe("Medium by the rules; raised by Carla on Tue 17 Nov", 300),
            s.Maybe("Decide by Fri 20 Nov (2 working days left) · 0 of 1 approved"),
            s.Maybe("“Notes of our sales calls; 12 people in Sales.”", 2000),
            s.Maybe("Rita R., owner: Rita R. · would like to start Fri 20 Nov"),
            Facts(s)
        )
        {
            Badge = TierBadge.Of(Tier.Medium, s.Text("Medium risk", 60)),
            Plain = s.Text("To review: Acme Notes, Medium, by Fri 20 Nov", 120),
            Stamp = CaseStamp,
            Buttons = [new(s.Text("Review", 40), "review", Style: ButtonStyle.Main)],
        };

    public static View Deciding(SampleTexts s) =>
        new View.Deciding(
            s.Text("Acme Notes", 80),
            s.Maybe("Notes, business plan · acme.com"),
            s.Maybe("The request changed after this card was shown."),
            s.Maybe("Medium by the rules; raised by Carla on Tue 17 Nov", 300),
            s.Maybe("Decide by Fri 20 Nov (2 working days left) · 0 of 1 approved"),
            s.Maybe("“Notes of our sales calls; 12 people in Sales.”", 2000),
            s.Maybe("Rita R., owner: Rita R. · would like to start Fri 20 Nov"),
            s.Some<string>([s.Text("Changed since Wed 18 Nov: trains on it: not sure → no (Rita)"), s.Text("Carla is on it since 10:12.")]),
            Facts(s),
            s.Some<CardRow>([
                new(
                    s.Text("Trains on it", 60),
                    s.Text("not sure. If it turns out 'yes': High, two people."),
                    new(s.Text("Fill in", 20), "settle")
                ),
                new(s.Text("Behind it", 60), s.Text("not sure")),
            ]),
            s.Some<LabelledText>([new(s.Text("No personal data ticked; text has \"calls\""))]),
            Folds(s),
            [
                Field(
                    s,
                    "terms",
                    One,
                    "Where do the contract terms stand?",
                    [
                        new("agreed", s.Text("In the signed contract", 75)),
                        new("covered", s.Text("Covered by their own terms", 75)),
                        new("open", s.Text("Not yet: before use", 75)),
                        new("changed", s.Text("Agreed, but they changed or refused contract points", 75)),
                    ]
                ) with
                {
                    Lists = true,
                    Example = s.Text("Choose", 75),
                },
                Field(s, "terms_ref", Text, "Document and version", []) with
                {
                    Required = false,
                    Missing = "",
                    Example = s.Text("For example, MSA v3 or a link", 75),
                },
            ],
            s.Maybe("If you approve: entry SUP-0031, use up to confidential and personal, owner Rita R., review in Nov 2028."),
            s.Maybe("By deciding you say that you have no interest of your own in this supplier.")
        )
        {
            Agreements = s.Some<CardRow>([new(s.Text("Contract points and documents", 60), "", new(s.Text("Open", 40), "clauses"))]),
            Refused = s.Some<LabelledText>([
                new(
                    s.Text("Rita R. asked for it on Mon 2 Nov. Sam O. rejected it on Wed 4 Nov. “They sold our data to a broker.”"),
                    s.Text("REQ-2026-0003 · Acme Notes", 120)
                ),
            ]),
            More =
            [
                Field(
                    s,
                    "seen",
                    Several,
                    "Which documents are sufficient?",
                    [
                        new("soc2", s.Text("SOC 2 Type II report", 75)),
                        new("dpa", s.Text("Data-processing terms", 75)),
                        new("test", s.Text("Penetration test report", 75)),
                    ]
                ) with
                {
                    Required = false,
                    Missing = "",
                },
            ],
            Badge = TierBadge.Of(Tier.Medium, s.Text("Medium risk", 60)),
            Plain = s.Text("Decide REQ-2026-0012", 120),
            Stamp = CaseStamp,
            Buttons =
            [
                new(s.Text("Approve", 40), "approve", Style: ButtonStyle.Main, Checks: true),
                new(s.Text("With conditions…", 40), "approve_conditions"),
                new(s.Text("Ask…", 40), "ask"),
                new(s.Text("Reject…", 40), "reject"),
                new(s.Text("Settle what you know", 40), "settle", Rare: true),
                new(s.Text("I take this one", 40), "claim", Rare: true),
            ],
        };

    public static View Decided(SampleTexts s) =>
        new View.Decided(
            s.Text("Acme Notes: approved with conditions", 80),
            s.Maybe("REQ-2026-0012 · Medium risk"),
            s.Maybe("Sam decided this on Thu 19 Nov: approved with conditions."),
            s.Some<LabelledText>([
                new(s.Text("Thu 19 Nov, 10:12: “Fine for sales calls; please switch off training.”", 2000), s.Text("Sam O., security", 60)),
            ]),
            s.Some<CardRow>([
                new(s.Text("1. Switch off training, with proof", 500), s.Text("Open · before use · Rita R.")),
                new(s.Text("2. Get the list of companies behind it", 500), s.Text("Open · by Sat 19 Dec · Rita R.")) { IsUrgent = true },
            ]),
            s.Some<LabelledText>([
                new(s.Text("covered by their own terms (Terms v7, section 4)"), s.Text("Contract", 40)),
                new(s.Text("SOC 2 Type II"), s.Text("Seen", 40)),
                new(s.Text("test report"), s.Text("Not seen", 40)),
                new(s.Text("SUP-0031, in use, conditions open · next review Nov 2028"), s.Text("Register", 40)),
            ]),
            Folds(s),
            s.Maybe("rules 2026.11-r1, record 3f9a61c0")
        )
        {
            Plain = s.Text("Acme Notes: approved with conditions", 120),
            Stamp = CaseStamp,
            Badge = TierBadge.Of(Tier.Medium, s.Text("Medium", 60)),
            Status = new(NoticeKind.Warning, s.Text("Not ready to use yet.", 60), s.Text("2 conditions are open.")),
            Buttons =
            [
                new(s.Text("Open", 40), "open", "REQ-2026-0012"),
                new(s.Text("Confirm it's done", 40), "confirm", "1", Style: ButtonStyle.Main),
                new(s.Text("Revoke approval…", 40), "revoke", Rare: true),
            ],
        };

    public static View Background(SampleTexts s) =>
        new View.Background(s.Text("Details: Acme Notes", 80), Folds(s)) { Plain = s.Text("Details: Acme Notes", 120), Stamp = CaseStamp };

    /// <summary>Conditions so far, one suggested, one being written.</summary>
    public static View Conditions(SampleTexts s) =>
        new View.Form(
            s.Text("Approve Acme Notes with conditions", 80),
            [],
            s.Maybe("Use at least 10 letters or digits. Rita will see this."),
            [.. ConditionFields(s, "_2")],
            s.Maybe("Rita will see these conditions.")
        )
        {
            Plain = s.Text("Approve Acme Notes with conditions", 120),
            Stamp = CaseStamp with { Page = "form-1" },
            Blocks =
            [
                new(
                    "1",
                    s.Text("1. Switch off training on our data.", 120),
                    s.Text("Before use · Tom Baker", 120),
                    [.. ConditionFields(s, "")],
                    new(s.Text("Remove", 20), "approve_conditions", "remove 1", Checks: true),
                    IsOpen: false
                ),
            ],
            Rows = s.Some<CardRow>([
                new(
                    s.Text("Sign data-processing terms.", 200),
                    s.Text("By Fri 18 Dec · Tom Baker", 120),
                    new(s.Text("Add", 20), "approve_conditions", "add S2", Checks: true)
                ),
            ]),
            RowsTitle = s.Text("Suggested for this request", 80),
            Buttons =
            [
                new(s.Text("Approve with conditions", 40), "approve_conditions", "sent", Style: ButtonStyle.Main, Checks: true),
                new(s.Text("Add another", 40), "approve_conditions", "add", Checks: true),
                new(s.Text("Back", 40), "back"),
            ],
        };

    private static IEnumerable<Field> ConditionFields(SampleTexts s, string block)
    {
        yield return Field(s, $"condition_text{block}", LongText, "What needs to happen?", []) with
        {
            Required = false,
            Missing = "",
        };
        yield return Field(s, $"condition_owner{block}", One, "Who is responsible?", [new("owner", s.Text("Tom Baker", 75))]) with
        {
            Required = false,
            Missing = "",
            Lists = true,
        };
        yield return Field(s, $"condition_due{block}", Date, "Due date", []) with
        {
            Required = false,
            Missing = "",
        };
    }

    private static IReadOnlyList<LabelledText> Facts(SampleTexts s) =>
        s.Some<LabelledText>([
            new(s.Text("AI app"), s.Text("What you get", 40)),
            new(s.Text("personal, confidential; a little"), s.Text("What they could reach", 40)),
            new(s.Text("upload, connected"), s.Text("How", 40)),
            new(s.Text("little"), s.Text("If it stops", 40)),
            new(s.Text("not sure"), s.Text("Trains on it", 40)),
            new(s.Text("2 approved suppliers of the same kind")),
        ]);

    private static IReadOnlyList<Section> Folds(SampleTexts s) =>
        [
            new(
                "points",
                s.Text("How it adds up", 60),
                s.Some<LabelledText>([
                    new("10", s.Text("personal, a little", 60)),
                    new("8", s.Text("connected", 60)),
                    new(s.Text("= 29; next tier at 35", 60)),
                ]),
                s.Maybe("29 points", 40)
            ),
            new(
                "contract",
                s.Text("Contract: 12 points", 60),
                s.Some<LabelledText>([
                    new(s.Text("tell us within 24 hours if something goes wrong"), "INC"),
                    new(s.Text("keep our information secret and safe"), "CONF"),
                ])
            ),
        ];
}
