namespace SupplierBot.Chat;

/// <summary>For clients that start empty: the messages of open cases are wanted anew in a conversation that was just opened.</summary>
public sealed class ShownAgain(ITable table, CaseStore cases, RoleBookStore books, ChatSettings settings, OutboxSignal outbox, TimeProvider time)
{
    private const int MostCases = 50;
    /// <summary>Keeps these rows apart from those of the commit that wrote the same version.</summary>
    private const int FirstNumber = 500;

    private const int MostAtOnce = 40;

    /// <param name="target">Row key of the conversation.</param>
    public async Task WantAsync(string target, CancellationToken cancellation)
    {
        var staff = await books.RecentAsync(cancellation);
        foreach (var line in await cases.OpenAsync(MostCases, cancellation))
        {
            if (await cases.FindAsync(line.Id, cancellation) is { Value: var current }) await WantAsync(current, staff, target, cancellation);
        }
        outbox.Wake();
    }

    private async Task WantAsync(Case current, Staff staff, string target, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var here = Slots.Of(current, staff.Roles).Where(slot => Targets.Of(slot.Audience, staff).Contains(target)).ToList();
        // Two rows each, and a transaction has a hundred.
        foreach (var (some, chunk) in here.Chunk(MostAtOnce).Select((some, chunk) => (some, chunk))) await WantAsync(current, some, FirstNumber + chunk * MostAtOnce, target, now, cancellation);
    }

    private async Task WantAsync(Case current, IReadOnlyList<Slot> here, int first, string target, DateTimeOffset now, CancellationToken cancellation)
    {
        RowChange[] batch =
        [
            .. here.Select(slot => new RowChange.Put(CaseCommit.SlotRow(new(current.Id, slot.Id, target, [], 0, "", false, 0)))),
            .. here.Select((slot, number) => new RowChange.Add(OutboxRows.One(Keys.Outbox(now, current.Id, current.Version, first + number), MessageSubject.Of(current), current.Version, (slot.Id, target), now))),
        ];
        // A lost race means that another opening of the same moment wants the same messages.
        await table.CommitAsync(Keys.Workflow(settings.OrganisationId), batch, cancellation);
    }
}
