using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>What the forms and cards about a document have in common.</summary>
internal static class EvidenceTexts
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>"SOC2.pdf, 1.2 MB".</summary>
    public static string File(StoredFile file, Context context) =>
        context.Wording.Fill("evidence.file_is", ("name", file.Name), ("size", Size(file.Size)));

    /// <summary>Where it is, who says what of it, and why it is needed.</summary>
    public static IEnumerable<LabelledText> About(EvidenceRecord record, CaseRequest request)
    {
        var context = request.Context;
        if (record.Link.Length > 0)
            yield return new(Links.OfSite(record.Link), request.Say("evidence.link_label"));
        if (record.File is { } file)
            yield return new(File(file, context), request.Say("evidence.file"));
        if (record.Place.Length > 0)
            yield return new(Links.In(record.Place), request.Say("evidence.place"));
        if (record.Issuer.Length > 0)
            yield return new(record.Issuer, request.Say("evidence.issuer"));
        if (record.CoversService is { } covers)
            yield return new(request.Say(covers ? "evidence.covers" : "evidence.covers_not"), request.Say("evidence.scope"));
        if (record.Region.Length > 0)
            yield return new(record.Region, request.Say("evidence.region"));
        if (record.Issued is { } issued)
            yield return new(Dates.Day(issued, context), request.Say("evidence.issued"));
        if (record.Expires is { } expires)
            yield return new(Dates.Day(expires, context), request.Say("evidence.expires"));
        if (record.BridgedUntil is { } bridged)
            yield return new(Dates.Day(bridged, context), request.Say("evidence.bridged"));
        yield return new(EvidenceCards.Added(record, context));
        if (EvidenceListHandler.Because(request, record.Kind) is { Length: > 0 } because)
            yield return new(request.Say("evidence.because", ("because", because)));
    }

    /// <summary>When it was issued and when it ends.</summary>
    /// <param name="record">What stands in them before anybody types; null for a new one.</param>
    public static IEnumerable<Field> Days(CaseRequest request, EvidenceRecord? record)
    {
        string Value(string id, DateOnly? otherwise) =>
            request.Press.Values.TryGetValue(id, out var typed) ? typed
            : otherwise is { } day ? Dates.Value(day)
            : "";
        yield return FormFields.Date(
            EvidenceInput.IssuedField,
            request.Say("form.evidence_issued"),
            Value(EvidenceInput.IssuedField, record?.Issued)
        );
        yield return FormFields.Date(
            EvidenceInput.ExpiresField,
            request.Say("form.evidence_expires"),
            Value(EvidenceInput.ExpiresField, record?.Expires)
        );
    }

    /// <summary>Back to the list it was opened from.</summary>
    public static View.Form WithWayBack(View.Form form, CaseRequest request) =>
        form with
        {
            Buttons = [.. form.Buttons.Where(button => button.Verb != Verbs.Back), new(request.Say("button.documents"), Verbs.Evidence)],
        };

    private static string Size(long bytes) =>
        bytes < Mebibyte
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:0.0} MB");
}
