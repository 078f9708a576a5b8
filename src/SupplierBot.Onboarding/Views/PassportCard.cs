using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>
/// What an entry may be used for, to forward: service, use, data, conditions, until when, and which roles approved it. Of what may not be
/// used there is none.
/// </summary>
internal static class PassportCard
{
    /// <param name="behind">The case behind the entry; null where it could not be read.</param>
    public static View.Notice Of(RegisterEntry entry, Case? behind, Policy policy, Context context)
    {
        var wording = context.Wording;
        var title = wording.Fill("passport.title", ("service", Texts.Clip(TypedText.OneLine(EntryNames.Shown(entry)), 100)));
        return new(
            title,
            [.. Lines(entry, behind, policy, context)],
            wording.Fill(
                "passport.small",
                ("id", entry.Id),
                ("organisation", context.OrganisationName),
                ("day", Dates.Whole(context.Calendar.Today(context.Now)))
            )
        )
        {
            Plain = Texts.Clip(title, 120),
        };
    }

    private static IEnumerable<LabelledText> Lines(RegisterEntry entry, Case? behind, Policy policy, Context context)
    {
        var wording = context.Wording;
        yield return new(EntryCard.Use(entry, context), wording["entry.use"]);
        if (EntryNames.Plan(entry) is { Length: > 0 } plan)
            yield return new(plan, wording["entry.plan"]);
        yield return new(CaseTexts.Data(entry.Data, policy), wording["entry.data"]);
        if (EntryCard.StaysOut(entry, policy) is { Length: > 0 } data)
            yield return new(data, wording["entry.not_for"]);
        if (entry.Restrictions.Count > 0)
            yield return new(CaseTexts.Several(entry.Restrictions), wording["entry.rules"]);
        if (entry.OpenConditions.Count > 0)
            yield return new(CaseTexts.Several(entry.OpenConditions), wording["card.conditions"]);
        if (Until(entry) is { } until)
            yield return new(Dates.Whole(until), wording["passport.until"]);
        if (Approvals(behind, context) is { Length: > 0 } approvals)
            yield return new(approvals, wording["passport.approved_by"]);
        yield return new(entry.Owner.Name, wording["passport.owner"]);
    }

    /// <summary>The review, or what use needs and ends before it.</summary>
    private static DateOnly? Until(RegisterEntry entry) =>
        entry.ProofUntil < entry.NextReview ? entry.ProofUntil : entry.NextReview ?? entry.ProofUntil;

    /// <summary>Roles and no people: it is shown around.</summary>
    private static string Approvals(Case? behind, Context context) =>
        behind is null
            ? ""
            : string.Join(
                ", ",
                behind
                    .Approvals.Select(approval =>
                        context.Wording.Fill(
                            "passport.approval",
                            ("role", CaseTexts.Role(approval.Role, context)),
                            ("day", Dates.Whole(context.Calendar.Today(approval.At)))
                        )
                    )
                    .Distinct()
            );
}

/// <summary>"passport SUP-0003".</summary>
internal static class PassportSentence
{
    private const int MostChoices = 5;

    public static Outcome Handle(string name, SentenceRequest request)
    {
        IReadOnlyList<RegisterEntry> entries = request.State.Entry is { } one ? [one] : request.State.SameName;
        var usable = entries.Where(entry => EntryCard.StatusOf(entry, request.Context).MayBeUsed()).ToList();
        return (usable, entries) switch
        {
            ([var only], _) => request.Show(PassportCard.Of(only, Behind(only, request), request.Policy, request.Context)),
            ({ Count: > 1 }, _) => request.Reply(
                request.Say("passport.which", ("supplier", SentenceRequest.Short(usable[0].Supplier))),
                [.. usable.Take(MostChoices).Select(entry => SentenceRequest.Named(EntryNames.Shown(entry), $"passport {entry.Id}"))]
            ),
            (_, { Count: > 0 }) => request.Show(
                EntryCard.Answer(entries, request.State.Usable, request.Policy, request.Context) with
                {
                    Plain = request.Context.Wording["passport.not_usable"],
                }
            ),
            _ when name.Length == 0 => request.Reply(request.Context.Wording["entry.which"]),
            _ => NameAnswers.Unsure(Requests.AskedSupplier.Read(name), request.State, request.Context),
        };
    }

    private static Case? Behind(RegisterEntry entry, SentenceRequest request) =>
        request.State.Case is { } current && current.Id == entry.CaseId ? current : null;
}
