using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// What is known of the contract: by who asked, who owns it and those who decide. From its dates follows the last day to give notice.
/// </summary>
internal static class ContractHandler
{
    public static Outcome Handle(CaseRequest request)
    {
        if (EvidenceRights.Adds(request, "contract") is { } refused)
            return request.SeesWhole && !IsSent(request) ? Outcome.Say(CaseViews.For(request, "")) : refused;
        if (!IsSent(request))
            return Outcome.Say(Form(request, "", ""));
        var input = new ContractInput(request);
        var contract = input.Read();
        if (input.Problem.Length > 0)
            return Outcome.Say(Form(request, input.Problem, input.Field));
        return request.Press.Target == TargetOf(request.Case)
            ? Recorded(request, contract)
            : Outcome.Say(Form(request, request.Say("contract.newer", ("name", request.Case.Contract?.By.Name ?? "")), ""));
    }

    /// <summary>"Last day to give notice: 28 Feb 2028."; empty where there is none.</summary>
    public static string NoticeDay(SupplierContract? contract, Context context) => NoticeDay(ContractTerm.Of(contract), context);

    /// <inheritdoc cref="NoticeDay(SupplierContract, Context)"/>
    public static string NoticeDay(ContractTerm? term, Context context) =>
        term is not null && ContractDates.LastNoticeDay(term, context.Calendar.Today(context.Now)) is { } day
            ? context.Wording.Fill("contract.notice_day", ("day", Dates.Day(day, context)))
            : "";

    /// <summary>Else it is only looked at, by who may fill it in and by who may not.</summary>
    private static bool IsSent(CaseRequest request) => request.Press.Target.StartsWith(CaseForms.Sent, StringComparison.Ordinal);

    private static Outcome Recorded(CaseRequest request, SupplierContract contract)
    {
        var kind = request.Context.StoredWording[$"contract.kind_{contract.Kind}"];
        var history = request.SayStored(
            contract.Reference.Length > 0 ? "story.contract_recorded" : "story.contract_recorded_unnamed",
            ("name", request.Actor.Person.Name),
            ("kind", kind),
            ("reference", contract.Reference)
        );
        var said = $"{request.Say("contract.recorded")} {NoticeDay(contract, request.Context)}".TrimEnd();
        return request.Accept(
            request.Case with
            {
                Contract = contract,
            },
            request.Event(
                AuditEventKind.ContractRecorded,
                string.Join('\n', new[] { contract.Reference, contract.Parties, contract.GoverningLaw, contract.Value, contract.Link })
                    .Trim('\n'),
                [.. Details(contract)]
            ),
            history,
            request.FormOperation,
            said
        );
    }

    private static IEnumerable<(string, string)> Details(SupplierContract contract)
    {
        yield return ("kind", contract.Kind.ToString());
        if (contract.SignedOn is { } signed)
            yield return ("signed", Dates.Value(signed));
        if (contract.Start is { } start)
            yield return ("start", Dates.Value(start));
        if (contract.End is { } end)
            yield return ("end", Dates.Value(end));
        if (contract.NoticeDays > 0)
            yield return ("notice_days", CaseTexts.Number(contract.NoticeDays));
        if (contract.RenewalMonths > 0)
            yield return ("renewal_months", CaseTexts.Number(contract.RenewalMonths));
    }

    /// <summary>Which record was on screen: what a colleague wrote meanwhile is not overwritten unseen.</summary>
    private static string TargetOf(Case current) =>
        current.Contract is { } contract ? $"{CaseForms.Sent} {contract.At.UtcTicks}" : CaseForms.Sent;

    /// <param name="wrong">The field that the problem is about; empty where it is about none.</param>
    private static View.Form Form(CaseRequest request, string problem, string wrong)
    {
        var kept = request.Case.Contract;
        return CaseForms.Of(
            request,
            Verbs.Contract,
            TargetOf(request.Case),
            problem,
            [.. Fields(request, kept).Select(field => field.Id == wrong ? field with { Error = problem } : field)],
            [.. Lines(request, kept)],
            "form.contract_foot"
        );
    }

    private static IEnumerable<LabelledText> Lines(CaseRequest request, SupplierContract? kept)
    {
        if (kept is null)
            yield break;
        yield return new(request.Say("contract.recorded_by", ("name", kept.By.Name), ("day", Dates.Day(kept.At, request.Context))));
        if (NoticeDay(kept, request.Context) is { Length: > 0 } notice)
            yield return new(notice);
    }

    private static IEnumerable<Field> Fields(CaseRequest request, SupplierContract? kept)
    {
        var sent = request.Press.Values.ContainsKey(ContractInput.KindField);
        yield return FormFields.One(
            ContractInput.KindField,
            request.Say("form.contract_kind"),
            Value(ContractInput.KindField, kept?.Kind.ToString()),
            [.. Enum.GetValues<ContractKind>().Select(kind => new FieldChoice(kind.ToString(), request.Say($"contract.kind_{kind}")))]
        ) with
        {
            Required = true,
            Missing = request.Say("contract.which_kind"),
        };
        yield return Text(ContractInput.ReferenceField, kept?.Reference, ContractInput.LongestText);
        yield return Text(ContractInput.PartiesField, kept?.Parties, ContractInput.LongestText);
        yield return Day(ContractInput.SignedField, kept?.SignedOn);
        yield return Day(ContractInput.StartField, kept?.Start);
        yield return Day(ContractInput.EndField, kept?.End) with
        {
            Help = request.Say("form.contract_end_help"),
        };
        yield return Text(ContractInput.NoticeField, Number(kept?.NoticeDays), ContractInput.LongestNumber);
        yield return Text(ContractInput.RenewalField, Number(kept?.RenewalMonths), ContractInput.LongestNumber) with
        {
            Help = request.Say("form.contract_renewal_help"),
        };
        yield return Text(ContractInput.LawField, kept?.GoverningLaw, ContractInput.LongestShort);
        yield return Text(ContractInput.ValueField, kept?.Value, ContractInput.LongestShort);
        yield return Text(ContractInput.LinkField, kept?.Link, EvidenceInput.LongestLink) with
        {
            Example = "https://",
        };

        string Value(string id, string? before) => sent ? request.Press.Value(id) : before ?? "";
        Field Text(string id, string? before, int most) => FormFields.Text(id, request.Say($"form.{id}"), Value(id, before), most);
        Field Day(string id, DateOnly? before) =>
            FormFields.Date(id, request.Say($"form.{id}"), Value(id, before is { } day ? Dates.Value(day) : null));
    }

    private static string? Number(int? number) => number is > 0 and var some ? CaseTexts.Number(some) : null;
}
