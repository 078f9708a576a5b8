using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Views;

/// <summary>Why the tier is what it is, and what does not fit together, in words for the requester.</summary>
internal static class SummaryReasons
{
    private const int Most = 3;

    /// <summary>"Why Medium: they get confidential or personal data; connected to our systems."</summary>
    public static string Sentence(AssessedDraft shown) =>
        Of(shown) is { Count: > 0 } reasons
            ? shown.Say("summary.why", ("tier", CaseTexts.Tier(shown.Assessment.Tier, shown.Context)), ("why", string.Join("; ", reasons)))
            : "";

    /// <summary>The rules that set the tier first, then the largest parts of the points.</summary>
    public static IReadOnlyList<string> Of(AssessedDraft shown)
    {
        var rules = shown.Assessment.Floors.Where(floor => floor.Minimum == shown.Assessment.Tier).Select(floor => floor.Words);
        var parts = shown.Assessment.Parts.Where(part => part.Points > 0).OrderByDescending(part => part.Points).Select(part => part.Words);
        if (shown.Assessment.ComputedTier is { } computed)
            rules = rules.Prepend(shown.Say("summary.tier_raised", ("tier", CaseTexts.Tier(computed, shown.Context))));
        return [.. rules.Concat(parts).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>None of them changes an answer (Policies/README.md "Flags").</summary>
    public static IEnumerable<LabelledText> Checks(AssessedDraft shown)
    {
        foreach (var raised in shown.Assessment.Checks)
        {
            var words = shown.Policy.Checks.FirstOrDefault(check => check.Id == raised.Id)?.ToRequester;
            if (words is not null)
                yield return new(Texts.Fill(words, ("match", raised.Match ?? "")));
        }
        foreach (var flag in shown.Policy.Flags.Where(flag => shown.Assessment.Flags.Contains(flag.Id)))
        {
            if (flag.ToRequester is { } told)
                yield return new(told);
        }
        if (DuplicateCheck.Check(shown.Draft, shown.State, shown.Wording) is { } there)
            yield return new(there);
        foreach (var before in DuplicateCheck.Before(shown.Draft, shown.State, shown.Context))
            yield return before;
    }
}

/// <summary>What the contract has to cover and who sees to it, by the kind of deal.</summary>
internal static class SummaryContract
{
    public static string Line(AssessedDraft shown) =>
        shown.Say(Key(shown), ("n", AssessedDraft.Number(shown.Assessment.Clauses.Count)), ("owner", Owner(shown)));

    private static string Key(AssessedDraft shown) =>
        shown.Assessment.InternalChecksOnly
            ? "summary.contract_own_checks"
            : shown.Answers.One("deal") switch
            {
                "negotiated" => "summary.contract_signed",
                "purchase_order" => "summary.contract_order",
                _ => "summary.contract_terms",
            };

    private static string Owner(AssessedDraft shown) => Texts.Clip(shown.Answers.One("owner") ?? shown.Wording["summary.owner_you"], 60);
}

/// <summary>Who decides, by when, and whether that fits the wished start.</summary>
internal static class SummaryNextSteps
{
    private const int MostNamed = 3;

    public static IEnumerable<string> Of(AssessedDraft shown)
    {
        yield return shown.Say("summary.decides", ("who", Deciders(shown)), ("due", shown.Due(shown.Assessment.Tier)));
        // What is reviewed is in use already.
        if (shown.Draft.ReviewOrigin is null && Dates.Read(shown.Answers.One("start") ?? "") is { } start)
            yield return Start(shown, start);
        if (shown.Draft is { ReviewOrigin: null, EditsCase: null } && shown.Answers.One("owner") is { } owner)
            yield return shown.Say("summary.then_owner", ("owner", Texts.Clip(owner, 60)));
    }

    private static string Start(AssessedDraft shown, DateOnly start)
    {
        var (now, calendar) = (shown.Context.Now, shown.Context.Calendar);
        var due = calendar.Today(calendar.DueAfter(now, shown.Tier.WorkingDays));
        var key =
            start < calendar.Today(now) ? "summary.in_use"
            : start >= due ? "summary.start_fits"
            : "summary.start_early";
        return shown.Say(key, ("start", Dates.Day(start, shown.Context)));
    }

    /// <summary>
    /// Steps in their order; people of one step decide side by side. A role nobody holds takes no part where it is optional.
    /// </summary>
    private static string Deciders(AssessedDraft shown) =>
        string.Join(
            shown.Wording["summary.then"],
            shown
                .Assessment.Approvals.Where(seat => SeatRules.Needed(seat, shown.Context.Roles))
                .GroupBy(seat => seat.Step)
                .OrderBy(step => step.Key)
                .Select(step => string.Join(shown.Wording["summary.and"], step.Select(seat => Seat(seat, shown))))
        );

    private static string Seat(ApprovalSeat seat, AssessedDraft shown) =>
        Named(seat, shown) is { Length: > 0 } names
            ? shown.Say("summary.named", ("names", names), ("role", CaseTexts.Role(seat.Role, shown.Context)))
            : shown.Say("summary.people_of", ("n", AssessedDraft.Number(seat.People)), ("role", CaseTexts.Role(seat.Role, shown.Context)));

    /// <summary>Those who can, where they are few: not who asks, and not who will own it. Empty where they are many, or nobody.</summary>
    private static string Named(ApprovalSeat seat, AssessedDraft shown)
    {
        var (roles, owner) = (shown.Context.Roles, shown.Answers.One("owner"));
        var people = roles.Holders.GetValueOrDefault(seat.Role) ?? [];
        var names = people
            .Where(person => !roles.Same(person.Id, shown.Draft.Owner.Id) && person.Name != owner)
            .Select(person => person.Name)
            .Distinct()
            .ToList();
        return names.Count > MostNamed || names.Count < seat.People
            ? ""
            : string.Join(shown.Wording[names.Count == seat.People ? "summary.and" : "summary.or"], names);
    }
}
