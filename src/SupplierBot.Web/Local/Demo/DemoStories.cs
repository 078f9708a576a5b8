using SupplierBot.Onboarding.Requests;
using static SupplierBot.Web.Local.Personas;

namespace SupplierBot.Web.Local.Demo;

/// <summary>
/// The suppliers of the example company, in every state there is. All names are invented. Days are counted back from today, so that what is
/// due soon or late is so whenever the register is filled.
/// </summary>
internal static class DemoStories
{
    public static IReadOnlyList<DemoStory> All { get; } = [.. InUse(), .. NeedCare(), .. Over(), .. Open(), .. Unsent()];

    private static IEnumerable<DemoStory> InUse() =>
        [
            new DemoStory("Harbour Lane Catering", DemoAnswers.Errand("Lunch for the office every Thursday."), Rita, 402)
                .Approved(402, Sam)
                .Then(310, Sam, Verbs.Checked, ("note_text", "Still the same contract and the same people.")),
            new DemoStory("Brightmoor Transcripts", DemoAnswers.SmallApp("Transcripts of our product meetings."), Rita, 211).Approved(
                211,
                Priya
            ),
            new DemoStory("Quillmark", DemoAnswers.App("Drafts of our sales proposals for the Sales team."), Rita, 123)
                .Approved(122, Priya)
                .Then(60, Sam, Verbs.Checked, ("note_text", "Read their status page: no outage since May.")),
            new DemoStory("Northgate Payslips", DemoAnswers.LargeApp("Payslips of everybody who works for us."), Rita, 52)
                .Approved(50, Sam, Priya, Dana)
                .Proved(48, Rita, Sam),
            new DemoStory("Granary Hosting", DemoAnswers.Live("Runs the product that our customers use."), Rita, 45)
                .Approved(41, Sam, Priya, Dana, Carla)
                .Proved(38, Rita, Priya),
            new DemoStory("Thornbury Insights", DemoAnswers.App("Sums up what customers write in surveys."), Rita, 84)
                .Approved(83, Sam)
                .Then(25, Sam, Verbs.Tier, ("tier", "High"), ("comment", "They were in the news for a leak.")),
            new DemoStory("Mossgate Events", DemoAnswers.App("Plans our customer evenings."), Dana, 70)
                .Approved(69, Priya)
                .Then(
                    40,
                    Carla,
                    Verbs.Tier,
                    ("tier", "Low"),
                    ("comment", "It only gets the guest list until the end of the season."),
                    ("until", DemoStep.InDays + "50")
                ),
        ];

    private static IEnumerable<DemoStory> NeedCare() =>
        [
            new DemoStory("Fernleaf Translate", DemoAnswers.App("Translates contracts for the Legal team."), Rita, 61).ApprovedIf(
                "Sign their data-processing agreement.",
                20,
                59,
                Sam
            ),
            new DemoStory("Sable Case Search", DemoAnswers.App("Finds court decisions for the Legal team."), Rita, 15).ApprovedIf(
                "Switch off training in the workspace settings.",
                null,
                14,
                Priya
            ),
            new DemoStory("Pebble Forms", DemoAnswers.App("Forms on our website."), Rita, 47).ApprovedIf(
                "Delete the answers after 90 days.",
                -13,
                45,
                Sam
            ),
            new DemoStory("Wrenfield Desk", DemoAnswers.Live("Answers our customers in the chat of the product."), Rita, 172)
                .Approved(170, Sam, Priya, Dana, Carla)
                .Proved(168, Rita, Sam)
                .Then(140, Sam, Verbs.Checked, ("note_text", "Tried the fallback: it works within an hour.")),
            new DemoStory("Oxbow Telephony", DemoAnswers.Live("Connects the calls of our customers."), Rita, 236)
                .Approved(232, Sam, Priya, Dana, Carla)
                .Then(231, Priya, Verbs.Cover)
                .Then(200, Priya, Verbs.Checked, ("note_text", "Read their quarterly report: nothing new.")),
            new DemoStory("Ivybridge Search", DemoAnswers.App("Searches our own documents."), Rita, 322)
                .Approved(320, Sam)
                .Then(250, Sam, Verbs.Checked, ("note_text", "Asked three people: they use it every day."))
                .Then(4, Rita, Verbs.Renew, ("volume", "medium")),
            new DemoStory("Copperfield Interiors", DemoAnswers.Errand("Furniture for the new office."), Rita, 298)
                .Approved(298, Priya)
                .Then(6, Rita, Verbs.Exit, ("exit_access", "Their badges are back, ticket 2114."), ("exit_data", ""), ("exit_moved", "")),
        ];

