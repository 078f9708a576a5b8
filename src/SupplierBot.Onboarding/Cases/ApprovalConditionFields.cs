using System.Globalization;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Three blocks, the ticked suggestions filled in; what was typed before stays.</summary>
internal static class ApprovalConditionFields
{
    public static IEnumerable<Field> Of(CaseRequest request)
    {
        var suggested = request
            .Policy.SuggestedConditions.Where(suggestion => request.Press.Picked(CardPress.Suggested).Contains(suggestion.Id))
            .ToList();
        return Enumerable
            .Range(1, ApprovalConditionForm.Blocks)
            .SelectMany(block => Block(request, block, suggested.ElementAtOrDefault(block - 1)));
    }

    private static IEnumerable<Field> Block(CaseRequest request, int block, SuggestedApprovalCondition? suggested)
    {
        string Id(string field) => ApprovalConditionForm.Id(field, block);
        string Value(string field, string otherwise) =>
            request.Press.Values.ContainsKey(Id(field)) ? request.Press.Value(Id(field)) : otherwise;
        var due = suggested?.Days is { } days
            ? request.Context.Calendar.Today(request.Now).AddDays(days)
            : ApprovalConditionForm.DefaultDue(request);
        var number = CaseTexts.Number(block);
        yield return FormFields.LongText(
            Id("condition_text"),
            request.Say("form.condition_text", ("n", number)),
            Value("condition_text", suggested?.Text ?? ""),
            required: block == 1,
            missing: request.Say("refusal.too_short", ("requester", request.Case.Requester.Name))
        );
        yield return FormFields.One(
            Id("condition_when"),
            request.Say("form.condition_when"),
            Value("condition_when", suggested?.Days is null ? "before_use" : "by_date"),
            [new("before_use", request.Say("form.condition_before_use")), new("by_date", request.Say("form.condition_by_date"))]
        );
        yield return FormFields.Date(
            Id("condition_due"),
            request.Say("form.condition_due"),
            Value("condition_due", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
        var owners = ApprovalConditionForm.PossibleOwners(request);
        yield return FormFields.One(
            Id("condition_owner"),
            request.Say("form.condition_owner"),
            Value("condition_owner", owners[0].Id),
            [.. owners.Select(pair => new FieldChoice(pair.Id, Texts.Clip(pair.Person.Name, 75)))]
        );
    }
}
