using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Reads what a name may mean: the entries that have it; else names that are like it, and those of the maker of a product of that name. An
/// answer reads ten rows at most.
/// </summary>
public sealed class SupplierNameLoader(NamesIndex names, RegisterSearch register, ProductCatalogue catalogue, ContextFactory contexts)
{
    private const int MostOfAMaker = 2;
    private const int MostProducts = 3;
    private const int MostInstead = 3;
    private const int MostTypos = 2;
    private const int MostStems = 2;

    /// <summary>Names of one answer, and names each may be known by.</summary>
    private const int MostNamed = 10;
    private const int MostLookups = 4;

    /// <summary>With as many entries there are rows left for what may be used instead.</summary>
    private const int FewEntries = 2;

    /// <summary>The entries of the name; only where there are none, what may be meant.</summary>
    public async Task<TurnState> LoadAsync(TurnState state, string name, CancellationToken cancellation)
    {
        var asked = AskedSupplier.Read(name);
        foreach (var exact in asked.Exact)
        {
            var (known, sure) = await names.KnownAsAsync(exact, CaseLists.MostServices, cancellation);
            if (known.Count > 0)
                return sure
                    ? await InsteadAsync(state with { SameName = known, Found = [] }, cancellation)
                    : state with
                    {
                        SameName = [],
                        Found = [.. known.Take(SupplierNames.MostGuesses)],
                    };
        }
        var found = new List<RegisterEntry>(await BegunAsync(asked, cancellation));
        foreach (var guess in asked.Guesses.TakeWhile(_ => found.Count < 2))
            found.AddRange(await names.GuessesAsync(guess, SupplierNames.MostGuesses, cancellation));
        state = state with { SameName = [], Found = [.. found.DistinctBy(entry => entry.Id).Take(SupplierNames.MostGuesses)] };
        if (asked.Guesses.Select(catalogue.Named).FirstOrDefault(named => named.Count > 0) is { } products)
            return await WithMakersAsync(state with { Products = [.. products.Take(MostProducts)], ProductsNamed = true }, cancellation);
        foreach (var typed in asked.Exact.Take(MostTypos).Where(_ => state is { Found.Count: 0, Products.Count: 0 }))
            state = await LikeAsync(state, typed, cancellation);
        return state;
    }

    /// <summary>Entries of which a name is a typo away.</summary>
    public Task<IReadOnlyList<RegisterEntry>> LikeAsync(string name, CancellationToken cancellation) =>
        names.SlipsAsync(name, SupplierNames.MostGuesses, cancellation);

    /// <summary>What the register knows of the names in an answer about who stands behind a supplier: the first few of them.</summary>
    public async Task<RegisteredNames> RegisteredAsync(string typed, CancellationToken cancellation)
    {
        var (suppliers, near) = (new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>());
        foreach (var part in NameList.Of(typed).Take(MostNamed))
        {
            foreach (var name in ProviderReader.Lookups(part, catalogue).Take(MostLookups))
            {
                if (await names.KnownAsAsync(name, 1, cancellation) is ([var entry], true))
                    suppliers[SupplierNames.Identity(name)] = entry.Supplier;
            }
            if (ProviderReader.IsUnknown(part, catalogue, new(suppliers, near)))
                near[SupplierNames.Identity(ProviderName.Of(part))] = await NearAsync(ProviderName.Of(part), cancellation);
        }
        return new(suppliers, near);
    }

    /// <summary>Entries of whose names one stands in a message; as a guess, where only something like a name does.</summary>
    public Task<(IReadOnlyList<RegisterEntry> Entries, bool Sure)> MentionedAsync(string message, CancellationToken cancellation) =>
        names.MentionedAsync(message, MessageChangeHandler.MostOffered, cancellation);

    private async Task<IReadOnlyList<string>> NearAsync(string name, CancellationToken cancellation)
    {
        var like = await names.SlipsAsync(name, SupplierNames.MostGuesses, cancellation);
        if (like.Count == 0)
            like = await register.AlikeAsync(name, "", SupplierNames.MostGuesses, cancellation);
        return [.. like.Select(entry => entry.Supplier).DistinctBy(SupplierNames.Identity)];
    }

    /// <summary>What may be used for a purpose: by its words, else by products that serve it.</summary>
    public async Task<TurnState> ForPurposeAsync(TurnState state, string purpose, CancellationToken cancellation)
    {
        var usable = await names.ForPurposeAsync(NameWords.Stems(purpose), contexts.Today, CaseLists.MostServices, cancellation);
        if (usable.Count > 0)
            return state with { Usable = usable };
        var found = new List<RegisterEntry>();
        foreach (var product in catalogue.For(purpose).Where(_ => found.Count < CaseLists.MostServices))
            found.AddRange((await names.KnownAsAsync(product.Name, 1, cancellation)).Entries);
        return state with
        {
            Usable =
            [
                .. found
                    .Where(entry => entry.StatusOn(contexts.Today).MayBeUsed())
                    .DistinctBy(entry => entry.Id)
                    .Select(entry => new UsableEntry(entry.Id, entry.Supplier, entry.Service, entry.ProofUntil)),
            ],
        };
    }

