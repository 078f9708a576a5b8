using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Publishing;

/// <summary>A proposal in sentences: on cards, and on the command line.</summary>
/// <param name="reviewsADay">Reviews that a higher tier makes due on one working day.</param>
public sealed class PublishTexts(Context context, int reviewsADay)
{
    private const int MostIds = 12;

    private Wording Wording => context.Wording;

    /// <summary>What it would change on the register, a sentence each.</summary>
    public IEnumerable<string> Effects(PolicyImpact impact)
    {
        yield return Wording.Fill("publish.cases", ("n", Number(impact.Cases)), ("same", Number(impact.Same)));
        if (impact.Unread > 0)
            yield return Counted("publish.unread", impact.Unread);
        foreach (var move in impact.Tiers)
            yield return Counted("publish.tier", move.Count, ("from", Tier(move.From)), ("to", Tier(move.To)));
        if (impact.Reviews > 0)
            yield return Counted("publish.reviews", impact.Reviews, ("max", Number(reviewsADay)));
        if (impact.NoLongerUsable > 0)
            yield return Counted("publish.unusable", impact.NoLongerUsable, ("ids", Ids(impact)));
        if (impact.UsableThen > 0)
            yield return Counted("publish.usable", impact.UsableThen);
        if (impact.Approvals > 0)
            yield return Counted("publish.approvals", impact.Approvals);
        if (impact.Unanswered > 0)
            yield return Counted("publish.unanswered", impact.Unanswered);
        if (impact.More.Count > 0)
            yield return Wording.Fill("publish.more", ("list", List(impact.More)));
        if (impact.Fewer.Count > 0)
            yield return Wording.Fill("publish.fewer", ("list", List(impact.Fewer)));
    }

    /// <summary>Empty where somebody holds each role.</summary>
    /// <param name="known">Of the proposed policy: what people call them.</param>
    public string Unheld(IReadOnlyList<string> roles, KnownRoles known) =>
        roles.Count == 0
            ? ""
            : Wording.Fill("publish.unheld", ("roles", string.Join(", ", roles.Select(role => known.TitleOf(role) ?? role))));

    /// <summary>Who decided what and when; while it is open, who proposed it and until when it waits.</summary>
    public string Status(PolicyProposal proposal) =>
        Wording.Fill(
            $"publish.stage_{proposal.Stage}",
            ("version", proposal.Version),
            ("old", proposal.BaseVersion),
            ("proposer", proposal.By.Name),
            ("name", proposal.DecidedBy?.Name ?? ""),
            ("until", Dates.Day(proposal.Until, context)),
            ("day", proposal.DecidedAt is { } at ? Dates.Day(at, context) : ""),
            ("reason", proposal.Reason)
        );

    /// <summary>Which policy is in force, and by whom; of one that nobody published, that it is the one of the settings.</summary>
    public string InForce(Policy policy, PolicyProposal? published) =>
        published is null
            ? Wording.Fill("publish.of_settings", ("version", policy.Version))
            : Wording.Fill(
                "publish.since",
                ("version", policy.Version),
                ("day", Dates.Day(published.DecidedAt!.Value, context)),
                ("proposer", published.By.Name),
                ("name", published.DecidedBy!.Name)
            );

    private string Counted(string key, int count, params ReadOnlySpan<(string Name, string Value)> holes) =>
        Wording.Fill(key, [("n", Number(count)), .. holes]);

    private string Tier(Tier tier) => CaseTexts.Tier(tier, context);

    private static string Ids(PolicyImpact impact) =>
        string.Join(", ", impact.Losing) + (impact.NoLongerUsable > impact.Losing.Count ? ", …" : "");

    private static string List(IReadOnlyList<IdCount> counts) =>
        string.Join(", ", counts.Take(MostIds).Select(one => $"{one.Id} ({Number(one.Count)})")) + (counts.Count > MostIds ? ", …" : "");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
