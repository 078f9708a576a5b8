using System.Text;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>
/// What a merge will do, before it is done: what each of the two has, what stays, where they differ, and what means what then.
/// </summary>
internal static class MergeCard
{
    private const int LongestName = 60;
    private const int MostNames = 12;
    private const int HashLength = 12;

    public static View.Notice Of(MergeSide from, MergeSide into, Policy policy, Context context)
    {
        var (entry, stays, wording) = (from.Entry!, into.Entry!, context.Wording);
        var title = wording.Fill(
            "merge.title",
            ("supplier", Short(entry.Supplier)),
            ("entry", entry.Id),
            ("other", Short(stays.Supplier)),
            ("into", stays.Id)
        );
        return new(
            title,
            [
                Side(from, context),
                Side(into, context),
                .. Differences(entry, stays, policy, context),
                new(wording.Fill("merge.goes", ("entry", entry.Id), ("into", stays.Id))),
                new(wording.Fill("merge.names", ("into", stays.Id), ("names", Names(entry, context)))),
                .. Kept([MergedEntry.Of(entry, from.Case, context.Now)], context),
            ],
            wording.Fill("merge.small", ("days", CaseTexts.Number(MergedEntry.Undoable.Days)))
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                new(
                    wording["button.merge"],
                    Verbs.Say,
                    Says: $"confirm merge {entry.Id} into {stays.Id} as {Seen(from, into)}",
                    Style: ButtonStyle.Main
                ),
                new(wording["talk.cancel_button"], Verbs.Say, Says: "never mind"),
            ],
        };
    }

    /// <summary>Of the two as they are shown: what was confirmed is what was on screen.</summary>
    public static string Seen(MergeSide from, MergeSide into) =>
        HashChain.Hash(
            Encoding.UTF8.GetBytes(
                string.Join('\n', new[] { from, into }.Select(side => $"{side.Case?.Version} {EntryVerifier.Text(side.Entry!)}"))
            )
        )[..HashLength];

    public static string Short(string name) => Texts.Clip(TypedText.OneLine(name), LongestName);

    /// <summary>What entries that were merged keep open, a line each; of those that keep nothing, that they were merged.</summary>
    public static IEnumerable<LabelledText> Kept(IEnumerable<MergedEntry> merged, Context context)
    {
        foreach (var one in merged.Where(one => one.HasOpen))
            yield return new(
                context.Wording.Fill(
                    "merge.kept",
                    ("entry", one.Id),
                    (
                        "list",
                        string.Join(
                            ", ",
                            new[]
                            {
                                Count("merge.conditions", one.Conditions, context),
                                Count("merge.gaps", one.Gaps, context),
                                Count("merge.incidents", one.Incidents, context),
                            }.Where(words => words.Length > 0)
                        )
                    )
                )
            );
    }

    /// <summary>"SUP-0004 (Acme Labs) was merged into this entry on 1 Dec 2026."</summary>
    public static IEnumerable<LabelledText> Merged(RegisterEntry entry, Context context) =>
        (entry.MergedEntries ?? [])
            .Select(one => new LabelledText(
                context.Wording.Fill(
                    "merge.was",
                    ("supplier", Short(one.Names[0])),
                    ("entry", one.Id),
                    ("into", entry.Id),
                    ("day", Dates.Day(one.At, context))
                )
            ))
            .Concat(Kept(entry.MergedEntries ?? [], context));

    private static LabelledText Side(MergeSide side, Context context)
    {
        var (entry, current) = (side.Entry!, side.Case);
        string[] parts =
        [
            CaseTexts.Entry(entry.StatusOn(context.Calendar.Today(context.Now)), context),
            entry.KnownTier is { } tier ? CaseTexts.Tier(tier, context) : "",
            context.Wording.Fill("merge.owner", ("owner", LegacyTexts.Owner(entry.Owner, context))),
            Count("merge.answers", current?.Answers.Ids.Count() ?? 0, context),
            Count("merge.approvals", current?.Approvals.Count ?? 0, context),
            current is null ? "" : UseGapTexts.Progress(current, context),
            Count("merge.documents", current?.Evidence.Count ?? 0, context),
            Count("merge.conditions", entry.OpenConditions.Count, context),
            Count("merge.incidents", current is null ? 0 : Incidents.Of(current).Count(), context),
        ];
        return new(string.Join(" · ", parts.Where(part => part.Length > 0)), $"{entry.Id} · {Short(EntryNames.Shown(entry))}");
    }

    private static IEnumerable<LabelledText> Differences(RegisterEntry entry, RegisterEntry stays, Policy policy, Context context)
    {
        (string, string)[] both = [("entry", entry.Id), ("into", stays.Id)];
        yield return new(context.Wording.Fill(stays.Status.IsApproved() ? "merge.stays" : "merge.stays_unapproved", both));
        if (entry.Status.IsApproved() && !entry.Data.ToHashSet().SetEquals(stays.Data))
            yield return new(
                context.Wording.Fill(
                    "merge.other_data",
                    [.. both, ("data", CaseTexts.Data(entry.Data, policy)), ("other", CaseTexts.Data(stays.Data, policy))]
                )
            );
        if (entry.Status.IsApproved() && !stays.Status.MayBeUsed())
            yield return new(context.Wording.Fill("merge.not_usable", [.. both, ("status", CaseTexts.Entry(stays.Status, context))]));
        if (!context.Roles.Same(entry.Owner.Id, stays.Owner.Id))
            yield return new(context.Wording.Fill("merge.other_owner", [.. both, ("owner", LegacyTexts.Owner(stays.Owner, context))]));
    }

    private static string Names(RegisterEntry entry, Context context)
    {
        var names = EntryNames.All(entry).Select(Short).ToList();
        return string.Join(", ", names.Take(MostNames))
            + (names.Count > MostNames ? $", {context.Wording.Fill("list.more", ("n", CaseTexts.Number(names.Count - MostNames)))}" : "");
    }

    private static string Count(string key, int count, Context context) =>
        count == 0 ? "" : context.Wording.Fill(key, ("n", CaseTexts.Number(count)));
}
