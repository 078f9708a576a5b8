using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Chat.Files;

/// <summary>The file that a form is about.</summary>
public sealed class FormFiles(TimeProvider time, IFileStore? store = null)
{
    /// <summary>
    /// Noted with the case before its row is written, so that no sweep takes it away in between; whether it is this person's own is decided
    /// with the rest.
    /// </summary>
    public async Task<TurnState> WithFileAsync(TurnState state, Turn turn, CancellationToken cancellation)
    {
        if (
            store is null
            || turn.Request is not Request.AddEvidence { Press.Stamp.Page: { } key }
            || !DroppedFile.IsKey(key)
            || await store.FindAsync(key, cancellation) is not { File.Name.Length: > 0 } found
            || FileKinds.IsSheetAlone(found.File.Name)
        )
            return state;
        if (state.Case is { } current && found.By == turn.Actor.Id && !found.Cases.Contains(current.Id))
            await store.NoteAsync(found with { At = time.GetUtcNow(), Cases = [.. found.Cases, current.Id] }, cancellation);
        return state with { File = new(found.File, found.By) };
    }
}
