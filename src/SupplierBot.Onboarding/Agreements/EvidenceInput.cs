using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>The form about a document as it was sent: what it says, or what is wrong with it and in which field.</summary>
internal sealed record EvidenceInput(string Kind)
{
    public const string KindField = "evidence_kind";
    public const string LinkField = "evidence_link";
    public const string PlaceField = "evidence_place";
    public const string IssuerField = "evidence_issuer";
    public const string CoversField = "evidence_covers";
    public const string RegionField = "evidence_region";
    public const string IssuedField = "evidence_issued";
    public const string ExpiresField = "evidence_expires";
    public const string BridgedField = "evidence_bridged";
    public const int LongestLink = 500;
    public const int LongestPlace = 300;
    public const int LongestIssuer = 150;
    public const int LongestRegion = 80;
    private const string Secure = "https://";

    public string Link { get; init; } = "";
    public string Place { get; init; } = "";
    public StoredFile? File { get; init; }
    public string Issuer { get; init; } = "";
    public bool? Covers { get; init; }
    public string Region { get; init; } = "";
    public DateOnly? Issued { get; init; }
    public DateOnly? Expires { get; init; }
    public DateOnly? Bridged { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public string Problem { get; init; } = "";

    /// <summary>The field that the problem is about.</summary>
    public string Field { get; init; } = "";

    /// <summary>The kind that was picked, or that the button is about; empty where it is none of the policy.</summary>
    public static string KindOf(CaseRequest request) =>
        new[] { request.Press.Value(KindField), request.Press.Target }.FirstOrDefault(id => IsKind(request, id)) ?? "";

    /// <summary>The file this form is about, if it is the person's own.</summary>
    public static StoredFile? FileOf(CaseRequest request) =>
        request.State.File is { } dropped && request.Roles.Same(dropped.By, request.Actor.Id) ? dropped.File : null;

    public static EvidenceInput Read(CaseRequest request)
    {
        var (issued, wrongIssued) = Day(request, IssuedField);
        var (expires, wrongExpires) = Day(request, ExpiresField);
        var (bridged, wrongBridged) = Day(request, BridgedField);
        var link = request.Typed(LinkField);
        var input = new EvidenceInput(KindOf(request))
        {
            Link = link.Length == 0 || link.Contains("://", StringComparison.Ordinal) ? link : Secure + link,
            Place = Texts.Clip(TypedText.OneLine(request.Press.Value(PlaceField)), LongestPlace),
            File = FileOf(request),
            Issuer = Texts.Clip(TypedText.OneLine(request.Press.Value(IssuerField)), LongestIssuer),
            Covers = request.Press.Value(CoversField) switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            Region = Texts.Clip(TypedText.OneLine(request.Press.Value(RegionField)), LongestRegion),
            Issued = issued,
            Expires = expires,
            Bridged = bridged,
        };
        return wrongIssued.Length > 0 ? input.Wrong(IssuedField, wrongIssued)
            : wrongExpires.Length > 0 ? input.Wrong(ExpiresField, wrongExpires)
            : wrongBridged.Length > 0 ? input.Wrong(BridgedField, wrongBridged)
            : input.Checked(request);
    }

    /// <summary>What is wrong with the days of a document, and in which field; null where they fit.</summary>
    public static (string Field, string Words)? WrongDays(CaseRequest request, DateOnly? issued, DateOnly? expires, DateOnly? bridged)
    {
        var today = request.Context.Calendar.Today(request.Now);
        // Tomorrow is today already where the supplier is.
        if (issued > today.AddDays(1))
            return (IssuedField, request.Say("evidence.issued_later"));
        if (expires <= issued)
            return (ExpiresField, request.Say("evidence.expires_before"));
        if (bridged is not null && expires is null && issued is null)
            return (ExpiresField, request.Say("evidence.bridge_alone"));
        return bridged <= (expires ?? issued) ? (BridgedField, request.Say("evidence.bridge_before")) : null;
    }

    /// <summary>A day that somebody may have typed; what is wrong with it is empty where it is clear, or nothing was typed.</summary>
    public static (DateOnly? Day, string Wrong) Day(CaseRequest request, string field) =>
        request.Typed(field) is { Length: > 0 } typed
            ? TypedDay.Read(typed, request.Context.Calendar.Today(request.Now), past: true) switch
            {
                TypedDay.Sure sure => (sure.Day, ""),
                TypedDay.Either either => (
                    null,
                    request.Say("field.day_either", ("first", Dates.Whole(either.First)), ("second", Dates.Whole(either.Second)))
                ),
                _ => (null, request.Say("evidence.day")),
            }
            : (null, "");

    private EvidenceInput Checked(CaseRequest request) =>
        Kind.Length == 0 ? Wrong(KindField, request.Say("evidence.which_kind"))
        : Link.Length > LongestLink || (Link.Length > 0 && WebAddress.LinkOf(Link) is null) ? Wrong(LinkField, request.Say("evidence.link"))
        : Link.Length > 0 && !Link.StartsWith(Secure, StringComparison.OrdinalIgnoreCase) ? Wrong(LinkField, request.Say("evidence.https"))
        : Link.Length == 0 && Place.Length == 0 && File is null ? Wrong(LinkField, request.Say("evidence.nowhere"))
        : WrongDays(request, Issued, Expires, Bridged) is (var field, var words) ? Wrong(field, words)
        : LastDay < request.Context.Calendar.Today(request.Now)
            ? Wrong(ExpiresField, request.Say("evidence.over_already", ("day", Dates.Day(LastDay!.Value, request.Context))))
        : this;

    private DateOnly? LastDay => Bridged is { } bridged && (Expires is null || bridged > Expires) ? bridged : Expires;

    private EvidenceInput Wrong(string field, string words) => this with { Field = field, Problem = words };

    private static bool IsKind(CaseRequest request, string id) =>
        request.Case.Assessment.Evidence.Any(kind => kind.Id == id) || request.Policy.Evidence.Any(kind => kind.Id == id);
}
