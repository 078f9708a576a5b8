using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>The review card in a place of the role: the same for everybody, with one button.</summary>
internal static class ReviewCard
{
    public static View.Review Show(Case current, string slot, Policy policy, Context context)
    {
        var parts = new ReviewParts(current, policy, context);
        return new(
            context.Wording.Fill("review.title", ("supplier", current.Supplier)),
            parts.Small,
            parts.TierWhy,
            string.Join(" · ", new[] { parts.Due, AnswerCards.Newest(current, context) }.OfType<string>()),
            parts.Purpose,
            parts.From,
            [.. parts.Details, .. parts.Open, .. ClauseTexts.Changed(current, policy, context)]
        )
        {
            Plain = parts.Plain,
            Badge = parts.Badge,
            Stamp = CardStamp.OfCase(current.Id, slot, current.ContentVersion),
            Buttons =
            [
                new(context.Wording["button.review"], Verbs.Review, Style: ButtonStyle.Main),
                .. ClaimHandler.Current(current, context) is null
                    ? [new Button(context.Wording["button.claim"], Verbs.Claim)]
                    : Array.Empty<Button>(),
            ],
        };
    }
}

/// <summary>What the review card and the deciding view have in common.</summary>
internal sealed record ReviewParts(Case Case, Policy Policy, Context Context)
{
    /// <summary>What is known of those behind the supplier, where it was read.</summary>
    public Concentration Concentration { get; init; } = Concentration.None;

    private Wording Wording => Context.Wording;

    public string Title => Case.Supplier;
    public string Small =>
        string.Join(
            " · ",
            new[] { Case.Service, Links.OfSite(Case.Answers.One("website") ?? ""), Case.Id, Replaces }.Where(text => text.Length > 0)
        );
    private string Replaces =>
        ChangedAnswers.Replaced(Case, Policy) is { Length: > 0 } supplier ? Wording.Fill("review.replaces", ("supplier", supplier)) : "";
    public TierBadge Badge => TierBadge.Of(Case.Assessment.Tier, Policy.DefinitionOf(Case.Assessment.Tier).Title);
    public string TierWhy => TierTexts.Why(Case, Context, TierTexts.LongestReason);
    public string Tier => TierTexts.Title(Case, Policy, Context);
    public string Purpose => Wording.Fill("review.purpose", ("purpose", Case.Answers.One("purpose") ?? ""));
    public string Plain =>
        Texts.Clip(
            Wording.Fill(
                "review.plain",
                ("supplier", Texts.Clip(Case.Supplier, 60)),
                ("tier", CaseTexts.Tier(Case, Context)),
                ("due", Dates.Day(Case.DueAt, Context))
            ),
            120
        );

    public string Due
    {
        get
        {
            var quorum = Quorum.Of(Case, Context.Roles);
            var left = Context.Calendar.WorkingDaysLeft(Context.Now, Case.DueAt);
            var key =
                Case.Status == CaseStatus.InfoRequested ? "review.due_waiting"
                : Case.DueAt < Context.Now ? "review.due_past"
                : "review.due";
            var due = Wording.Fill(
                key,
                ("due", Dates.Day(Case.DueAt, Context)),
                ("requester", Case.Requester.FirstName),
                ("day", CaseTexts.Closes(Case, Policy, Context)),
                ("left", CaseTexts.Number(left))
            );
            // One approval is the decision: there is nothing to count.
            return quorum.Needed < 2
                ? due
                : $"{due} · {Wording.Fill("review.approvals", ("given", CaseTexts.Number(quorum.Given)), ("needed", CaseTexts.Number(quorum.Needed)))}";
        }
    }

    /// <summary>Who asked, who owns it, who has it and since when.</summary>
    public string From
    {
        get
        {
            var own = Case.Owner.Id == Case.Requester.Id;
            var parts = new List<string>
            {
                Wording.Fill(own ? "review.from_owner" : "review.from", ("requester", Case.Requester.Name), ("owner", Case.Owner.Name)),
            };
            if (ClaimHandler.Current(Case, Context) is { } claim)
                parts.Add(Wording.Fill("review.claimed", ("name", claim.By.Name), ("at", Dates.Time(claim.At, Context))));
            if (Case.ReviewOrigin is null && Dates.Read(Case.Answers.One("start") ?? "") is { } start)
            {
                var key = start < Context.Calendar.Today(Case.SubmittedAt) ? "review.in_use" : "review.start";
                parts.Add(Wording.Fill(key, ("start", Dates.Day(start, Context))));
            }
            return string.Join(" · ", parts);
        }
    }

    /// <summary>The answers that the policy puts on the card: what they get, how, and who is behind it.</summary>
    public IEnumerable<LabelledText> Details
    {
        get
        {
            var reachable = SkippedQuestions.Reachable(Policy, Case.Answers).Where(Case.Answers.Answered).ToHashSet(StringComparer.Ordinal);
            return Policy
                .Questions.Where(question => question.ReviewCardPlace is not null && reachable.Contains(question.Id))
                .OrderBy(question => question.ReviewCardPlace)
                .Select(question =>
                    question.Id switch
                    {
                        "data" => new LabelledText(Said(reachable, question.Id, "data", "volume"), question.Label),
                        "others" => new(Said(reachable, question.Id, "others_text", "others", "where"), Wording["review.behind"]),
                        _ => new(Said(reachable, question.Id, question.Id), question.Label),
                    }
                );
        }
    }

    /// <summary>Which answers are not certain; none where all are.</summary>
    public IEnumerable<LabelledText> Open =>
        Case.Assessment.OpenPoints.Count > 0
            ? [new LabelledText(CaseTexts.Questions(Case.Assessment.OpenPoints, Policy), Wording["review.open"])]
            : [];

    /// <summary>Answers that are read together; what nobody is sure about stands among the open points.</summary>
    private string Said(HashSet<string> reachable, string question, params string[] questions)
    {
        var sure = questions.Where(id => reachable.Contains(id) && !Case.Answers.Picked(id).Contains("not_sure")).ToList();
        return Capital(string.Join("; ", (sure.Count > 0 ? sure : [question]).Select(Answer)));
    }

    private string Answer(string id) =>
        id == Dependencies.ProvidersQuestion && Case.Answers.One(id) is { } names
            ? ConcentrationTexts.Providers(names, Concentration, Context)
            : CaseTexts.Answer(id, Case.Answers, Policy, Context);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