    private static IEnumerable<DemoStory> Over() =>
        [
            new DemoStory("Tidewater Surveys", DemoAnswers.App("Asks our customers once a quarter."), Rita, 262)
                .Approved(261, Sam)
                .Then(180, Sam, Verbs.Checked, ("note_text", "Their certificate was renewed."))
                .Then(
                    40,
                    Rita,
                    Verbs.Exit,
                    ("exit_access", "All accounts are closed, ticket 2044."),
                    ("exit_data", "They confirmed the deletion in writing."),
                    ("exit_moved", "None")
                )
                .On("", 39, Sam, Verbs.Ended),
            new DemoStory("Marlow Profiles", DemoAnswers.App("Adds what the web knows about our customers."), Rita, 76).Then(
                74,
                Sam,
                Verbs.Reject,
                ("comment", "They sell on what they collect, and their terms don't let us forbid it.")
            ),
            new DemoStory("Pinecrest Storage", DemoAnswers.App("A place for the recordings of our calls."), Rita, 34).On(
                "yes",
                33,
                Rita,
                Verbs.Withdraw
            ),
            new DemoStory("Gadwall Voices", DemoAnswers.App("Reads our help pages aloud."), Rita, 112)
                .Approved(111, Sam)
                .Then(20, Priya, Verbs.Revoke, ("comment", "Their certificate has run out, and they don't renew it.")),
            new DemoStory("Hollybank Captions", DemoAnswers.UnclearApp("Captions for our training videos."), Rita, 52).Then(
                51,
                Sam,
                Verbs.Ask,
                ("question", "Do their terms let them train on our videos?")
            ),
        ];

    private static IEnumerable<DemoStory> Open() =>
        [
            new DemoStory("Ashgrove Shifts", DemoAnswers.Planner("Suggests the shifts of our support team."), Rita, 15).Approved(13, Sam),
            new DemoStory("Cloudberry Chat", DemoAnswers.SmallApp("Answers questions about our handbook."), Carla, 5),
            new DemoStory("Elmstead Cloud", DemoAnswers.Live("Runs the mobile app of our customers."), Rita, 8).Approved(
                6,
                Sam,
                Priya,
                Dana
            ),
            new DemoStory("Greystone Labelling", DemoAnswers.UnclearApp("Labels support tickets by topic."), Rita, 7).Then(
                6,
                Sam,
                Verbs.Ask,
                ("question", "Who at their side reads our tickets, and from which country?")
            ),
            new DemoStory("Hazelwood Training", DemoAnswers.App("Writes quizzes from our training material."), Rita, 6)
                .Then(5, Sam, Verbs.Ask, ("question", "How many of us will use it?"))
                .On("1", 4, Rita, Verbs.Reply, ("answer_text", "Twenty people in Support."))
                .On("", 2, Priya, Verbs.Claim),
            new DemoStory("Foxglove Metrics", DemoAnswers.LargeApp("Shows how customers use the product."), Rita, 2).Approved(1, Priya),
            new DemoStory("Bluebell Minutes", DemoAnswers.App("Minutes of the calls with our partners."), Rita, 1),
            new DemoStory("Dovecote Print", DemoAnswers.Errand("Posters for the trade fair."), Dana, 1),
        ];

    private static IEnumerable<DemoStory> Unsent() =>
        [
            new DemoStory("Kestrel Boards", DemoAnswers.App("Boards for the planning of our projects."), Sam, 9).Unsent(2),
            new DemoStory("Larkfield Audio", DemoAnswers.SmallApp("Removes noise from our podcasts."), Rita, 1).Unsent(3),
        ];
}
