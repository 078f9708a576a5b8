using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Reads the lists that auditors ask for: lines of the register, incidents, and who has read the policy. Seven parts: each kind of row has
/// one.
/// </summary>
public sealed class RecordLoader(
    RegisterReader register,
    CaseStore cases,
    ExportLogStore exports,
    ConversationStore conversations,
    PolicyStore policies,
    DependencyIndex dependencies,
    ContextFactory contexts
)
{
    /// <summary>Cases that a list of incidents goes back; the management report and the audit pack have all.</summary>
    private const int MostIncidents = 60;

    /// <summary>People who are named; the audit pack has all.</summary>
    private const int MostReaders = 10;

    public async Task<TurnState> PageAsync(TurnState state, Request.ListRegister listed, CancellationToken cancellation) =>
        state with
        {
            RegisterPage = await register.PageAsync(listed.Filter, listed.From, contexts.Today, cancellation),
            Concentration = listed.Filter.With is { Length: > 0 } provider ? await OnAsync(provider, cancellation) : state.Concentration,
        };

    private async Task<Concentration> OnAsync(string provider, CancellationToken cancellation) =>
        new([await dependencies.UseAsync(provider, cancellation)], [], await dependencies.CriticalAsync(cancellation));

    /// <summary>The rows down to the end of the page that is shown, and one more, so that "and more" can be said.</summary>
    public async Task<TurnState> IncidentsAsync(TurnState state, Request.ListIncidents listed, CancellationToken cancellation)
    {
        var take = (int)Math.Min((long)listed.From + CaseLists.PageLength, MostIncidents);
        var found = await cases.WithIncidentsAsync(take + 1, cancellation);
        var more = found.Count > take;
        return state with { WithIncidents = [.. found.Take(take)], Ends = new(0, more ? 1 : 0, GoesOn: more) };
    }

    /// <summary>Of the policy in force: a person who read another version has not read this one.</summary>
    public async Task<TurnState> ReadersAsync(TurnState state, CancellationToken cancellation)
    {
        var readers = await exports.ReadersAsync(policies.Current.Hash, cancellation);
        var named = new List<(Person, DateTimeOffset)>();
        foreach (var (id, at) in readers.Take(MostReaders))
            named.Add((await PersonAsync(id, cancellation), at));
        return state with { PolicyReaders = new(named, readers.Count) };
    }

    /// <summary>By the name that they last wrote under; somebody who was erased, or moved here by import, has their id alone.</summary>
    private async Task<Person> PersonAsync(PersonId id, CancellationToken cancellation) =>
        (await conversations.FindAsync(Keys.Person(id), cancellation))?.Person is { Name.Length: > 0 } known ? known : new(id, id.Value);
}
