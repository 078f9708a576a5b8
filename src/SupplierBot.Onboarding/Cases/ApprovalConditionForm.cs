using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The conditions of the form, as they were sent: each is a block of inputs, and they are kept in the form alone.</summary>
internal static class ApprovalConditionForm
{
    /// <summary>As many as fit the smallest card, with what can be typed into them.</summary>
    public const int Blocks = 10;

    /// <summary>Bytes of text in all blocks, beyond which there is no further one.</summary>
    private const int MostText = 9_000;
    private const int DefaultDays = 30;
    private const int MostDays = 90;
    private const int MostDaysCritical = 30;
    private const string Add = "add";
    private const string Remove = "remove";

    /// <summary>The first block has plain ids, the others end in <c>_2</c>, <c>_3</c> and so on.</summary>
    public static string Id(string field, int block) => block == 1 ? field : $"{field}_{block}";

    public static string TextId(int block) => Id("condition_text", block);

    public static string DueId(int block) => Id("condition_due", block);

    public static string OwnerId(int block) => Id("condition_owner", block);

    /// <summary>Of a button that adds suggested conditions; with none, of the button for another block.</summary>
    public static string AddTarget(IReadOnlyList<string> suggested) => suggested.Count == 0 ? "" : $"{Add} {string.Join(',', suggested)}";

    public static string AnotherTarget => Add;

    public static string RemoveTarget(int block) => $"{Remove} {CaseTexts.Number(block)}";

    /// <summary>A button of the form that changes it and decides nothing.</summary>
    public static bool Changes(CaseRequest request) =>
        request.Press.Target == Add
        || request.Press.Target.StartsWith($"{Add} ", StringComparison.Ordinal)
        || request.Press.Target.StartsWith($"{Remove} ", StringComparison.Ordinal);

    /// <summary>The suggestions that a button adds, or that were ticked on a card from before.</summary>
    public static IReadOnlyList<string> Added(CaseRequest request) =>
        request.Press.Target.StartsWith($"{Add} ", StringComparison.Ordinal)
            ? request.Press.Target[(Add.Length + 1)..].Split(',')
            : request.Press.Picked(CardPress.Suggested);

    /// <summary>The block that a button takes out; 0 where it takes out none.</summary>
    public static int Removed(CaseRequest request) =>
        request.Press.Target.StartsWith($"{Remove} ", StringComparison.Ordinal)
        && int.TryParse(request.Press.Target.AsSpan(Remove.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var block)
            ? block
            : 0;

    public static IReadOnlyList<ApprovalConditionInput> Read(CaseRequest request) =>
        [.. Enumerable.Range(1, Blocks).Select(block => Read(request, block)).OfType<ApprovalConditionInput>()];

    public static bool IsFull(IReadOnlyList<ApprovalConditionInput> conditions) =>
        conditions.Count >= Blocks || conditions.Sum(condition => Encoding.UTF8.GetByteCount(condition.Text)) > MostText;

    public static DateOnly DefaultDue(CaseRequest request) => request.Context.Calendar.Today(request.Now).AddDays(DefaultDays);

    /// <summary>The owner, the requester or the one who sets it: those who are known, so that each can be told.</summary>
    public static IReadOnlyList<(string Id, Person Person)> PossibleOwners(CaseRequest request) =>
        [
            .. new[] { ("owner", request.Case.Owner), ("requester", request.Case.Requester), ("me", request.Actor.Person) }
                .Where(pair => Owners.CanBeNotified(pair.Item2))
                .DistinctBy(pair => pair.Item2.Id),
        ];

    private static ApprovalConditionInput? Read(CaseRequest request, int block)
    {
        var text = request.Typed(TextId(block));
        if (text.Length == 0)
            return null;
        var owners = PossibleOwners(request);
        var owner = owners.FirstOrDefault(pair => pair.Id == request.Typed(OwnerId(block))).Person ?? owners[0].Person;
        var condition = new ApprovalConditionInput(block, text, null, owner);
        if (CommentLength.Problem(text, request) is { Length: > 0 } problem)
            condition = condition with { Problem = problem, Field = TextId(block) };
        if (BeforeUse(request, block))
            return condition;
        var (day, unclear) = Due(request, request.Typed(DueId(block)));
        var wrong = unclear.Length > 0 ? unclear : OutOfRange(request, day);
        return condition.Problem.Length > 0 || wrong.Length == 0
            ? condition with
            {
                Due = day,
            }
            : condition with
            {
                Due = day,
                Problem = wrong,
                Field = DueId(block),
            };
    }

    /// <summary>Without a day; on a card from before, by the choice that stood beside the day.</summary>
    private static bool BeforeUse(CaseRequest request, int block) =>
        request.Press.Values.TryGetValue(Id("condition_when", block), out var when)
            ? when != "by_date"
            : request.Typed(DueId(block)).Length == 0;

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

/// <param name="Block">Its number in the form, from 1.</param>
/// <param name="Due">Null for one that must be done before use.</param>
internal sealed record ApprovalConditionInput(int Block, string Text, DateOnly? Due, Person Owner)
{
    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public string Problem { get; init; } = "";

    /// <summary>The field that the problem is about.</summary>
    public string Field { get; init; } = "";
}
