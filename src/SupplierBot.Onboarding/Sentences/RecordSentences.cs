using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Where to find what an auditor asks for: the list or the file that has it, and the button that brings it.</summary>
internal static class RecordSentences
{
    public static Outcome Where(RecordTopic topic, SentenceRequest request)
    {
        if (topic == RecordTopic.Import)
            return request.Reply(
                request.Context.Wording[
                    HelpLines.IsAdmin(request.Actor.Id, request.Context.Roles) ? "records.Import" : "import.admins_only"
                ],
                request.Help
            );
        if (topic != RecordTopic.Clauses && !request.Context.Roles.ReadsEverything(request.Actor.Id))
            return request.Reply(request.Context.Wording["export.not_yours"], request.Help);
        return request.Reply(request.Context.Wording[$"records.{topic}"], Buttons(topic, request));
    }

    /// <summary>For those who read everything and decide nothing: their work is to look.</summary>
    public static IReadOnlyList<Button> ForReaders(SentenceRequest request) =>
        [request.Says("register.title", "register", ButtonStyle.Main), request.Says("records.button", "records"), request.Help];

    private static IReadOnlyList<Button> Buttons(RecordTopic topic, SentenceRequest request)
    {
        var register = request.Says("records.register_button", "download register as excel");
        var report = request.Says("records.report_button", "management report");
        var pack = request.Says("records.pack_button", "pack this year");
        var policy = request.Says("records.policy_button", "download policy");
        return topic switch
        {
            RecordTopic.All => [register, policy, report, pack],
            RecordTopic.EndDates => [request.Says("records.due_button", "register due this quarter"), report, register],
            RecordTopic.Exceptions or RecordTopic.SupplyChain => [report, register],
            RecordTopic.Cloud => [request.Says("records.cloud_button", "register type cloud"), pack],
            RecordTopic.Clauses when request.Context.Roles.ReadsEverything(request.Actor.Id) => [policy, pack],
            RecordTopic.Clauses => [policy],
            RecordTopic.Exits => [request.Says("records.ended_button", "register ended"), pack],
            _ => [pack],
        };
    }
}
