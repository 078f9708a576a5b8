using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>How far a clause is agreed, and what somebody made of a document: for the person who checks it afterwards.</summary>
internal static class AgreementTexts
{
    /// <summary>"Agreed: MSA v3, §12 (Sam, 3 Dec)."; nothing where the bot did not keep it.</summary>
    public static IEnumerable<string> Standing(RequiredClause clause, Case current, Context context)
    {
        if (current.Clauses?.FirstOrDefault(item => item.Clause == clause.Id) is not { } item)
            yield break;
        string[] where = [item.Document, item.Version, item.Section];
        yield return Said(context.Wording[$"clause.state.{item.State}"], where, item.By, item.At, context);
        foreach (var (name, value) in item.Values.Where(pair => clause.Parameters.GetValueOrDefault(pair.Key) != pair.Value))
            yield return context.Wording.Fill(
                "clause.value",
                ("agreed", value),
                ("required", clause.Parameters.GetValueOrDefault(name, ""))
            );
        if (item.Words.Length > 0)
            yield return context.Wording.Fill("words.quoted", ("text", item.Words));
        if (item.AcceptedBy is { } accepted)
            yield return Said(
                context.Wording["clause.accepted"],
                [item.Until is { } until ? context.Wording.Fill("words.until", ("day", Dates.Day(until, context))) : ""],
                accepted,
                item.AcceptedAt,
                context
            );
        if (item.Lapsed)
            yield return context.Wording["clause.lapsed"];
    }

    /// <summary>The newest of its kind that counts, or the newest.</summary>
    public static string Standing(RequiredEvidence document, Case current, Context context)
    {
        var all = current.Evidence.Where(record => record.Kind == document.Id).ToList();
        if ((all.LastOrDefault(record => record.IsGood) ?? all.LastOrDefault()) is not { } record)
            return context.Wording[current.Approvals.Any(approval => approval.Seen.Contains(document.Id)) ? "fold.seen" : "fold.not_seen"];
        var state =
            record.Expired ? "document.expired"
            : record.Verdict is { } verdict ? $"document.verdict.{verdict}"
            : "document.waiting";
        string[] what =
        [
            record.Issuer,
            record.LastDay is { } last ? context.Wording.Fill("words.until", ("day", Dates.Day(last, context))) : "",
            record.Gaps,
            Links.In(record.Link),
            record.File?.Name ?? "",
        ];
        return Said(context.Wording[state], what, record.JudgedBy ?? record.AddedBy, record.JudgedAt ?? record.AddedAt, context);
    }

    private static string Said(string state, IEnumerable<string> what, Person? by, DateTimeOffset? at, Context context)
    {
        var details = string.Join(", ", what.Where(text => text.Length > 0));
        var who = by is null || at is null ? "" : $" ({by.Name}, {Dates.Day(at.Value, context)})";
        return details.Length == 0 ? $"{state}{who}." : $"{state}: {details}{who}.";
    }
}
