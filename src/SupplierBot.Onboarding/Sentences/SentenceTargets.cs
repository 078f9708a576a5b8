using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Which case a sentence, or a name in the place of a number, is about. Pure: what is read is handed in.</summary>
public static class SentenceTargets
{
    /// <summary>The case or register entry that is meant; null where there is none, or several may be.</summary>
    /// <param name="isOwn">Whether the person who said it asked for the case.</param>
    public static string? Of(Request said, TurnState state, Func<CaseLine, bool> isOwn)
    {
        var (name, lines) = (NameOf(said), LinesFor(said, state, isOwn));
        if (said is Request.AskPerson ask)
            return Only(lines.Where(line => IsAsked(ask, line)));
        if (name.Length == 0)
            return NeedsName(said) ? null : Only(lines);
        if (CaseNumbers.IsWhole(name))
            return CaseNumbers.Read(name, null) ?? CaseNumbers.ReadEntry(name);
        var named = Named(name, lines);
        return named.Count > 0 ? Only(named)
            : state.SameName is [var same] ? same.Id
            : state.SameName.Count == 0 && state.Found is [var near] && TakesNear(said) ? near.Id
            : null;
    }

    /// <summary>Those whose name is the most like it; open ones before what is decided.</summary>
    public static IReadOnlyList<CaseLine> Named(string name, IEnumerable<CaseLine> lines)
    {
        var ranked = lines.Select(line => (Line: line, Rank: RankOf(name, line.Supplier))).Where(one => one.Rank > 0).ToList();
        if (ranked.Count == 0)
            return [];
        var best = ranked.Max(one => one.Rank);
        List<CaseLine> meant = [.. ranked.Where(one => one.Rank == best).Select(one => one.Line)];
        var open = meant.Where(SentenceRequest.IsOpen).ToList();
        return open.Count > 0 ? open : [.. meant.Take(1)];
    }

    internal static bool IsAsked(Request.AskPerson ask, CaseLine line) =>
        PersonNames.Same(line.Requester.FirstName, ask.Person) || PersonNames.Same(line.Requester.Name, ask.Person);

    /// <summary>4 the same name, 3 like it, 2 its first words, 1 with a slip of the keyboard, 0 another.</summary>
    private static int RankOf(string name, string supplier)
    {
        var (typed, known) = (SupplierNames.Plain(name), SupplierNames.Plain(supplier));
        return SupplierNames.Same(name, supplier) ? 4
            : SupplierNames.Resemble(name, supplier) ? 3
            : typed.Length > 1 && FirstWords(supplier).Contains(typed) ? 2
            : NameSimilarity.IsSlip(typed, known) ? 1
            : 0;
    }

    private static IEnumerable<string> FirstWords(string supplier)
    {
        var words = supplier.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, Math.Max(0, words.Length - 1)).Select(count => SupplierNames.Plain(string.Join(' ', words.Take(count))));
    }

    private static string NameOf(Request said) =>
        said switch
        {
            Request.Sentence sentence => sentence.About,
            Request.OnCase { Number: { } typed } => typed,
            _ => "",
        };

    private static IEnumerable<CaseLine> LinesFor(Request said, TurnState state, Func<CaseLine, bool> isOwn)
    {
        var own = state.Cases.Where(isOwn);
        return said switch
        {
            Request.SayConditionDone => own.Where(line => line.Status == CaseStatus.ApprovedWithConditions),
            Request.DoNotKnow or Request.AskToExplain => own.Where(line => line.Status == CaseStatus.InfoRequested),
            Request.AskWhyNotMe { Name.Length: 0 } when own.Any(SentenceRequest.IsOpen) => own.Where(SentenceRequest.IsOpen),
            Request.DecideInWords or Request.AskPerson or Request.AssignByName or Request.AskWhyNotMe => state.Pending.Concat(own),
            Request.AskOnRequest { Name.Length: > 0 } or Request.ShowCase { Number.Length: > 0 } => own.Concat(state.Pending)
                .DistinctBy(line => line.Id),
            Request.Withdraw or Request.Remind => own.Where(SentenceRequest.IsOpen),
            Request.NoLongerNeeded or Request.AskOnRequest => own.Where(SentenceRequest.IsOpen),
            Request.AssignCase or Request.ReviewCase or Request.ChangeTier => state.Pending.Concat(own).DistinctBy(line => line.Id),
            _ => [],
        };
    }

    private static bool NeedsName(Request said) => said is Request.AssignByName or Request.ShowCase or Request.AssignCase;

    /// <summary>What only shows something of the person's own, or asks before anything is done.</summary>
    private static bool TakesNear(Request said) => said is Request.AskOnRequest;

    private static string? Only(IEnumerable<CaseLine> lines) => lines.Take(2).ToList() is [var only] ? only.Id : null;
}
