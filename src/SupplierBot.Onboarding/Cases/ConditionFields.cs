using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>Three blocks, the ticked suggestions filled in; what was typed before stays.</summary>
internal static class ConditionFields
{
    public static IEnumerable<Field> Of(Hearing hearing)
    {
        var suggested = hearing.Policy.SuggestedConditions.Where(suggestion => hearing.Press.Picked("suggested").Contains(suggestion.Id)).ToList();
        return Enumerable.Range(1, ConditionForm.Blocks).SelectMany(block => Block(hearing, block, suggested.ElementAtOrDefault(block - 1)));
    }

    private static IEnumerable<Field> Block(Hearing hearing, int block, SuggestedCondition? suggested)
    {
        string Id(string field) => ConditionForm.Id(field, block);
        string Value(string field, string otherwise) => hearing.Press.Values.ContainsKey(Id(field)) ? hearing.Press.Value(Id(field)) : otherwise;
        var due = suggested?.Days is { } days ? hearing.Context.Calendar.Today(hearing.Now).AddDays(days) : ConditionForm.DefaultDue(hearing);
        var number = CaseWords.Number(block);
        yield return FormFields.LongText(
            Id("condition_text"), hearing.Say("form.condition_text", ("n", number)), Value("condition_text", suggested?.Text ?? ""),
            required: block == 1, missing: hearing.Say("refusal.too_short", ("requester", hearing.Case.Requester.Name)));
        yield return FormFields.One(Id("condition_when"), hearing.Say("form.condition_when"), Value("condition_when", suggested?.Days is null ? "before_use" : "by_date"),
        [
            new("before_use", hearing.Say("form.condition_before_use")),
            new("by_date", hearing.Say("form.condition_by_date")),
        ]);
        yield return FormFields.Date(Id("condition_due"), hearing.Say("form.condition_due"), Value("condition_due", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var owners = ConditionForm.PossibleOwners(hearing);
        yield return FormFields.One(Id("condition_owner"), hearing.Say("form.condition_owner"), Value("condition_owner", owners[0].Id), [.. owners.Select(pair => new FieldChoice(pair.Id, Texts.Clip(pair.Person.Name, 75)))]);
    }
}
