using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Somebody wants a supplier, asks whether it is approved, or says what happened to it.</summary>
internal static class SupplierSentences
{
    private const int LongestPurpose = 600;

    public static Outcome Want(Request.WantSupplier want, SentenceRequest request)
    {
        if (request.State.SameName.Count > 0)
            return RegisterLookup.Known(request.State.SameName, request);
        var asked = AskedSupplier.Read(want.Name);
        if (request.Near.Count > 0 || request.State.SameMaker.Count > 0 || !asked.OnlyName)
            return NameAnswers.Unsure(asked, request.State, request.Context);
        var purpose = Texts.Clip(want.Purpose, LongestPurpose);
        var key = want.As switch
        {
            WantedAs.FreePlan => "talk.want_free",
            WantedAs.InUseAlready => "talk.want_in_use",
            WantedAs.OpenModel => "talk.want_model",
            _ => purpose.Length > 0 ? "talk.want_purpose" : "talk.want",
        };
        return request.Reply(
            request.Say(key, ("name", SentenceRequest.Short(asked.Name))),
            request.Says("talk.start_button", NewSupplier.Saying(asked.Name, purpose), ButtonStyle.Main),
            request.Says(
                "talk.alternatives_button",
                purpose.Length > 0 ? $"what can I use for {purpose}" : $"alternatives to {asked.Name}"
            ),
            request.Cancel
        );
    }

    public static Outcome Hire(SentenceRequest request) =>
        request.Reply(request.Context.Wording["talk.hire"], request.Says("talk.start_button", "new", ButtonStyle.Main), request.Cancel);

    public static Outcome Site(Request.NameSite site, SentenceRequest request) =>
        request.Reply(
            request.Say(site.IsLink ? "talk.link" : "talk.site", ("site", SentenceRequest.Short(site.Site))),
            request.Says("talk.check_button", $"can I use {site.Site}", ButtonStyle.Main),
            request.Says("talk.start_button", NewSupplier.Saying(site.Site)),
            request.Cancel
        );

    public static Outcome Check(Request.CheckSupplier check, SentenceRequest request)
    {
        var asked = AskedSupplier.Read(check.Name);
        if (request.State.SameName.Count == 0)
            return NameAnswers.Unsure(asked, request.State, request.Context);
        var known = RegisterLookup.Known(request.State.SameName, request);
        return check.Data.Length > 0 && known.Answer is View.Entry entry && request.State.SameName.Any(entry => entry.Status.IsInUse())
            ? known with
            {
                Answer = entry with
                {
                    Lines = [.. entry.Lines, new LabelledText(request.Say("talk.check_data", ("data", SentenceRequest.Short(check.Data))))],
                },
            }
            : known;
    }

    /// <summary>The question that opens the form: what happened is said there.</summary>
    /// <param name="verb">See <see cref="Request.ReportOnSupplier"/>.</param>
    public static Outcome Report(string name, string verb, SentenceRequest request)
    {
        var (command, key, label) = verb switch
        {
            Verbs.Incident => ("incident", "talk.report_incident", "talk.incident_button"),
            Verbs.Exit => ("exit", "talk.report_exit", "button.exit"),
            _ => ("changed", "talk.report_changed", "button.changed"),
        };
        var entries = request.Entries.Where(entry => verb == Verbs.Incident || entry.Status.IsInUse()).Take(4).ToList();
        if (entries.Count == 0)
            return request.Entries.Count > 0 ? RegisterLookup.Known(request.Entries, request)
                : request.Near.Count > 0 ? NameAnswers.Unsure(AskedSupplier.Read(name), request.State, request.Context)
                : NotUnderstood.Of(request);
        return request.Reply(
            request.Say(key, ("supplier", SentenceRequest.Short(entries[0].Supplier))),
            [
                .. entries.Select(entry =>
                    entries.Count == 1
                        ? request.Says(label, $"{command} {entry.Id}", ButtonStyle.Main)
                        : SentenceRequest.Named(entry.Service.Length > 0 ? entry.Service : entry.Id, $"{command} {entry.Id}")
                ),
                request.Cancel,
            ]
        );
    }
}
