using System.Globalization;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The conditions so far, the suggestions that are left, and one block for another. What was typed stays.</summary>
internal sealed class ApprovalConditionFields
{
    /// <summary>Stands for the first field of the block for another condition.</summary>
    public const string AnotherBlock = "another";

    private readonly CaseRequest request;
    private readonly IReadOnlyList<ApprovalConditionInput> conditions;
    private readonly int another;

    /// <param name="pressed">With the button's effect still to come: a suggestion added, a block taken out.</param>
    public ApprovalConditionFields(CaseRequest pressed)
    {
        var removed = ApprovalConditionForm.Removed(pressed);
        var before = removed > 0 ? pressed.With(ApprovalConditionForm.TextId(removed), "") : pressed;
        another = EmptyBlock(before, removed);
        request = Suggested(before, ApprovalConditionForm.Added(before));
        conditions = ApprovalConditionForm.Read(request);
    }

    public bool Any => conditions.Count > 0;
    public bool IsFull => ApprovalConditionForm.IsFull(conditions);

    public IReadOnlyList<FormBlock> Blocks =>
        [
            .. conditions.Select(
                (condition, index) =>
                    new FormBlock(
                        CaseTexts.Number(condition.Block),
                        $"{CaseTexts.Number(index + 1)}. {Texts.Clip(condition.Text, 120)}",
                        $"{Due(condition.Due)} · {condition.Owner.Name}",
                        [.. Fields(condition.Block, condition)],
                        new(
                            request.Say("button.remove"),
                            Verbs.ApproveWithConditions,
                            ApprovalConditionForm.RemoveTarget(condition.Block),
                            Checks: true
                        ),
                        condition.Problem.Length > 0
                    )
            ),
        ];

    public IReadOnlyList<CardRow> Suggestions =>
        IsFull
            ? []
            :
            [
                .. Left.Select(suggestion => new CardRow(
                    suggestion.Text,
                    $"{Due(Day(suggestion))} · {ApprovalConditionForm.PossibleOwners(request)[0].Person.Name}",
                    new(
                        request.Say("button.add"),
                        Verbs.ApproveWithConditions,
                        ApprovalConditionForm.AddTarget([suggestion.Id]),
                        Checks: true
                    )
                )),
            ];

    /// <summary>One empty block, as long as there is room.</summary>
    public IEnumerable<Field> Another(string wrong) =>
        IsFull
            ? []
            : Fields(another, null)
                .Select(field =>
                    field.Id == ApprovalConditionForm.TextId(another) && wrong.Length > 0 ? field with { Error = wrong } : field
                );

    private IEnumerable<SuggestedApprovalCondition> Left =>
        request.Policy.SuggestedConditions.Where(suggestion =>
            request.Case.Assessment.SuggestedConditions.Contains(suggestion.Id)
            && conditions.All(condition => condition.Text != suggestion.Text)
        );

    private IEnumerable<Field> Fields(int block, ApprovalConditionInput? condition)
    {
        string Value(string id, string otherwise) => request.Press.Values.TryGetValue(id, out var value) ? value : otherwise;
        string Error(string id) => condition?.Field == id ? condition.Problem : "";
        var (text, due, owner) = (
            ApprovalConditionForm.TextId(block),
            ApprovalConditionForm.DueId(block),
            ApprovalConditionForm.OwnerId(block)
        );
        yield return FormFields.LongText(
            text,
            request.Say(condition is null && Any ? "form.condition_another" : "form.condition_text"),
            condition is null ? "" : Value(text, ""),
            required: condition is null && !Any && !Left.Any(),
            missing: request.Say("refusal.too_short", ("requester", request.Case.Requester.Name))
        ) with
        {
            Error = Error(text),
        };
        var owners = ApprovalConditionForm.PossibleOwners(request);
        yield return FormFields.One(
            owner,
            request.Say("form.condition_owner"),
            owners.Any(pair => pair.Id == Value(owner, "")) ? Value(owner, "") : owners[0].Id,
            [.. owners.Select(pair => new FieldChoice(pair.Id, Texts.Clip(pair.Person.Name, 75)))]
        ) with
        {
            Lists = true,
        };
        yield return FormFields.Date(
            due,
            request.Say("form.condition_due"),
            condition is null or { Due: null } ? ""
                : condition.Problem.Length > 0 ? Value(due, "")
                : Written(condition.Due.Value)
        ) with
        {
            Error = Error(due),
        };
    }

    /// <summary>With the suggestions in blocks that are free, beside the one that stays empty.</summary>
    private CaseRequest Suggested(CaseRequest before, IReadOnlyList<string> ids)
    {
        var after = before;
        foreach (var suggestion in before.Policy.SuggestedConditions.Where(suggestion => ids.Contains(suggestion.Id)))
        {
            var there = ApprovalConditionForm.Read(after);
            if (ApprovalConditionForm.IsFull(there) || there.Any(condition => condition.Text == suggestion.Text))
                continue;
            if (Free(after).Where(block => block != another).Append(another).FirstOrDefault() is not (> 0 and var block))
                continue;
            after = after
                .With(ApprovalConditionForm.TextId(block), suggestion.Text)
                .With(ApprovalConditionForm.DueId(block), Day(suggestion) is { } day ? Written(day) : "")
                .With(ApprovalConditionForm.OwnerId(block), "");
        }
        return after;
    }

    /// <summary>
    /// The empty block that was on screen stays the empty one, and one that was taken out doesn't come back: a modal keeps what is typed
    /// by the block's id.
    /// </summary>
    private static int EmptyBlock(CaseRequest before, int removed)
    {
        var free = Free(before).ToList();
        return free.Where(block => block != removed)
            .OrderBy(block => before.Press.Values.ContainsKey(ApprovalConditionForm.TextId(block)) ? 0 : 1)
            .Concat(free)
            .FirstOrDefault();
    }

    private static IEnumerable<int> Free(CaseRequest of) =>
        Enumerable.Range(1, ApprovalConditionForm.Blocks).Where(block => of.Typed(ApprovalConditionForm.TextId(block)).Length == 0);

    private DateOnly? Day(SuggestedApprovalCondition suggestion) =>
        suggestion.Days is { } days ? request.Context.Calendar.Today(request.Now).AddDays(days) : null;

    private string Due(DateOnly? due) =>
        due is { } day && day != DateOnly.MinValue
            ? request.Say("form.condition_by", ("day", Dates.Day(day, request.Context)))
            : request.Say("form.condition_before_use");

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
