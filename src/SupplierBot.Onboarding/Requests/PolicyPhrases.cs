using System.Collections.Frozen;

namespace SupplierBot.Onboarding.Requests;

/// <summary>What of the policy somebody wants to read.</summary>
public enum PolicyTopic
{
    Overview,
    Questions,
    Tiers,
    Clauses,
    Clause,
    Documents,
    Reviews,
    Approvals,
    Changes,
}

/// <summary>How people ask for the policy: its own word, and one of its topics behind it.</summary>
internal static class PolicyPhrases
{
    /// <summary>No id of a clause is as long.</summary>
    private const int LongestClause = 40;
    private const string OneClause = "clause";

    private static readonly string[] Openings =
    [
        "policy",
        "policy show",
        "show policy",
        "show the policy",
        "show our policy",
        "show me the policy",
        "the policy",
        "our policy",
        "supplier policy",
        "the supplier policy",
        "our supplier policy",
        "show supplier policy",
        "show the supplier policy",
        "show our supplier policy",
        "show me the supplier policy",
        "what is the policy",
        "what is our policy",
        "where is the policy",
        "where's the policy",
        "where can i find the policy",
    ];

    private static readonly FrozenSet<string> Proposals = FrozenSet.Create(
        StringComparer.Ordinal,
        "policy proposal",
        "policy proposals",
        "proposed policy",
        "the proposed policy",
        "show proposed policy",
        "show the proposed policy",
        "policy publish",
        "publish policy",
        "publish a policy",
        "publish the policy",
        "propose a policy",
        "propose policy"
    );

    private static readonly FrozenDictionary<string, PolicyTopic> Topics = new Dictionary<string, PolicyTopic>
    {
        [""] = PolicyTopic.Overview,
        ["questions"] = PolicyTopic.Questions,
        ["what we ask"] = PolicyTopic.Questions,
        ["tiers"] = PolicyTopic.Tiers,
        ["risk"] = PolicyTopic.Tiers,
        ["score"] = PolicyTopic.Tiers,
        ["clauses"] = PolicyTopic.Clauses,
        ["contract"] = PolicyTopic.Clauses,
        ["contract points"] = PolicyTopic.Clauses,
        [OneClause] = PolicyTopic.Clause,
        ["documents"] = PolicyTopic.Documents,
        ["evidence"] = PolicyTopic.Documents,
        ["reviews"] = PolicyTopic.Reviews,
        ["approvals"] = PolicyTopic.Approvals,
        ["roles"] = PolicyTopic.Approvals,
        ["who decides"] = PolicyTopic.Approvals,
        ["changes"] = PolicyTopic.Changes,
        ["what changed"] = PolicyTopic.Changes,
        ["what is new"] = PolicyTopic.Changes,
        ["diff"] = PolicyTopic.Changes,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a button says to show the topic.</summary>
    public static string Command(PolicyTopic topic) =>
        topic switch
        {
            PolicyTopic.Overview => "policy",
            PolicyTopic.Questions => "policy questions",
            PolicyTopic.Tiers => "policy tiers",
            PolicyTopic.Clauses => "policy clauses",
            PolicyTopic.Clause => "policy clause",
            PolicyTopic.Documents => "policy documents",
            PolicyTopic.Reviews => "policy reviews",
            PolicyTopic.Approvals => "policy approvals",
            PolicyTopic.Changes => "policy changes",
        };

    /// <param name="plain">The whole text, folded.</param>
    /// <param name="awaited">It may be an answer: then no word is taken for the id of a clause.</param>
    public static Request? Read(string plain, bool awaited)
    {
        if (Proposals.Contains(plain))
            return new Request.PublishPolicy();
        if (Openings.Where(opening => Begins(plain, opening)).MaxBy(opening => opening.Length) is not { } said)
            return null;
        var rest = plain[said.Length..].Trim();
        return Topics.TryGetValue(rest, out var topic) ? new Request.ShowPolicy(topic)
            : !awaited && said.StartsWith("policy", StringComparison.Ordinal) ? Named(rest)
            : null;
    }

    private static Request.ShowPolicy? Named(string rest)
    {
        var id = Begins(rest, OneClause) ? rest[OneClause.Length..].Trim() : rest;
        return id.Length <= LongestClause && !id.Contains(' ', StringComparison.Ordinal) ? new(PolicyTopic.Clause, id) : null;
    }

    private static bool Begins(string text, string opening) =>
        text.StartsWith(opening, StringComparison.Ordinal) && (text.Length == opening.Length || text[opening.Length] == ' ');
}
