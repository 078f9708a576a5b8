using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>The form about a contract as it was sent: the contract it says, or what is wrong and in which field.</summary>
internal sealed class ContractInput(CaseRequest request)
{
    public const string KindField = "contract_kind";
    public const string ReferenceField = "contract_reference";
    public const string PartiesField = "contract_parties";
    public const string SignedField = "contract_signed";
    public const string StartField = "contract_start";
    public const string EndField = "contract_end";
    public const string NoticeField = "contract_notice";
    public const string RenewalField = "contract_renewal";
    public const string LawField = "contract_law";
    public const string ValueField = "contract_value";
    public const string LinkField = "contract_link";
    public const int LongestText = 200;
    public const int LongestShort = 80;
    public const int LongestNumber = 20;
    private const string Secure = "https://";
    private const int MostDays = 3650;
    private const int MostMonths = 120;

    /// <summary>No contract is counted through that many years.</summary>
    private const int MostYears = 100;

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The field that the problem is about.</summary>
    public string Field { get; private set; } = "";

    /// <summary>The contract as it was typed; of use only where nothing is wrong.</summary>
    public SupplierContract Read()
    {
        var link = request.Typed(LinkField);
        var contract = new SupplierContract(Kind(), Line(ReferenceField, LongestText), request.Actor.Person, request.Now)
        {
            Parties = Line(PartiesField, LongestText),
            SignedOn = Day(SignedField),
            Start = Day(StartField),
            End = Day(EndField),
            NoticeDays = Number(NoticeField, "day", MostDays),
            RenewalMonths = Number(RenewalField, "month", MostMonths),
            GoverningLaw = Line(LawField, LongestShort),
            Value = Line(ValueField, LongestShort),
            Link = link.Length == 0 || link.Contains("://", StringComparison.Ordinal) ? link : Secure + link,
        };
        if (Problem.Length == 0)
            Check(contract);
        return contract;
    }

    private void Check(SupplierContract contract)
    {
        var today = request.Context.Calendar.Today(request.Now);
        var named = contract.Kind is ContractKind.Negotiated or ContractKind.Order or ContractKind.TheirTerms;
        if (named && VisibleText.LettersAndDigits(contract.Reference) < 2)
            Wrong(ReferenceField, "contract.no_reference");
        else if (contract.End < contract.Start)
            Wrong(EndField, "contract.end_before_start");
        else if (contract.End < contract.SignedOn)
            Wrong(SignedField, "contract.signed_after_end");
        else if (contract.End?.Year > today.Year + MostYears)
            Wrong(EndField, "contract.end_too_far");
        else if (contract.RenewalMonths > 0 && contract.End is null)
            Wrong(RenewalField, "contract.renewal_without_end");
        else if (ContractDates.NoticeOutlasts(contract))
            Wrong(NoticeField, "contract.notice_too_long");
        else if (contract.Link.Length > EvidenceInput.LongestLink || (contract.Link.Length > 0 && WebAddress.LinkOf(contract.Link) is null))
            Wrong(LinkField, "evidence.link");
        else if (contract.Link.Length > 0 && !contract.Link.StartsWith(Secure, StringComparison.OrdinalIgnoreCase))
            Wrong(LinkField, "evidence.https");
    }

    private ContractKind Kind()
    {
        if (Enum.TryParse<ContractKind>(request.Press.Value(KindField), out var kind) && Enum.IsDefined(kind))
            return kind;
        Wrong(KindField, "contract.which_kind");
        return default;
    }

    private DateOnly? Day(string id)
    {
        var (day, wrong) = EvidenceInput.Day(request, id);
        if (wrong.Length > 0)
            Say(id, wrong);
        return day;
    }

    /// <summary>"60" or "60 days".</summary>
    private int Number(string id, string unit, int most)
    {
        var typed = request.Typed(id);
        var digits = typed.TakeWhile(char.IsAsciiDigit).Count();
        if (typed.Length == 0)
            return 0;
        if (
            int.TryParse(typed.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= most
            && typed[digits..].Trim() is var rest
            && (
                rest.Length == 0
                || rest.Equals(unit, StringComparison.OrdinalIgnoreCase)
                || rest.Equals($"{unit}s", StringComparison.OrdinalIgnoreCase)
            )
        )
            return number;
        Say(id, request.Say($"contract.number_{unit}", ("most", CaseTexts.Number(most))));
        return 0;
    }

    private string Line(string id, int longest) => Texts.Clip(TypedText.OneLine(request.Press.Value(id)), longest);

    private void Wrong(string id, string key) => Say(id, request.Say(key));

    /// <summary>The first mistake is the one that is said.</summary>
    private void Say(string id, string words)
    {
        if (Problem.Length == 0)
            (Field, Problem) = (id, words);
    }
}
