using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// Tolerant where people are careless (case, politeness, punctuation, other signs), strict where a sentence may be an answer that only
/// begins like a command.
/// </summary>
internal static class CommandParser
{
    /// <summary>A longer rest is a sentence, not a supplier's name.</summary>
    private const int MostWordsOfAName = 8;
    private const int MostWordsOfARole = 6;
    private const int MostWordsOfAQuestion = 60;
    private const int MostWordsAfterStatus = 3;
    private const int MostWordsOfADay = 6;
    private const int MostWordsOfAnEntry = 4;

    /// <summary>No command is as long; whatever is longer is an answer, or nothing.</summary>
    private const int Longest = 4_000;

    /// <param name="year">The year a bare number belongs to; null where it means nothing.</param>
    /// <param name="roles">What a role can be called.</param>
    /// <returns>What the text asks for, and what it asks for where a text was awaited: what is not clearly a command is that text
    /// then.</returns>
    public static (Request Request, Request IfAwaited) Read(string text, int? year, KnownRoles roles)
    {
        var unclear = new Request.Unclear(text);
        if (text.Length > Longest)
            return (unclear, unclear);
        if (SmallTalkShapes.IsEmoji(text))
            return (new Request.MakeSmallTalk(SmallTalk.Emoji), new Request.MakeSmallTalk(SmallTalk.Emoji));
        var words = Opened(CommandText.Words(CommandText.Unwrapped(text)));
        // Nothing that is no command where anything may be one is clearly a command.
        return Read(words, year, awaited: false, roles) is { } request
            ? (request, Read(words, year, awaited: true, roles) ?? unclear)
            : (unclear, unclear);
    }

    /// <returns>Null where it is no command.</returns>
    internal static Request? Read(IReadOnlyList<CommandWord> words, int? year, bool awaited, KnownRoles roles)
    {
        var lead = words.Skip(PoliteWords.Before(words, wishes: !awaited)).ToList();
        var spoken = lead.Take(PoliteWords.Until(lead)).ToList();
        if (awaited && spoken.Count == 0 && !PoliteWords.IsAll(words))
            return null;
        return CommandPhrases.Whole(Plain(words), roles)
            ?? (spoken.Count == 0 && words.Any(word => word.Plain.Length > 0) ? SentenceReader.Read(words, awaited: true) : null)
            ?? CommandPhrases.Whole(Plain(spoken), roles)
            ?? ExportPhrases.Read(spoken, year, awaited)
            ?? (awaited ? null : RecordPhrases.Read(spoken))
            ?? NamePhrases.Read(spoken)
            ?? MergePhrases.Read(spoken, awaited)
            ?? PolicyPhrases.Read(Plain(spoken), awaited)
            ?? Beginning(lead, spoken, year, awaited, roles)
            ?? SentenceReader.Read(words, awaited: true)
            ?? Sentence(words, spoken, awaited)
            ?? (awaited ? null : RegisterWords.Sentence(spoken) ?? (Request?)Shown(spoken, year));
    }

    /// <summary>"I want to buy" is a wish and what is wished: the shape is looked for with and without it.</summary>
    private static Request? Sentence(IReadOnlyList<CommandWord> words, IReadOnlyList<CommandWord> spoken, bool awaited)
    {
        var lead = words.Skip(PoliteWords.Before(words, wishes: false)).ToList();
        IReadOnlyList<CommandWord> said = [.. lead.Take(PoliteWords.Until(lead))];
        return SentenceReader.Read(said, awaited)
            ?? (awaited ? null : SentenceReader.Read(spoken, awaited) ?? SentenceReader.Mistyped(spoken));
    }

