using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Schedules;

/// <summary>
/// What the clause on scope says that the schedule names: the parties, the service, the contract, the information and its use.
/// </summary>
internal static class ScheduleFacts
{
    private const int HighestClass = 3;

    public static Block.Table Of(SupplierRecord record, Case current, ScheduleCopy copy, DocumentWords words) =>
        new(
            [new("", 4), new("", 13)],
            [
                .. Rows(record, current, copy, words)
                    .Where(row => row.Text.Length > 0)
                    .Select(row =>
                        Row.Of(
                            words[$"document.schedule.fact_{row.Key}"],
                            row.Key == "access" ? DocumentWords.Sentence(row.Text) : row.Text
                        )
                    ),
            ],
            TableLook.Facts
        );

    private static IEnumerable<(string Key, string Text)> Rows(SupplierRecord record, Case current, ScheduleCopy copy, DocumentWords words)
    {
        var (entry, policy) = (record.Entry, record.Policy);
        yield return ("customer", words.Provenance.Organisation);
        yield return ("supplier", entry.Website.Length == 0 ? entry.Supplier : $"{entry.Supplier} ({entry.Website})");
        yield return ("service", entry.Service);
        yield return ("purpose", entry.Purpose);
        if (policy is not null)
        {
            yield return ("data", Class(current, policy, words));
            yield return ("access", Picked("access", current, policy));
            yield return ("where", Where(current, policy));
        }
        yield return ("contract", Contract(current, words));
        yield return ("reference", $"{entry.Id} · {current.Id}");
        if (copy == ScheduleCopy.ForLegal)
        {
            yield return ("tier", words.Tier(current.Assessment.Tier));
            yield return ("owner", current.Owner.Name);
        }
    }

    /// <summary>"Confidential: customer contracts, source code".</summary>
    private static string Class(Case current, Policy policy, DocumentWords words)
    {
        var question = policy.Question("data");
        var picked = current.Answers.Picked("data");
        if (picked.Length == 0)
            return "";
        var highest = picked.Max(id => question.Choice(id)?.Rank ?? 0);
        var name = words[$"document.class_{DocumentWords.Number(Math.Min(highest, HighestClass))}"];
        return words.Fill("document.labelled", ("label", name), ("text", AnswerTexts.Picked(question, picked)));
    }

    private static string Picked(string id, Case current, Policy policy) =>
        policy.Questions.FirstOrDefault(question => question.Id == id) is { } question
            ? AnswerTexts.Picked(question, current.Answers.Picked(id))
            : "";

    private static string Where(Case current, Policy policy)
    {
        string[] parts = [Picked("where", current, policy), current.Answers.One("where_text") ?? ""];
        return string.Join(" – ", parts.Where(part => part.Length > 0));
    }

    private static string Contract(Case current, DocumentWords words)
    {
        if (current.Contract is not { } contract)
            return words["document.schedule.no_contract"];
        string[] parts =
        [
            $"{words[$"contract.kind_{contract.Kind}"]}: {contract.Reference}",
            contract.SignedOn is { } signed ? words.Fill("document.schedule.signed", ("day", DocumentWords.Day(signed))) : "",
            contract.Start is { } start ? words.Fill("document.schedule.starts", ("day", DocumentWords.Day(start))) : "",
            contract.End is { } end ? words.Fill("document.schedule.ends", ("day", DocumentWords.Day(end))) : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
