using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Up to three blocks of the conditions form, as they were sent.</summary>
internal static class ApprovalConditionForm
{
    public const int Blocks = 3;
    private const int DefaultDays = 30;
    private const int MostDays = 90;
    private const int MostDaysCritical = 30;

    /// <summary>The first block has plain ids, the others end in <c>_2</c> and <c>_3</c>.</summary>
    public static string Id(string field, int block) => block == 1 ? field : $"{field}_{block}";

    public static IReadOnlyList<ApprovalConditionInput> Read(CaseRequest request) =>
        [
            .. Enumerable
                .Range(1, Blocks)
                .Select(block => Read(request, block) is { } wanted ? Placed(request, block, wanted) : null)
                .OfType<ApprovalConditionInput>(),
        ];

    public static DateOnly DefaultDue(CaseRequest request) => request.Context.Calendar.Today(request.Now).AddDays(DefaultDays);

    /// <summary>The owner, the requester or the one who sets it: all of them known, so that each can be told.</summary>
    public static IReadOnlyList<(string Id, Person Person)> PossibleOwners(CaseRequest request) =>
        [
            .. new[] { ("owner", request.Case.Owner), ("requester", request.Case.Requester), ("me", request.Actor.Person) }.DistinctBy(
                pair => pair.Item2.Id
            ),
        ];

    /// <summary>Says which block is meant where it is not the first.</summary>
    private static ApprovalConditionInput Placed(CaseRequest request, int block, ApprovalConditionInput wanted) =>
        block == 1 || wanted.Problem.Length == 0
            ? wanted
            : wanted with
            {
                Problem = request.Say("form.condition_problem", ("n", CaseTexts.Number(block)), ("problem", wanted.Problem)),
            };

    private static ApprovalConditionInput? Read(CaseRequest request, int block)
    {
        var text = request.Typed(Id("condition_text", block));
        if (text.Length == 0)
            return null;
        var owner =
            PossibleOwners(request).FirstOrDefault(pair => pair.Id == request.Typed(Id("condition_owner", block))).Person
            ?? request.Case.Owner;
        if (request.Typed(Id("condition_when", block)) != "by_date")
            return new(text, null, owner, CommentLength.Problem(text, request));
        var (day, unclear) = Due(request, request.Typed(Id("condition_due", block)));
        return new(
            text,
            day,
            owner,
            CommentLength.Problem(text, request) is { Length: > 0 } problem ? problem
                : unclear.Length > 0 ? unclear
                : OutOfRange(request, day)
        );
    }

    private static (DateOnly Day, string Unclear) Due(CaseRequest request, string typed) =>
        typed.Length == 0
            ? (DefaultDue(request), "")
            : TypedDay.Read(typed, request.Context.Calendar.Today(request.Now)) switch
            {
                TypedDay.Sure sure => (sure.Day, ""),
                TypedDay.Either either => (
                    either.First,
                    request.Say("field.day_either", ("first", Dates.Whole(either.First)), ("second", Dates.Whole(either.Second)))
                ),
                _ => (DateOnly.MinValue, ""),
            };

    private static string OutOfRange(CaseRequest request, DateOnly day)
    {
        var today = request.Context.Calendar.Today(request.Now);
        var last = today.AddDays(request.Case.Assessment.Tier == Tier.Critical ? MostDaysCritical : MostDays);
        return day > today && day <= last ? "" : request.Say("refusal.due_range", ("max", Dates.Day(last, request.Context)));
    }
}

/// <param name="Problem">What is wrong with the block; empty when nothing is.</param>
internal sealed record ApprovalConditionInput(string Text, DateOnly? Due, Person Owner, string Problem);
