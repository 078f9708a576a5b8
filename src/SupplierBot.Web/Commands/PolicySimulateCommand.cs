using System.CommandLine;
using System.Globalization;
using SupplierBot.Chat.Publishing;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>What a policy that is not in force yet would change, case by case: for who approves it.</summary>
internal static class PolicySimulateCommand
{
    public static Command Simulate()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The policy file to try." };
        var list = new Option<bool>("--list") { Description = "Name every case that would change, a line each." };
        var command = new Command(
            "simulate",
            "Assess every open request and everything in use under another policy, and count what would change. Changes nothing. Exit code 0, 2: cannot read. May run beside the bot."
        )
        {
            file,
            list,
        };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Read,
            (parsed, kept, cancellation) =>
                RunAsync(kept, PolicyFile.Read(parsed.GetRequiredValue(file)), parsed.GetValue(list), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(StoredDataCommand.StoredData kept, Policy proposed, bool list, CancellationToken cancellation)
    {
        var policies = await StoredPolicies.OpenAsync(kept, cancellation);
        var trial = new PolicyTrial(StoredPolicies.SourceOf(kept, policies), policies, kept.Settings, TimeProvider.System);
        var counts = await trial.RunAsync(
            proposed,
            one => list && !one.IsSame ? kept.Output.WriteLineAsync(Line(one)) : Task.CompletedTask,
            null,
            cancellation
        );
        foreach (var line in Summary(counts, proposed))
            await kept.Output.WriteLineAsync(line);
        return 0;
    }

    private static string Line(SimulatedCase one) =>
        string.Join(
            "; ",
            new[]
            {
                $"{one.Case.Id} {one.Case.EntryId} {one.Case.Supplier}: {one.TierBefore}"
                    + (one.TierBefore == one.TierAfter ? "" : $" → {one.TierAfter}"),
                Ids("more", [.. one.NewClauses, .. one.NewDocuments]),
                Ids("fewer", [.. one.DroppedClauses, .. one.DroppedDocuments]),
                one.SeatsBefore == one.SeatsAfter ? "" : $"approvals {one.SeatsBefore} → {one.SeatsAfter}",
                one switch
                {
                    { UsableBefore: true, UsableAfter: false } => "not ready to use any more",
                    { UsableBefore: false, UsableAfter: true } => "ready to use",
                    _ => "",
                },
                one.Unanswered ? "has questions to answer" : "",
            }.Where(words => words.Length > 0)
        );

    private static string Ids(string words, IReadOnlyList<string> ids) => ids.Count == 0 ? "" : $"{words}: {string.Join(' ', ids)}";

    private static IEnumerable<string> Summary(SimulatedCounts counts, Policy proposed)
    {
        yield return Said(
            $"Policy {proposed.Version} on {counts.Cases:N0} open requests and suppliers in use: {counts.Same:N0} stay as they are."
        );
        if (counts.Unread > 0)
            yield return Said($"Not tried, because their policy can't be read: {counts.Unread:N0}");
        foreach (var ((from, to), count) in counts.Tiers)
            yield return Said($"Tier {from} → {to}: {count:N0}");
        yield return Said($"Reviews due at once, because the tier is higher: {counts.Reviews:N0}");
        yield return Said($"Other approvals: {counts.Seats:N0}");
        yield return Said($"Ready to use now and not any more: {counts.NoLongerUsable:N0}");
        yield return Said($"Not ready to use now, and ready then: {counts.UsableThen:N0}");
        yield return Said($"With questions to answer: {counts.Unanswered:N0}");
        foreach (var (id, count) in counts.Added)
            yield return Said($"More {id}: {count:N0}");
        foreach (var (id, count) in counts.Dropped)
            yield return Said($"Fewer {id}: {count:N0}");
    }

    private static string Said(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
