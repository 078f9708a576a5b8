using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// Names that nothing refers to: roles without a seat, headings without a clause, types nobody can tick, tiers nobody reaches.
/// </summary>
internal static class UnusedNames
{
    public static void Check(PolicyFields root, Policy policy)
    {
        var seated = policy
            .Approvals.Select(rule => rule.Role)
            .Concat(policy.Seats.Notified.Select(notified => notified.Role))
            .Append(policy.Agreements.LegalRole)
            .Append(policy.Agreements.Acceptance?.Role)
            .ToHashSet();
        foreach (var (index, role) in policy.Roles.Index().Where(pair => !seated.Contains(pair.Item.Id)))
        {
            root.NoEffect(
                At(root, "roles", index),
                $"the role `{role.Id}`",
                "it has no seat, is not notified and decides on no contract point"
            );
        }

        var used = policy.Clauses.Select(clause => clause.Heading).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, heading) in policy.Headings.Index().Where(pair => !used.Contains(pair.Item)))
        {
            root.NoEffect(At(root, "headings", index), $"the heading `{heading}`", "no clause stands under it");
        }

        Types(root, policy);
        Tiers(root, policy);
    }

    private static void Types(PolicyFields root, Policy policy)
    {
        var choices = policy.Questions.FirstOrDefault(question => question.Id == NeededQuestions.Role)?.Choices ?? [];
        var types = policy.Types.Select(type => type.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var choice in choices.Where(choice => choice.Id.Length > 0 && !types.Contains(choice.Type ?? choice.Id)))
        {
            root.Fault(
                root.Optional("types") ?? root.Node,
                $"the answer `{choice.Id}` to `{NeededQuestions.Role}` needs a type of this id, or a `type`"
            );
        }

        foreach (var (index, type) in policy.Types.Index().Where(pair => choices.All(choice => (choice.Type ?? choice.Id) != pair.Item.Id)))
        {
            root.NoEffect(At(root, "types", index), $"the type `{type.Id}`", $"no answer to `{NeededQuestions.Role}` means it");
        }
    }

    private static void Tiers(PolicyFields root, Policy policy)
    {
        var most = policy.Score.Sum(Most);
        foreach (var (index, tier) in policy.Tiers.Index())
        {
            if (tier.From > most && policy.Floors.All(floor => floor.Minimum != tier.Tier))
            {
                root.NoEffect(
                    At(root, "tiers", index),
                    $"the tier `{tier.Tier}`",
                    $"the answers give {most} points at most, and no floor sets it"
                );
            }
        }

        foreach (var (index, floor) in policy.Floors.Index().Where(pair => pair.Item.Minimum == Tier.Low))
        {
            root.NoEffect(At(root, "floors", index), $"the floor `{floor.Id}`", "every request is Low at least");
        }
    }

    private static int Most(ScoreRule part)
    {
        var points = part.Take switch
        {
            ScoreTake.Table => part.Table.SelectMany(row => row).DefaultIfEmpty(0).Max(),
            ScoreTake.Sum => part.Terms.Sum(term => term.Points.Values.Sum()),
            _ => part.Terms.Sum(term => term.Points.Values.DefaultIfEmpty(0).Max()),
        };
        return Math.Min(points, part.Cap);
    }

    private static YamlNode At(PolicyFields root, string section, int index) =>
        (root.Optional(section) as YamlSequenceNode)?.Children.ElementAtOrDefault(index) ?? root.Node;
}