    private static Request? Beginning(
        IReadOnlyList<CommandWord> lead,
        IReadOnlyList<CommandWord> said,
        int? year,
        bool awaited,
        KnownRoles roles
    ) =>
        After(CommandPhrases.Asking, lead) is { Count: <= MostWordsOfAQuestion } asked && (asked.Count > 0 || !awaited)
            ? new Request.CanIUse(SpokenName.Of(Joined(asked)))
        : After(CommandPhrases.Status, said) is { } status ? Numbered(status, year, awaited, new Request.ShowCase())
        : After(CommandPhrases.TakingBack, said) is { } taken ? Numbered(taken, year, awaited, new Request.Withdraw())
        : After(CommandPhrases.Undoing, said) is { } undone ? Numbered(undone, year, awaited, new Request.Undo())
        : After(CommandPhrases.Delegating, said) is { Count: > 0 } delegated && Until(delegated) is var (stands, through)
            ? new Request.Delegate(stands, through)
        : After(CommandPhrases.Away, said) is { Count: > 0 and <= MostWordsOfADay } back ? new Request.GoAway(Day(back))
        : After(CommandPhrases.Assigning, said) is { Count: > 1 } assigned && Assigned(assigned, year, awaited) is { } assign ? assign
        : HandedOver(said, confirmed: false) is { } everything ? everything
        : After(CommandPhrases.Confirming, said) is { Count: > 0 } sure && HandedOver(sure, confirmed: true) is { } certain ? certain
        : After(CommandPhrases.Owning, said) is { Count: > 0 } owned && Owned(owned, year, awaited) is { } owner ? owner
        : After(CommandPhrases.OwnedBy, said) is { Count: > 0 } given && Owned(given, year, awaited) is { Name.Length: > 0 } handed ? handed
        : OnEntry(said, year, awaited) is { } entry ? entry
        : !awaited && After(CommandPhrases.Finding, said) is { Count: > 0 and <= MostWordsOfAName } sought
            ? new Request.SearchRegister(SpokenName.Of(Joined(sought)))
        : After(CommandPhrases.Listing, said) is { Count: > 0 } listed && RegisterWords.Read(listed) is var (filter, unread)
            ? awaited && unread.Length > 0 ? null
                : new Request.ListRegister(filter, 0, unread)
        : After(CommandPhrases.Giving, said) is { } giving && RoleAndName(giving, roles) is var (role, to)
            ? new Request.ChangeRole(true, role, to)
        : After(CommandPhrases.Taking, said) is { } taking && RoleAndName(taking, roles) is var (from, whom)
            ? new Request.ChangeRole(false, from, whom)
        : After(CommandPhrases.New, lead) is { } whole && NewSupplier.Quoted(whole) is { } quoted ? quoted
        : After(CommandPhrases.New, lead) is { } named && said.Count - (lead.Count - named.Count) <= MostWordsOfAName
            ? NewSupplier.Read(lead[0], named, awaited)
        : null;

    /// <summary>"Priya Shah until 20 Dec".</summary>
    private static (string Name, string Day)? Until(IReadOnlyList<CommandWord> words) =>
        words.ToList().FindIndex(word => word.Plain is "until" or "till" or "til") is var at and > 0 and <= MostWordsOfAName
            ? (SpokenName.Of(Joined(words.Take(at))), Day(words.Skip(at + 1)))
            : null;

    /// <summary>"assign REQ-2026-0012 to Priya Shah".</summary>
    private static Request.AssignCase? Assigned(IReadOnlyList<CommandWord> words, int? year, bool awaited)
    {
        var to = words.ToList().FindIndex(word => word.Plain == "to");
        var (number, person) = to > 0 ? (words.Take(to), words.Skip(to + 1)) : (words.Take(1), words.Skip(1));
        if (awaited && !CaseNumbers.IsWhole(Number(number)))
            return null;
        return CaseNumbers.Read(Number(number), year) is { } id && person.Count() is > 0 and <= MostWordsOfAName
            ? new(SpokenName.Of(Joined(person))) { Number = id }
            : null;
    }

    /// <summary>"hand over everything of Anna Leaver to Ben Newman"; without the last name, that is asked.</summary>
    private static Request.HandOver? HandedOver(IReadOnlyList<CommandWord> said, bool confirmed)
    {
        if (After(CommandPhrases.Leaving, said) is not { } words)
            return null;
        var to = words.ToList().FindLastIndex(word => word.Plain == "to");
        if (to < 0 && !confirmed && words.Count is > 0 and <= MostWordsOfAName)
            return new(SpokenName.Of(Joined(words)), "", Confirmed: false);
        return to is > 0 and <= MostWordsOfAName && words.Count - to - 1 is > 0 and <= MostWordsOfAName
            ? new(SpokenName.Of(Joined(words.Take(to))), SpokenName.Of(Joined(words.Skip(to + 1))), confirmed)
            : null;
    }

    /// <summary>"owner SUP-0031 to Priya Shah", or the number alone: names of suppliers are sentences.</summary>
    private static Request.ChangeOwner? Owned(IReadOnlyList<CommandWord> words, int? year, bool awaited)
    {
        var to = words.ToList().FindIndex(word => word.Plain == "to");
        var (number, person) = to > 0 ? (words.Take(to), words.Skip(to + 1)) : (words, []);
        var typed = Number(number);
        if ((CaseNumbers.ReadEntry(typed) ?? CaseNumbers.Read(typed, year)) is not { } id || (awaited && !CaseNumbers.IsWhole(typed)))
            return null;
        return person.Count() <= MostWordsOfAName ? new(SpokenName.Of(Joined(person))) { Number = id } : null;
    }

