using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Views.FieldKind;

namespace SupplierBot.Chat.Tests.Kit.Cards;

public static partial class SampleViews
{
    public static View Summary(SampleTexts s) =>
        new View.Summary(
            s.Text("Please check, then send", 24),
            s.Maybe("Acme Notes, Notes, business plan"),
            s.Maybe("You already went on from here. This is where you are."),
            s.Text("Medium risk", 60),
            s.Text("A normal check."),
            s.Some<string>([s.Text("information that is confidential or personal"), s.Text("you were not sure about 3 things")]),
            s.Some<LabelledText>([new(s.Text("You wrote \"calls\". If that is about people, please add 'Personal'."))]),
            s.Text("Open points: 3", 60),
            s.Some<LabelledText>([
                new(s.Text("Not sure. Tip: search their terms for \"train\"."), s.Text("May they train on it?", 80)),
                new(s.Text("Not sure."), s.Text("Behind it", 80)),
            ]),
            s.Some<string>([s.Text("If their terms rule out training: Medium instead of High, by Fri 20 instead of Tue 24 Nov.")]),
            s.Some<string>([s.Text("Security decides by Fri 20 Nov."), s.Text("You would like to start Fri 20 Nov: that fits.")]),
            s.Some<string>([
                s.Text("Points to cover: 12. Security compares them with the supplier's own terms; nothing for you to do now."),
                s.Text("Documents we may ask for: 3"),
            ]),
            s.Some<LabelledText>([
                new(s.Text("What you type may be used to train models for others."), s.Text("Training on our information", 80)),
            ]),
            Facts(s),
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
                Field(
                    s,
                    "change",
                    One,
                    "Change something",
                    [new("supplier", s.Text("About the supplier", 75)), new("reach", s.Text("What they could reach", 75))]
                ) with
                {
                    Required = false,
                    Missing = "",
                    Example = s.Text("Choose a page", 75),
                },
            ],
            s.Maybe("You, the owner and the reviewers can read this. Everyone else sees one line in the register.")
        )
        {
            Plain = s.Text("Please check, then send: Acme Notes", 120),
            Stamp = CardStamp.OfDraft("d-7f3a", "summary", 9),
            Buttons =
            [
                new(s.Text("Send to security", 24), "submit", Style: ButtonStyle.Main, Checks: true),
                new(s.Text("Change", 24), "edit", Checks: true),
                new(s.Text("Stop for now", 24), "cancel"),
            ],
        };

    public static View Receipt(SampleTexts s) =>
        new View.Receipt(
            s.Text("Sent. Thank you, Rita.", 80),
            s.Maybe("REQ-2026-0012 · Acme Notes · Medium risk"),
            s.Maybe("The request changed after this card was shown. Here is the current one; the change is on top."),
            s.Some<LabelledText>([
                new(s.Text("Security, 1 person"), s.Text("Who decides", 40)),
                new(s.Text("Fri 20 Nov"), s.Text("By", 40)),
                new("6", s.Text("Before you in the queue", 40)),
            ]),
            s.Some<string>([
                s.Text("Someone may ask you a question here. Otherwise you hear from me when it is decided. Nothing for you to do now."),
                s.Text("Until then: please keep our information out of it. Trying it with made-up or public text is fine."),
            ]),
            Folds(s)
        )
        {
            Plain = s.Text("Sent: Acme Notes", 120),
            Stamp = CaseStamp,
            Buttons = [new(s.Text("Change an answer", 40), "edit"), new(s.Text("Withdraw", 40), "withdraw")],
        };

    public static View Review(SampleTexts s) =>
        new View.Review(
            s.Text("Acme Notes", 80),
            s.Maybe("Notes, business plan · acme.com"),
            s.Text("Medium risk", 60),
            s.Maybe("Decide by Fri 20 Nov (2 working days left) · REQ-2026-0012 · approvals 0 of 1"),
            s.Maybe("“Notes of our sales calls; 12 people in Sales.”", 2000),
            s.Maybe("Rita R., owner: Rita R. · would like to start Fri 20 Nov"),
            Facts(s),
            s.Maybe("Why: confidential or personal (F14) · 29 points of 100"),
            s.Maybe("Open: 3 · Check: 1 (K2 \"calls\") · Contract: online terms, 12 points, data-processing terms needed")
        )
        {
            Plain = s.Text("To review: Acme Notes, Medium, by Fri 20 Nov", 120),
            Stamp = CaseStamp,
            Buttons = [new(s.Text("Review", 40), "review", Style: ButtonStyle.Main)],
        };

    public static View Deciding(SampleTexts s) =>
        new View.Deciding(
            s.Text("Acme Notes", 80),
            s.Maybe("Notes, business plan · acme.com"),
            s.Maybe("The request changed after this card was shown."),
            s.Text("Medium risk", 60),
            s.Maybe("Decide by Fri 20 Nov (2 working days left) · REQ-2026-0012 · approvals 0 of 1"),
            s.Maybe("“Notes of our sales calls; 12 people in Sales.”", 2000),
            s.Maybe("Rita R., owner: Rita R. · would like to start Fri 20 Nov"),
            s.Some<string>([s.Text("Changed since Wed 18 Nov: trains on it: not sure → no (Rita)"), s.Text("Carla is on it since 10:12.")]),
            Facts(s),
            s.Maybe("Why: confidential or personal (F14) · 29 points of 100"),
            s.Some<LabelledText>([
                new(s.Text("not sure. If it turns out 'yes': High, two people."), s.Text("Trains on it", 60)),
                new(s.Text("not sure"), s.Text("Behind it", 60)),
            ]),
            s.Some<LabelledText>([new(s.Text("No personal data ticked; text has \"calls\""), "K2")]),
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
                    Required = false,
                    Missing = "",
                },
                Field(s, "terms_ref", Text, "Document, version or link", []) with
                {
                    Required = false,
                    Missing = "",
                },
                Field(
                    s,
                    "seen",
                    Several,
                    "What have you seen yourself?",
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
            s.Maybe("If you approve: entry SUP-0031, use up to confidential and personal, owner Rita R., review in Nov 2028."),
            s.Maybe("By deciding you say that you have no interest of your own in this supplier.")
        )
        {
            Refused = s.Some<LabelledText>([
                new(
                    s.Text("Rita R. asked for it on Mon 2 Nov. Sam O. rejected it on Wed 4 Nov. “They sold our data to a broker.”"),
                    s.Text("REQ-2026-0003 · Acme Notes", 120)
                ),
            ]),
            Earlier = s.Some<LabelledText>([
                new(
                    s.Text(
                        "Tom B. asked for it on Mon 9 Nov. It's still being checked, due Thu 12 Nov. This one looks like “Acme N0tes” (SUP-0009), but isn't the same name."
                    ),
                    s.Text("REQ-2026-0007 · Acme N0tes", 120)
                ),
                new(s.Text("2 more earlier requests like this one.")),
            ]),
            Plain = s.Text("Decide REQ-2026-0012", 120),
            Stamp = CaseStamp,
            Buttons =
            [
                new(s.Text("Approve", 40), "approve", Style: ButtonStyle.Main, Checks: true),
                new(s.Text("With conditions…", 40), "approve_conditions"),
                new(s.Text("Ask…", 40), "ask"),
                new(s.Text("Reject…", 40), "reject", Style: ButtonStyle.Danger),
                new(s.Text("Settle what you know", 40), "settle"),
                new(s.Text("I take this one", 40), "claim"),
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
            s.Some<LabelledText>([
                new(s.Text("Switch off training, with proof · before use · Rita R. · open"), "1."),
                new(s.Text("Get the list of companies behind it · by Sat 19 Dec · Rita R. · open"), "2."),
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
            Buttons =
            [
                new(s.Text("Open", 40), "open", "REQ-2026-0012"),
                new(s.Text("Confirm it's done", 40), "confirm", "1", Style: ButtonStyle.Main),
            ],
        };

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
                ])
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
