using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>A yes with conditions: those so far, one block for another, and the rules of use.</summary>
internal static class ConditionsForm
{
    /// <summary>A further block only where the one before has something in it.</summary>
    public static View.Form Changed(CaseRequest request) =>
        request.Press.Target == ApprovalConditionForm.AnotherTarget
        && request.Press.Values.Any(value =>
            value.Key.StartsWith("condition_text", StringComparison.Ordinal) && request.Typed(value.Key).Length == 0
        )
            ? Of(request, request.Say("form.condition_first"), ApprovalConditionFields.AnotherBlock)
            : Of(request, "");

    /// <param name="wrong">The field that the problem is about; empty where it is about none.</param>
    public static View.Form Of(CaseRequest request, string problem, string wrong = "")
    {
        var blocks = new ApprovalConditionFields(request);
        var form = CaseForms.Of(
            request,
            Verbs.ApproveWithConditions,
            CaseForms.Sent,
            problem,
            [
                .. blocks.Another(wrong == ApprovalConditionFields.AnotherBlock ? problem : ""),
                .. DecisionFields
                    .Needed(request)
                    .Concat(DecisionFields.Optional(request))
                    .Append(RestrictionField.Of(request))
                    // Other buttons of the form send it as well: what is missing is said when it is sent.
                    .Select(field => field with { Required = false, Needed = field.Required, Error = field.Id == wrong ? problem : "" }),
            ],
            [],
            "form.conditions_foot"
        );
        return form with
        {
            Blocks = blocks.Blocks,
            Rows = blocks.Suggestions,
            RowsTitle = request.Say("form.conditions_suggested"),
            Buttons = blocks.IsFull
                ? form.Buttons
                :
                [
                    form.Buttons[0],
                    new(request.Say("button.add_another"), Verbs.ApproveWithConditions, ApprovalConditionForm.AnotherTarget, Checks: true),
                    .. form.Buttons.Skip(1),
                ],
        };
    }
}