    /// <summary>"review SUP-0031", "review Acme Notes", or with nothing.</summary>
    private static Request.OnCase? OnEntry(IReadOnlyList<CommandWord> said, int? year, bool awaited)
    {
        if (ExportPhrases.Format(said) is (var plain, { } format))
            return OnEntry(plain, year, awaited) is Request.DownloadSchedule schedule ? schedule with { Format = format } : null;
        foreach (var (opening, request) in CommandPhrases.OnEntries)
        {
            if (After([opening.Split(' ')], said) is not { } rest)
                continue;
            if (rest.Count == 0)
                return IsSaidOfNumbersAlone(request) ? null : request;
            var typed = Number(rest);
            var id = request is Request.Remind or Request.ChangeTier
                ? CaseNumbers.Read(typed, year) ?? CaseNumbers.ReadEntry(typed)
                : CaseNumbers.ReadEntry(typed) ?? CaseNumbers.Read(typed, year);
            if (id is not null)
                return awaited && !CaseNumbers.IsWhole(typed) ? null : request with { Number = id };
            return !awaited && !IsSaidOfNumbersAlone(request) && rest.Count <= MostWordsOfAnEntry
                ? request with
                {
                    Number = SpokenName.Of(Joined(rest)),
                }
                : null;
        }
        return null;
    }

    /// <summary>"show me the risk assessment of SUP-0031".</summary>
    private static Request.OnCase? Shown(IReadOnlyList<CommandWord> said, int? year) =>
        After(CommandPhrases.Showing, said) is { Count: > 0 } rest
            ? OnEntry([.. rest.SkipWhile(word => word.Plain is "the" or "a" or "all")], year, awaited: false)
            : null;

    /// <summary>"explain" and "needs" begin sentences of other kinds, too.</summary>
    private static bool IsSaidOfNumbersAlone(Request.OnCase request) => request is Request.ExplainCase;

    /// <summary>The longest name of a role that they begin with, or the first word, which is none; and who is meant.</summary>
    private static (string Role, string Name)? RoleAndName(IReadOnlyList<CommandWord> words, KnownRoles roles)
    {
        var (role, ends) = (words.Count == 0 ? "" : CommandText.Fold(words[0].Typed), 1);
        for (var length = Math.Min(words.Count - 1, MostWordsOfARole); length > 0; length--)
        {
            if (roles.Find(CommandText.Unwrapped(Joined(words.Take(length)))) is not { } found)
                continue;
            (role, ends) = (found, length);
            break;
        }
        return words.Count - ends is > 0 and <= MostWordsOfAName ? (role, Joined(words.Skip(ends))) : null;
    }

    private static Request.OnCase? Numbered(IReadOnlyList<CommandWord> rest, int? year, bool awaited, Request.OnCase request)
    {
        if (rest.Count == 0)
            return request;
        if (Plain(rest) is "it" or "this" or "that" or "my request" or "the request" or "this request" or "my requests")
            return awaited ? null : request;
        var typed = Number(rest);
        if (awaited && !CaseNumbers.IsWhole(typed))
            return null;
        var id = CaseNumbers.Read(typed, year) ?? (CaseNumbers.IsWhole(typed) ? CaseNumbers.ReadEntry(typed) : null);
        return rest.Count <= MostWordsAfterStatus ? request with { Number = id ?? typed } : null;
    }

    /// <summary>
    /// What follows the longest of the openings; polite words in between are passed over. Null where the text begins with none of them.
    /// </summary>
    private static IReadOnlyList<CommandWord>? After(string[][] openings, IReadOnlyList<CommandWord> words)
    {
        var ends = openings.Select(opening => (Length: opening.Length, End: EndOf(opening, words))).Where(found => found.End > 0).ToList();
        return ends.Count == 0 ? null : [.. words.Skip(ends.MaxBy(found => found.Length).End)];
    }

    /// <summary>0 where the words do not begin so.</summary>
    private static int EndOf(string[] opening, IReadOnlyList<CommandWord> words)
    {
        var at = 0;
        foreach (var part in opening)
        {
            while (at > 0 && at < words.Count && words[at].Plain != part && PoliteWords.IsPolite(words[at]))
                at++;
            if (at >= words.Count || words[at].Plain != part)
                return 0;
            at++;
        }
        return at;
    }

    /// <summary>"new:Acme" has its colon without a space.</summary>
    private static IReadOnlyList<CommandWord> Opened(IReadOnlyList<CommandWord> words) =>
        words is [{ Typed: var first }, ..]
        && first.IndexOfAny([':', '：']) is var colon and > 0
        && colon + 1 < first.Length
        && first[colon + 1] != '/'
        && first[..colon].All(char.IsLetter)
            ? [.. CommandText.Words($"{first[..(colon + 1)]} {first[(colon + 1)..]}"), .. words.Skip(1)]
            : words;

    /// <summary>No sign at its end belongs to a number.</summary>
    private static string Number(IEnumerable<CommandWord> words) => SpokenName.Of(Joined(words)).TrimEnd('!', ';', '.');

    private static string Day(IEnumerable<CommandWord> words) => Joined(words).TrimEnd(',', ';', ':', '!', '?');

    private static string Plain(IEnumerable<CommandWord> words) =>
        string.Join(' ', words.Select(word => word.Plain).Where(plain => plain.Length > 0));

    private static string Joined(IEnumerable<CommandWord> words) => string.Join(' ', words.Select(word => word.Typed));
}
