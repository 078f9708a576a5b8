using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What somebody filled in to set another tier. Closed: only the records below.</summary>
internal abstract record TierChangeInput
{
    private TierChangeInput() { }

    /// <param name="Until">Null for a tier that is not lower than that of the answers.</param>
    public sealed record Right(Tier Tier, string Reason, DateOnly? Until) : TierChangeInput;

    /// <param name="Key">Of the words.</param>
    public sealed record Wrong(string Key, string Words) : TierChangeInput;
}

/// <summary>The form: the tier, why, and until when where it is a lower one.</summary>
internal static class TierChangeForm
{
    public const string TierField = "tier";
    private const string ReasonField = "comment";
    private const string UntilField = "until";

    /// <summary>Null where none was picked, or something that is no tier.</summary>
    public static Tier? Chosen(CaseRequest request) =>
        Enum.GetValues<Tier>().Where(tier => tier.ToString() == request.Typed(TierField)).Cast<Tier?>().FirstOrDefault();

    public static TierChangeInput Read(CaseRequest request)
    {
        if (Chosen(request) is not { } tier)
            return Wrong(request, "tier.missing");
        if (NotTheirs(request, tier) is { } wrong)
            return wrong;
        var reason = request.Typed(ReasonField);
        if (CommentLength.Problem(reason, request) is { Length: > 0 } problem)
            return new TierChangeInput.Wrong(reason.Length > CommentLength.Most ? "refusal.too_long" : "refusal.too_short", problem);
        var assessment = request.Case.Assessment;
        if (tier >= assessment.Computed())
            return new TierChangeInput.Right(tier, reason, null);
        // Less lowered than before: it ends on the day it would have ended.
        return tier > assessment.Tier
            ? new TierChangeInput.Right(tier, reason, request.Case.TierChange!.Until)
            : Until(request) switch
            {
                (null, var key, var words) => new TierChangeInput.Wrong(key, words),
                var (day, _, _) => new TierChangeInput.Right(tier, reason, day),
            };
    }

    public static View.Form Of(CaseRequest request, string problem)
    {
        var assessment = request.Case.Assessment;
        var choices = TierRights.Choices(request).ToList();
        var lowers = choices.Exists(tier => tier < assessment.Tier && tier < assessment.Computed());
        var last = request.Context.Calendar.Today(request.Now).AddDays(request.Policy.TierChanges.LongestDays);
        return CaseForms.Of(
            request,
            Verbs.Tier,
            CaseForms.Sent,
            problem,
            [
                FormFields.One(
                    TierField,
                    request.Say("form.tier_which"),
                    request.Press.Value(TierField),
                    [.. choices.Select(tier => new FieldChoice(tier.ToString(), request.Policy.DefinitionOf(tier).Title))]
                ),
                CaseForms.Comment(request, ReasonField, "form.tier_why"),
                .. lowers
                    ?
                    [
                        FormFields.Date(
                            UntilField,
                            request.Say("form.tier_until"),
                            request.Press.Value(UntilField),
                            request.Say("form.tier_until_help", ("max", Dates.Day(last, request.Context)))
                        ),
                    ]
                    : Array.Empty<Field>(),
            ],
            [.. Lines(request)],
            "form.tier_foot"
        );
    }

    /// <summary>What the tier is now, and how far somebody with that right can lower it.</summary>
    private static IEnumerable<LabelledText> Lines(CaseRequest request)
    {
        yield return new(TierTexts.Title(request.Case, request.Policy, request.Context), request.Say("tier.now"));
        if (TierRights.MayLower(request) && TierChanges.Floor(request.Case.Assessment, request.Policy.TierChanges) is { } floor)
            yield return new(Below(request, floor));
    }

    private static TierChangeInput.Wrong? NotTheirs(CaseRequest request, Tier tier)
    {
        var now = request.Case.Assessment.Tier;
        if (tier == now)
            return Wrong(request, "tier.same", ("tier", CaseTexts.Tier(now, request.Context)));
        if (tier > now)
            return TierRights.MayRaise(request)
                ? null
                : Wrong(request, "tier.not_reviewer", ("names", CaseTexts.Names(request.Quorum.Deciders, request.Context)));
        var rules = request.Policy.TierChanges;
        if (!TierRights.MayLower(request))
            return Wrong(
                request,
                "tier.not_lowering",
                ("role", CaseTexts.Role(rules.LoweredBy, request.Context)),
                ("names", CaseTexts.Names(request.Roles.Of(rules.LoweredBy), request.Context))
            );
        return TierChanges.Floor(request.Case.Assessment, rules) is { } floor && tier < floor.Minimum
            ? new("tier.below_floor", Below(request, floor))
            : null;
    }

    private static string Below(CaseRequest request, AppliedFloor floor) =>
        request.Say(
            "tier.below_floor",
            ("tier", CaseTexts.Tier(floor.Minimum, request.Context)),
            ("words", floor.Words),
            ("floor", floor.Id)
        );

    private static (DateOnly? Day, string Key, string Words) Until(CaseRequest request)
    {
        var today = request.Context.Calendar.Today(request.Now);
        var last = today.AddDays(request.Policy.TierChanges.LongestDays);
        return TypedDay.Read(request.Typed(UntilField), today) switch
        {
            TypedDay.Sure { Day: var day } when day > today && day <= last => (day, "", ""),
            TypedDay.Either either => (
                null,
                "field.day_either",
                request.Say("field.day_either", ("first", Dates.Whole(either.First)), ("second", Dates.Whole(either.Second)))
            ),
            _ => (null, "tier.until_range", request.Say("tier.until_range", ("max", Dates.Day(last, request.Context)))),
        };
    }

    private static TierChangeInput.Wrong Wrong(CaseRequest request, string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        new(key, request.Say(key, holes));
}
