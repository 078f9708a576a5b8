using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Publishing;

/// <summary>A proposal with what it is read beside.</summary>
/// <param name="Changes">From the policy it would replace.</param>
/// <param name="Known">The roles of the proposed policy.</param>
/// <param name="ReviewsADay">Reviews that a higher tier makes due on one working day.</param>
public sealed record ProposalBackground(IReadOnlyList<PolicyChange> Changes, KnownRoles Known, int ReviewsADay);

/// <summary>A policy on its way into force, on cards: for the person who proposes it and for those who decide.</summary>
public static class PublishCards
{
    private const int MostFaults = 10;
    private const int MostChanges = 8;
    private const int LongestChange = 200;
    public const string Comment = "comment";

    /// <summary>A file that may be a policy was dropped: nothing is kept yet.</summary>
    public static View Offer(string fileKey, Policy policy, Policy inForce, Context context)
    {
        var wording = context.Wording;
        var title = wording.Fill("publish.offer", ("version", Texts.Clip(policy.Version, 40)));
        return new View.Notice(
            title,
            [
                new(
                    wording.Fill(
                        "publish.offer_lead",
                        ("by", Texts.Clip(policy.ApprovedBy, 80)),
                        ("day", Dates.Whole(policy.ApprovedOn)),
                        ("old", inForce.Version)
                    )
                ),
            ],
            wording["publish.offer_small"]
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                Button("publish.propose_button", PublishStepKind.Propose, fileKey, context, ButtonStyle.Main),
                Button("publish.simulate_button", PublishStepKind.Simulate, fileKey, context),
            ],
        };
    }

    /// <summary>All that is wrong, each with its line.</summary>
    public static View Faulty(IReadOnlyList<string> faults, Context context)
    {
        var title = context.Wording.Fill("publish.faults", ("n", CaseTexts.Number(faults.Count)));
        return new View.Notice(
            title,
            [
                .. faults.Take(MostFaults).Select(words => new LabelledText(Texts.Clip(words, 400))),
                .. More(faults.Count - MostFaults, context),
            ],
            faults.Count > MostFaults ? context.Wording["publish.faults_small"] : ""
        )
        {
            Plain = Texts.Clip(title, 120),
        };
    }

    /// <summary>What a file would change, before anybody proposes it.</summary>
    public static View Trial(
        string fileKey,
        Policy policy,
        PolicyImpact impact,
        IReadOnlyList<string> unheld,
        ProposalBackground beside,
        Context context
    )
    {
        var title = context.Wording.Fill("publish.trial", ("version", Texts.Clip(policy.Version, 40)));
        return new View.Notice(title, [.. Lines(impact, unheld, beside, context)], context.Wording["publish.trial_small"])
        {
            Plain = Texts.Clip(title, 120),
            Buttons = [Button("publish.propose_button", PublishStepKind.Propose, fileKey, context, ButtonStyle.Main)],
        };
    }

    /// <param name="reader">Whose card it is; null for everybody who decides.</param>
    public static View Proposal(PolicyProposal proposal, ProposalBackground beside, PersonId? reader, Context context)
    {
        var title = context.Wording.Fill("publish.title", ("version", Texts.Clip(proposal.Version, 40)), ("id", proposal.Id));
        return new View.Notice(
            title,
            [
                new(new PublishTexts(context, beside.ReviewsADay).Status(proposal)),
                .. Lines(proposal.Impact, proposal.Unheld, beside, context),
            ],
            proposal.Stage == ProposalStage.Open ? context.Wording["publish.small"] : ""
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons = [.. Buttons(proposal, beside.Changes.Count > MostChanges, reader, context)],
        };
    }

    /// <summary>Every difference, in pages.</summary>
    public static View Changes(PolicyProposal proposal, IReadOnlyList<PolicyChange> changes, int from, Context context)
    {
        var wording = context.Wording;
        var title = wording.Fill("publish.changes_title", ("old", proposal.BaseVersion), ("version", proposal.Version));
        var page = PolicyPage.Of(
            [
                .. changes.Select(change => new PolicyRow(
                    wording[$"difference.section_{change.Section}"],
                    Texts.Clip(change.Title, 80),
                    Texts.Clip(change.Words, 500)
                )),
            ],
            from
        );
        return new View.Entries(
            title,
            "",
            [.. page.Rows.GroupBy(row => row.Group).Select(group => new EntryGroup(group.Key, [.. group.Select(Row)]))],
            null,
            page.Left > 0 ? wording.Fill("list.more", ("n", CaseTexts.Number(page.Left))) : ""
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                .. page.Next is { } next
                    ?
                    [
                        new Button(
                            wording["button.more"],
                            Verbs.Publish,
                            new PublishStep(PublishStepKind.Changes, proposal.Id, next).Target
                        ),
                    ]
                    : Array.Empty<Button>(),
                Button("publish.back_button", PublishStepKind.Show, proposal.Id, context),
            ],
        };
    }

    /// <summary>Why not: the proposer reads it word for word.</summary>
    public static View RejectForm(PolicyProposal proposal, string typed, string problem, Context context)
    {
        var wording = context.Wording;
        var title = wording.Fill("publish.reject_title", ("version", Texts.Clip(proposal.Version, 40)));
        return new View.Form(
            title,
            [],
            problem,
            [
                FormFields.LongText(
                    Comment,
                    wording["publish.reject_comment"],
                    typed,
                    required: true,
                    missing: wording.Fill("refusal.too_short", ("requester", proposal.By.Name))
                ),
            ],
            wording.Fill("publish.reject_foot", ("name", proposal.By.Name))
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                new(
                    wording["publish.reject_send"],
                    Verbs.Publish,
                    new PublishStep(PublishStepKind.Reject, proposal.Id).Target,
                    Style: ButtonStyle.Danger,
                    Checks: true
                ),
            ],
        };
    }

    /// <summary>What somebody who had to do with it hears when it is over.</summary>
    public static View Over(PolicyProposal proposal, int reviewsADay, Context context) =>
        Words(new PublishTexts(context, reviewsADay).Status(proposal));

    public static View Busy(int cases, Context context) => Words(context.Wording.Fill("publish.busy", ("n", CaseTexts.Number(cases))));

    public static View Words(string words) => new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) };

    private static IEnumerable<LabelledText> Lines(
        PolicyImpact impact,
        IReadOnlyList<string> unheld,
        ProposalBackground beside,
        Context context
    )
    {
        var (texts, wording) = (new PublishTexts(context, beside.ReviewsADay), context.Wording);
        yield return new(string.Join('\n', texts.Effects(impact)), wording["publish.effects"]);
        if (texts.Unheld(unheld, beside.Known) is { Length: > 0 } missing)
            yield return new(missing);
        yield return new(Differences(beside.Changes, wording), wording["publish.changes"]);
    }

    private static string Differences(IReadOnlyList<PolicyChange> changes, Wording wording)
    {
        var lines = changes
            .Take(MostChanges)
            .Select(change => wording.Fill("policies.bullet", ("text", Texts.Clip(Said(change), LongestChange))))
            .ToList();
        if (changes.Count > MostChanges)
            lines.Add(wording.Fill("list.more", ("n", CaseTexts.Number(changes.Count - MostChanges))));
        return lines.Count == 0 ? wording["difference.nothing"] : string.Join('\n', lines);
    }

    private static string Said(PolicyChange change) => change.Title.Length == 0 ? change.Words : $"{change.Title}: {change.Words}";

    private static IEnumerable<Button> Buttons(PolicyProposal proposal, bool more, PersonId? reader, Context context)
    {
        var open = proposal.Stage == ProposalStage.Open;
        var decides = reader is not { } person || PublishRights.MayDecide(person, proposal.By.Id, proposal.At, context.Roles);
        if (open && decides)
        {
            yield return Button("publish.accept_button", PublishStepKind.Accept, proposal.Id, context, ButtonStyle.Main);
            yield return Button("publish.reject_button", PublishStepKind.Reject, proposal.Id, context) with
            {
                OpensForm = true,
            };
        }
        if (open && reader is { } own && context.Roles.Same(own, proposal.By.Id))
            yield return Button("publish.withdraw_button", PublishStepKind.Withdraw, proposal.Id, context);
        if (more)
            yield return Button("publish.changes_button", PublishStepKind.Changes, proposal.Id, context);
    }

    private static Button Button(
        string label,
        PublishStepKind kind,
        string about,
        Context context,
        ButtonStyle style = ButtonStyle.Plain
    ) => new(context.Wording[label], Verbs.Publish, new PublishStep(kind, about).Target, Style: style);

    private static CardRow Row(PolicyRow row) => new(row.Label, row.Text);

    private static IEnumerable<LabelledText> More(int left, Context context) =>
        left > 0 ? [new(context.Wording.Fill("list.more", ("n", CaseTexts.Number(left))))] : [];
}
