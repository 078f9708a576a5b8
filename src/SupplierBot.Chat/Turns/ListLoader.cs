namespace SupplierBot.Chat;

/// <summary>Lays on the desk what a command lists: the rows down to the page that is shown, and one page ahead, so that "and 7 more" can be said.</summary>
public sealed class ListLoader(CaseStore cases, CaseQueue queue, RegisterSearch register, RoleBookStore books, TimeProvider time, DamagedRows? damaged = null)
{
    private const int Most = 200;
    private const int Ahead = 2 * CaseLists.PageLength;

    /// <param name="from">The first row of the page; whatever somebody sent.</param>
    public async Task<Desk> PageAsync(Desk desk, Command command, int from, Actor actor, CancellationToken cancellation) => command switch
    {
        Command.CanIUse { Name: var name } => await AnswerAsync(desk, name, cancellation),
        Command.Find { Text: var text } => await register.FindAsync(text, from, Ahead, Most, cancellation) is var (page, ends) ? desk with { Found = page, Ends = ends } : desk,
        Command.Pending when !(await books.RecentAsync(cancellation)).Roles.ReadsEverything(actor.Id) => desk,
        Command.Pending => Listed(desk, await queue.FirstAsync(time.GetUtcNow(), actor.Id, Until(from), cancellation), from),
        _ => Listed(desk, await cases.OfAsync(actor.Id, Until(from), cancellation), from),
    };

    /// <summary>What fits what was typed so far; every line of the register, by name, before anything was.</summary>
    public async Task<Desk> SearchAsync(Desk desk, Input.Searched searched, CancellationToken cancellation) => searched.Text.Length > SupplierNames.Longest
        ? desk
        : desk with { Found = await register.SearchAsync(searched.Text, searched.Skip, searched.Take, Most, cancellation) };

    /// <summary>A person's own cases, whatever page: among them are those that can be taken back.</summary>
    public async Task<Desk> OwnAsync(Desk desk, Actor actor, CancellationToken cancellation) => desk with { Cases = await cases.OfAsync(actor.Id, Most, cancellation) };

    /// <summary>Entries of the same name, and who is asking for one of them already.</summary>
    public async Task<Desk> SameNameAsync(Desk desk, string name, CancellationToken cancellation)
    {
        var same = await register.NamedAsync(name, Most, cancellation);
        var pending = new List<CaseLine>();
        foreach (var entry in same.Where(entry => entry.Status == EntryStatus.Proposed && entry.CaseId != desk.Draft?.EditsCase))
        {
            if (await damaged.OrNothingAsync(cases.FindAsync(entry.CaseId, cancellation)) is { Value: { IsOpen: true } open }) pending.Add(CaseLine.Of(open, (await books.RecentAsync(cancellation)).Roles));
        }
        return desk with { SameName = same, Pending = pending };
    }

    /// <summary>The lines of the name; only where there are none, names that are like it.</summary>
    private async Task<Desk> AnswerAsync(Desk desk, string name, CancellationToken cancellation)
    {
        var same = await register.NamedAsync(name, CaseLists.PageLength, cancellation);
        return desk with { SameName = same, Found = same.Count > 0 ? [] : await register.GuessesAsync(name, SupplierNames.MostGuesses, cancellation) };
    }

    private static int Until(int from) => (int)Math.Min((long)from + Ahead + 1, Most);

    private static Desk Listed(Desk desk, IReadOnlyList<CaseLine> lines, int from) => lines.Count < Until(from)
        ? desk with { Cases = lines }
        : desk with { Cases = [.. lines.SkipLast(1)], Ends = new(0, 0, GoesOn: true) };
}
