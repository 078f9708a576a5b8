using System.Globalization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The life of a condition: set with a yes, reported done by its owner with proof, confirmed by an approver.</summary>
internal static class ApprovalConditionHandler
{
    /// <summary>What was set before and what is set now, each once; an open contract is a condition of its own.</summary>
    public static IReadOnlyList<ApprovalCondition> Together(
        CaseRequest request,
        IReadOnlyList<ApprovalConditionInput> wanted,
        ContractTerms terms
    )
    {
        var all = request.Case.Conditions.ToList();
        var contract = new ApprovalConditionInput(request.SayStored("condition.contract"), null, request.Case.Owner, "");
        foreach (var condition in terms == ContractTerms.Open ? wanted.Append(contract) : wanted)
        {
            if (all.Exists(other => other.Text == condition.Text && other.Due == condition.Due))
                continue;
            all.Add(
                new(
                    all.Count + 1,
                    condition.Text,
                    condition.Due,
                    condition.Owner,
                    ApprovalConditionState.Open,
                    "",
                    request.Actor.Person,
                    null,
                    null
                )
            );
        }
        return all;
    }

    public static Outcome Done(CaseRequest request)
    {
        if (Find(request, ApprovalConditionState.Open) is not { } condition)
            return NotThere(request);
        if (!MayReport(request, condition))
            return request.Refuse("refusal.condition_owner", ("name", condition.Owner.Name));
        var proof = request.Typed("proof_text");
        if (proof.Length == 0 && !request.Press.Values.ContainsKey("proof_text"))
            return Outcome.Say(Form(request, condition, ""));
        return CommentLength.Problem(proof, request) is { Length: > 0 } problem
            ? Outcome.Say(Form(request, condition, problem))
            : Reported(request, condition, proof);
    }

    public static Outcome Confirm(CaseRequest request)
    {
        if (!request.Case.IsApproved)
            return Rights.Closed(request) ?? request.Refuse("confirm.nothing");
        if (Rights.Oversees(request) is { } refused)
            return refused;
        if (Find(request, ApprovalConditionState.Reported) is not { } condition)
            return request.Refuse("confirm.nothing");
        return Rights.Confirms(request, condition.ReportedBy) ?? Confirmed(request, condition);
    }

    /// <summary>Its owner; where the owner is only a name, the person who asked.</summary>
    public static bool MayReport(CaseRequest request, ApprovalCondition condition) =>
        request.Roles.Same(condition.Owner.Id, request.Actor.Id) || (!Owners.CanBeTold(condition.Owner) && request.IsRequester);

    private static Outcome NotThere(CaseRequest request) =>
        request.Case.IsApproved ? request.Refuse("done.nothing") : Rights.Closed(request) ?? request.Refuse("done.nothing");

    private static ApprovalCondition? Find(CaseRequest request, ApprovalConditionState state)
    {
        if (!request.Case.IsApproved)
            return null;
        var fitting = request.Case.Conditions.Where(condition => condition.State == state).ToList();
        return request.Press.Target.Length == 0
            ? fitting.Find(condition => state == ApprovalConditionState.Reported || MayReport(request, condition))
                ?? fitting.FirstOrDefault()
            : fitting.Find(condition => CaseTexts.Number(condition.Number) == request.Press.Target);
    }

    private static Outcome Reported(CaseRequest request, ApprovalCondition condition, string proof)
    {
        var after = With(
                request.Case,
                condition with
                {
                    State = ApprovalConditionState.Reported,
                    Proof = proof,
                    ReportedBy = request.Actor.Person,
                }
            )
            .Notify(NotificationKind.ConditionReported, condition.Number, condition.SetBy);
        var history = request.SayStored(
            "story.condition_reported",
            ("name", request.Actor.Person.Name),
            ("n", CaseTexts.Number(condition.Number))
        );
        var auditEvent = request.Event(AuditEventKind.ConditionReported, proof, ("number", CaseTexts.Number(condition.Number)));
        return request.Accept(
            after,
            auditEvent,
            history,
            $"done-{request.Case.Id}-{condition.Number}",
            heard => CaseViews.For(heard, heard.Say("done.thanks", ("name", condition.SetBy.Name)))
        );
    }

    private static Outcome Confirmed(CaseRequest request, ApprovalCondition condition)
    {
        var before = RegisterUpdate.StatusOf(request.Case);
        var confirmed = With(request.Case, condition with { State = ApprovalConditionState.Confirmed, ConfirmedBy = request.Actor.Person });
        var usable = before == EntryStatus.Onboarding && RegisterUpdate.StatusOf(confirmed) != EntryStatus.Onboarding;
        var after = usable ? confirmed.Notify(NotificationKind.Usable, confirmed.ContentVersion, confirmed.Affected()) : confirmed;
        var history = request.SayStored(
            "story.condition_confirmed",
            ("name", request.Actor.Person.Name),
            ("n", CaseTexts.Number(condition.Number))
        );
        var auditEvent = request.Event(AuditEventKind.ConditionConfirmed, "", ("number", CaseTexts.Number(condition.Number)));
        return request.Accept(after, auditEvent, history, $"confirm-{request.Case.Id}-{condition.Number}", request.Say("confirm.thanks"));
    }

    private static Case With(Case current, ApprovalCondition changed) =>
        current with
        {
            Conditions = [.. current.Conditions.Select(condition => condition.Number == changed.Number ? changed : condition)],
        };

    internal static View.Form Form(CaseRequest request, ApprovalCondition condition, string problem) =>
        CaseForms.Of(
            request,
            Verbs.Done,
            CaseTexts.Number(condition.Number),
            problem,
            [
                FormFields.LongText(
                    "proof_text",
                    request.Say("form.done_proof"),
                    request.Press.Value("proof_text"),
                    required: true,
                    missing: request.Say("form.done_missing")
                ),
            ],
            [new LabelledText(condition.Text)],
            "form.done_foot",
            name: condition.SetBy.Name
        );
}

/// <summary>Three blocks, the ticked suggestions filled in; what was typed before stays.</summary>
internal static class ApprovalConditionFields
{
    public static IEnumerable<Field> Of(CaseRequest request)
    {
        var suggested = request
            .Policy.SuggestedConditions.Where(suggestion => request.Press.Picked("suggested").Contains(suggestion.Id))
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

/// <param name="Problem">What is wrong with the block; empty when nothing is.</param>
internal sealed record ApprovalConditionInput(string Text, DateOnly? Due, Person Owner, string Problem);

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
