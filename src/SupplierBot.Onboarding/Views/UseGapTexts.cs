using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is missing before use, and whose move it is.</summary>
internal static class UseGapTexts
{
    /// <summary>"3 contract points with Rita, 1 document with Security"; empty where nothing is.</summary>
    public static string Of(IReadOnlyList<UseGapCount> gaps, Person owner, Policy policy, Context context) =>
        string.Join(", ", gaps.SelectMany(gap => Parts(gap, owner, policy, context)));

    /// <summary>"Still missing: 3 contract points with Rita."; nothing where nothing is.</summary>
    public static IEnumerable<string> Missing(Case current, Policy policy, Context context)
    {
        if (current.IsApproved && Of(UseGapCount.Of(UseGate.Gaps(current)), current.Owner, policy, context) is { Length: > 0 } gaps)
            yield return context.Wording.Fill("words.missing", ("gaps", gaps));
    }

    /// <summary>"Missing before use: waits for Legal."</summary>
    public static string Waits(UseGapHolder holder, Person owner, Policy policy, Context context) =>
        context.Wording.Fill("clauses.missing", ("who", Holder(holder, owner, policy, context)));

    private static IEnumerable<string> Parts(UseGapCount gap, Person owner, Policy policy, Context context)
    {
        var who = Holder(gap.Holder, owner, policy, context);
        if (gap.Clauses > 0)
            yield return context.Wording.Fill("words.gap_clauses", ("n", CaseTexts.Number(gap.Clauses)), ("who", who));
        if (gap.Documents > 0)
            yield return context.Wording.Fill("words.gap_documents", ("n", CaseTexts.Number(gap.Documents)), ("who", who));
    }

    /// <summary>A role that nobody holds leaves it to those who approve.</summary>
    private static string Holder(UseGapHolder holder, Person owner, Policy policy, Context context) =>
        holder switch
        {
            UseGapHolder.Owner => owner.Name,
            UseGapHolder.Legal when policy.Agreements.LegalRole is { } legal && context.Roles.Of(legal).Any() => CaseTexts.Role(
                legal,
                context
            ),
            UseGapHolder.RiskOwner when policy.Agreements.Acceptance is { } acceptance => CaseTexts.Role(acceptance.Role, context),
            _ => CaseTexts.Role(RoleNames.Security, context),
        };

    /// <summary>"14 of 18 contract points settled · 3 of 5 documents checked"; empty where the request asks for neither.</summary>
    public static string Progress(Case current, Context context)
    {
        var clauses = current.Assessment.InternalChecksOnly ? [] : current.Clauses ?? [];
        var documents = current.Requirements is null ? [] : current.Assessment.Evidence;
        return string.Join(
            " · ",
            [
                .. clauses.Count > 0
                    ? [Count("words.clauses_settled", clauses.Count(item => item.IsSettled), clauses.Count, context)]
                    : Array.Empty<string>(),
                .. documents.Count > 0
                    ?
                    [
                        Count(
                            "words.documents_checked",
                            documents.Count(document => current.Evidence.Any(record => record.Kind == document.Id && record.IsGood)),
                            documents.Count,
                            context
                        ),
                    ]
                    : Array.Empty<string>(),
            ]
        );
    }

    private static string Count(string key, int done, int all, Context context) =>
        context.Wording.Fill(key, ("done", CaseTexts.Number(done)), ("n", CaseTexts.Number(all)));
}
