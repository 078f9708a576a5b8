using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>One person over their draft: what is needed to answer, and the ways to answer. Nothing here reads or writes anything.</summary>
internal sealed record DraftRequest(Draft Draft, TurnState State, Actor Actor, Policy Policy, Context Context)
{
    public Wording Wording => Context.Wording;
    public DateOnly Today => Context.Calendar.Today(Context.Now);

    /// <summary>Where the draft stands, with the words on top; nothing changes.</summary>
    public Outcome Show(string said = "") => Outcome.Say(View(said));

    /// <summary>The same, where something was wanted that is not done.</summary>
    public Outcome Refuse(string key) => Outcome.Say(View(Wording[key], NoticeKind.Error)) with { Refused = key };

    public View View(string said = "", NoticeKind kind = NoticeKind.Info, bool askedFor = false) =>
        DraftCards.Show(Draft, State, Policy, Context, said, kind, askedFor);

    public View Page(QuestionPage page, IReadOnlyList<Hint> hints, string said = "", NoticeKind kind = NoticeKind.Info) =>
        PageCard.Show(Draft, page, hints, said, kind, Policy, Context);

    /// <summary>The draft with these answers, a revision later; as it is where they are the same.</summary>
    public DraftRequest With(Answers answers) =>
        answers.SameAs(Draft.Answers)
            ? this
            : this with
            {
                Draft = Draft with
                {
                    Answers = answers,
                    Revision = Draft.Revision + 1,
                    ChangedAt = Context.Now,
                    // Said about this name and this site; another one is asked about again.
                    AnotherUse = Draft.AnotherUse && SupplierOf(answers) == SupplierOf(Draft.Answers),
                },
            };

    /// <summary>The page was sent: its answers are today's.</summary>
    public DraftRequest Confirmed(QuestionPage page) =>
        Draft.AskAgain.Intersect(page.Questions).Any()
            ? this with
            {
                Draft = Draft with
                {
                    AskAgain = [.. Draft.AskAgain.Except(page.Questions)],
                    Revision = Draft.Revision + 1,
                    ChangedAt = Context.Now,
                },
            }
            : this;

    public DraftRequest OfAnotherUse() =>
        Draft.AnotherUse
            ? this
            : this with
            {
                Draft = Draft with { AnotherUse = true, Revision = Draft.Revision + 1, ChangedAt = Context.Now },
            };

    /// <summary>Shows the view and saves the draft where it differs from the one in the state.</summary>
    public Outcome Answer(View view) =>
        new() { Answer = view, Draft = ReferenceEquals(Draft, State.Draft) ? null : new DraftChange.Save(Draft) };

    /// <summary>What has to be said before the questions go on, or where they stand.</summary>
    public Outcome AnswerAfterNaming(string problem = "") =>
        Answer(DuplicateCheck.Notice(Draft, State, Actor, Policy, Context) ?? View(problem));

    private static (string Name, string Site) SupplierOf(Answers answers) =>
        (SupplierNames.Identity(answers.One("name") ?? ""), WebAddress.SiteOf(answers.One("website") ?? ""));
}