    /// <summary>What may be used instead of the entries or products of the state.</summary>
    private async Task<TurnState> AlternativesAsync(TurnState state, CancellationToken cancellation)
    {
        var (type, stems, supplier) = state switch
        {
            { SameName: [var entry, ..] } => (entry.Type, NameWords.Stems(entry.Purpose), entry.Supplier),
            { Products: [var product, ..] } => (product.Type, NameWords.Stems(product.Use), product.Maker),
            { Found: [var near, ..] } => (near.Type, NameWords.Stems(near.Purpose), near.Supplier),
            _ => ("", [], ""),
        };
        if (type.Length == 0)
            return state;
        var known = state.SameName.Concat(state.SameMaker).Concat(state.Found).Select(entry => entry.Id).ToHashSet();
        bool IsAnother(UsableEntry entry) => !known.Contains(entry.Id) && !SupplierNames.Resemble(entry.Supplier, supplier);
        // The words of the use first: of one type are a notes app and a coding assistant.
        var usable = await names.ForPurposeAsync([.. stems.Take(MostStems)], contexts.Today, MostInstead, cancellation);
        if (usable.Count == 0)
            usable = await names.OfTypeAsync(type, contexts.Today, MostInstead, cancellation);
        return state with { Usable = [.. usable.Where(IsAnother)] };
    }

    /// <summary>For a name that was loaded: what <see cref="LoadAsync"/> did not read, because nobody asked.</summary>
    public Task<TurnState> AlternativesOnceAsync(TurnState state, CancellationToken cancellation) =>
        state switch
        {
            { SameName.Count: > 0 } when NeedsInstead(state) => Task.FromResult(state),
            { SameName.Count: > 0 } => AlternativesAsync(state with { SameName = [state.SameName[0]] }, cancellation),
            { Products.Count: 0, Found.Count: 1 } => AlternativesAsync(state, cancellation),
            _ => Task.FromResult(state),
        };

    private Task<TurnState> InsteadAsync(TurnState state, CancellationToken cancellation) =>
        NeedsInstead(state) ? AlternativesAsync(state, cancellation) : Task.FromResult(state);

    private bool NeedsInstead(TurnState state) =>
        state.SameName.Count <= FewEntries && !state.SameName.Any(entry => entry.StatusOn(contexts.Today).MayBeUsed());

    private async Task<TurnState> LikeAsync(TurnState state, string name, CancellationToken cancellation)
    {
        if (await LikeAsync(name, cancellation) is { Count: > 0 } slips)
            return state with { Found = slips };
        if (catalogue.Like(name, MostProducts) is { Count: > 0 } like)
            return await WithMakersAsync(state with { Products = like }, cancellation);
        var made = new List<RegisterEntry>();
        foreach (var product in catalogue.Of(name).Take(MostProducts))
            made.AddRange((await names.KnownAsAsync(product.Name, 1, cancellation)).Entries);
        return state with { Found = made };
    }

    /// <summary>The register by the product's own name, where another one was typed; else the entries of who makes it.</summary>
    private async Task<TurnState> WithMakersAsync(TurnState state, CancellationToken cancellation)
    {
        if (state.Found.Count >= MostOfAMaker)
            return state;
        var made = new List<RegisterEntry>();
        foreach (var product in state.Products)
            made.AddRange((await names.KnownAsAsync(product.Name, 1, cancellation)).Entries);
        var first = state.Products[0];
        if (made.Count == 0)
            made.AddRange(await register.AlikeAsync(first.Maker, "", MostOfAMaker, cancellation));
        var found = state.Found.Select(entry => entry.Id).ToHashSet();
        var with = state with { SameMaker = [.. made.Where(entry => !found.Contains(entry.Id)).DistinctBy(entry => entry.Id)] };
        return with.Found.Count + with.SameMaker.Count > MostOfAMaker ? with : await AlternativesAsync(with, cancellation);
    }

    /// <summary>The supplier with the longest name that the words begin with.</summary>
    private async Task<IReadOnlyList<RegisterEntry>> BegunAsync(AskedSupplier asked, CancellationToken cancellation)
    {
        foreach (var beginning in asked.Beginnings)
        {
            if ((await names.KnownAsAsync(beginning, 1, cancellation)).Entries is { Count: > 0 } meant)
                return meant;
        }
        return [];
    }
}
