using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>What auditors want to see in the chat itself, for those who may read every case.</summary>
internal static class RecordLists
{
    /// <summary>Characters of an incident on its row; the case has all of them.</summary>
    private const int LongestWords = 140;

    public static Outcome Incidents(int from, SentenceRequest request)
    {
        if (!request.Context.Roles.ReadsEverything(request.Actor.Id))
            return NotYours(request);
        if (request.State.WithIncidents is not { Count: > 0 } cases)
            return request.Reply(request.Context.Wording["records.no_incidents"], Report(request));
        var rows = new ListRows([.. cases.Select(current => Row(current, request))], request.State.Ends);
        var card = ListCard.Show(request.Say("records.incidents_title"), "", rows, from, "incidents", request.Context);
        return Outcome.Say(card with { Buttons = [.. card.Buttons, Report(request), Pack(request)] });
    }

    /// <summary>"12 Nov 2026: Sam Security reported an incident: … · 2 more".</summary>
    private static ListRow Row(Case current, SentenceRequest request)
    {
        var incidents = Register.Incidents.Of(current).ToList();
        var words = $"{Dates.Day(incidents[^1].At, request.Context)}: {Texts.Clip(incidents[^1].Words, LongestWords)}";
        var more = incidents.Count > 1 ? $" · {request.Count("records.incidents_more", incidents.Count - 1)}" : "";
        return new(
            "",
            Rows.Entry(current.EntryId, current.Supplier, current.Assessment.Tier, words + more, "button.open", request.Context)
        );
    }

    public static Outcome PolicyReaders(SentenceRequest request)
    {
        if (!request.Context.Roles.ReadsEverything(request.Actor.Id))
            return NotYours(request);
        if (request.State.PolicyReaders is not { Count: > 0 } readers)
            return request.Reply(
                request.Context.Wording.Fill("records.no_readers", ("version", request.Policy.Version)),
                request.Says("records.read_button", "policy read")
            );
        var lines = readers.First.Select(read => new LabelledText($"{read.Person.Name}, {Dates.Day(read.At, request.Context)}"));
        var left = readers.Count - readers.First.Count;
        var more = left > 0 ? [new LabelledText(request.Count("records.readers_more", left))] : Array.Empty<LabelledText>();
        var words = request.Count("records.readers", readers.Count, ("version", request.Policy.Version));
        return Outcome.Say(
            new View.Notice("", [new LabelledText(words), .. lines, .. more]) { Plain = Texts.Clip(words, 120), Buttons = [Pack(request)] }
        );
    }

    private static Outcome NotYours(SentenceRequest request) => request.Reply(request.Context.Wording["export.not_yours"], request.Help);

    private static Button Report(SentenceRequest request) => request.Says("records.report_button", "management report");

    private static Button Pack(SentenceRequest request) => request.Says("records.pack_button", "pack this year");
}
