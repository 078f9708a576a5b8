namespace SupplierBot.Onboarding;

/// <summary>Tolerant where people are careless (case, politeness, punctuation), strict where a sentence may be an answer that only begins like a command.</summary>
internal static class CommandReading
{
    /// <summary>A longer rest is a sentence, not a supplier's name.</summary>
    private const int MostWordsOfAName = 8;
    private const int MostWordsAfterStatus = 3;
    /// <summary>As long as a supplier's name may be; what is cut off ends with "…".</summary>
    private const int LongestName = 200;

    private static readonly char[] Ends = ['.', '!', '?', ',', ';', ':', '…'];
    private static readonly char[] NameEnds = ['.', '!', '?', ',', ':', '…'];
    private static readonly string[] Quotes = ["\"\"", "''", "``", "“”", "„“", "„”", "‘’", "‚‘", "«»", "»«"];

    private static readonly string[] New = ["new supplier", "new request for", "new request", "new", "onboard supplier", "onboard", "request supplier"];
    private static readonly string[] Asking = ["can i use", "can we use", "may i use", "may we use", "am i allowed to use", "are we allowed to use", "could i use", "could we use"];
    private static readonly string[] Finding = ["find", "search for", "search", "look up"];
    private static readonly string[] TakingBack = ["withdraw", "take back"];
    private static readonly string[] Stopping = ["cancel", "stop", "stop for now", "quit"];
    private static readonly string[] Own = ["mine", "my requests", "my request", "list mine"];
    private static readonly string[] Waiting = ["pending", "reviews", "queue"];
    private static readonly (string Opening, string Verb)[] OnEntries = [("review", "renew"), ("changed", "changed"), ("exit", "exit"), ("checked", "checked"), ("report", "report"), ("incident", "incident"), ("remind", "remind")];
    private static readonly string[] Undelivered = ["deliveries", "undelivered"];
    private static readonly string[] Staffed = ["roles", "who decides"];
    private static readonly string[] Giving = ["roles add", "roles give"];
    private static readonly string[] Taking = ["roles remove", "roles take"];
    private const string Here = " here";
    private const string NotHere = " not here";
    private static readonly string[] Greetings =
    [
        "help", "help me", "hi", "hello", "hey", "hi there", "hello there", "hey there", "good morning", "good afternoon", "good evening", "start",
        "what can i say", "what can you do", "commands", "menu", "",
    ];

    public static Command Read(string text, int? year)
    {
        var said = Spaced(text).TrimStart('/');
        var plain = said.TrimEnd(Ends).TrimEnd().ToLowerInvariant();
        return Whole(plain) ?? Beginning(said, plain, year) ?? new Command.NotACommand(text);
    }

    private static Command? Whole(string plain) =>
        Greetings.Contains(plain) ? new Command.Help()
        : Own.Contains(plain) ? new Command.Mine()
        : Waiting.Contains(plain) ? new Command.Pending()
        : Undelivered.Contains(plain) ? new Command.Deliveries()
        : plain is "digest" or "weekly digest" ? new Command.ShowDigest()
        : Staffed.Contains(plain) ? new Command.ShowRoles()
        : plain is "delegate stop" or "stop delegating" or "away stop" or "i am back" or "i'm back" or "back in office" ? new Command.Return()
        : Place(plain) is { } place ? place
        : Stopping.Contains(plain) ? new Command.Cancel()
        : null;

    private static Command? Beginning(string said, string plain, int? year) =>
        After(Asking, said, plain) is { Length: > 0 } asked && WordsOf(asked) <= MostWordsOfAName ? new Command.CanIUse(Name(asked))
        : After(["status", "status of"], said, plain) is { } status ? Numbered(status, year, id => new Command.Status(id))
        : After(TakingBack, said, plain) is { } taken ? Numbered(taken, year, id => new Command.Withdraw(id))
        : After(["delegate to", "delegate"], said, plain) is { Length: > 0 } delegated && Split(delegated, " until ") is var (stands, through) ? new Command.Delegate(stands, through)
        : After(["away until", "out of office until"], said, plain) is { Length: > 0 } back && WordsOf(back) <= MostWordsAfterStatus ? new Command.Away(back)
        : After(["assign"], said, plain) is { Length: > 0 } assigned && Assigned(assigned, year) is { } assign ? assign
        : EntryCommand(said, plain, year) is { } entry ? entry
        : After(Finding, said, plain) is { Length: > 0 } sought && WordsOf(sought) <= MostWordsOfAName ? new Command.Find(Name(sought))
        : After(Giving, said, plain) is { } given && RoleAndName(given) is var (role, to) ? new Command.ChangeRole(true, role, to)
        : After(Taking, said, plain) is { } taking && RoleAndName(taking) is var (from, whom) ? new Command.ChangeRole(false, from, whom)
        : After(New, said, plain) is { } name && WordsOf(name) <= MostWordsOfAName ? new Command.New(Name(name))
        : null;

    private static (string First, string Second)? Split(string rest, string word) =>
        rest.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and > 0 && WordsOf(rest[..at]) <= MostWordsOfAName ? (rest[..at].Trim(), rest[(at + word.Length)..].Trim()) : null;

    /// <summary>"assign REQ-2026-0012 to Priya Shah".</summary>
    private static Command.Assign? Assigned(string rest, int? year)
    {
        var parts = rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is not [var typed, var name] || CaseNumbers.Read(typed, year) is not { } id) return null;
        var person = name.StartsWith("to ", StringComparison.OrdinalIgnoreCase) ? name[3..].Trim() : name;
        return person.Length > 0 && WordsOf(person) <= MostWordsOfAName ? new(id, person.TrimEnd(Ends)) : null;
    }

    /// <summary>"review SUP-0031": with a number, or with nothing; "review the contract" is a sentence.</summary>
    private static Command? EntryCommand(string said, string plain, int? year)
    {
        foreach (var (opening, verb) in OnEntries)
        {
            if (After([opening], said, plain) is not { } rest) continue;
            var typed = rest.TrimEnd(Ends).Trim();
            if (typed.Length == 0) return new Command.OfEntry(verb, null);
            var id = verb == "remind" ? CaseNumbers.Read(typed, year) ?? CaseNumbers.ReadEntry(typed) : CaseNumbers.ReadEntry(typed) ?? CaseNumbers.Read(typed, year);
            if (id is null) return null;
            return new Command.OfEntry(verb, id);
        }
        return null;
    }

    /// <summary>"security here": only for what is a role, because a sentence may end so.</summary>
    private static Command? Place(string plain)
    {
        var not = plain.EndsWith(NotHere, StringComparison.Ordinal);
        if (!not && !plain.EndsWith(Here, StringComparison.Ordinal)) return null;
        var role = plain[..^(not ? NotHere : Here).Length];
        return Roles.Deciding.Contains(role) ? new Command.ChangePlace(!not, role) : null;
    }

    private static (string Role, string Name)? RoleAndName(string rest) =>
        rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var role, var name] && WordsOf(name) <= MostWordsOfAName
            ? (role.ToLowerInvariant(), name)
            : null;

    private static Command? Numbered(string rest, int? year, Func<string?, Command> make)
    {
        var typed = rest.TrimEnd(Ends).Trim();
        return typed.Length == 0 ? make(null) : WordsOf(typed) <= MostWordsAfterStatus ? make(CaseNumbers.Read(typed, year) ?? typed) : null;
    }

    /// <summary>What follows the longest of the openings, as it was typed; null where the text begins with none of them.</summary>
    private static string? After(string[] openings, string said, string plain)
    {
        var opening = openings.Where(one => plain == one || plain.StartsWith(one + " ", StringComparison.Ordinal) || plain.StartsWith(one + ":", StringComparison.Ordinal)).MaxBy(one => one.Length);
        return opening is null ? null : said[opening.Length..].TrimStart(' ', ':');
    }

    /// <summary>"Acme Inc." keeps its dot; "Acme Notes?" and "“Acme Notes”." lose what is not part of the name.</summary>
    private static string Name(string typed)
    {
        var name = typed.Trim();
        var bare = name.TrimEnd(NameEnds).TrimEnd();
        var lastWord = bare[(bare.LastIndexOf(' ') + 1)..];
        var kept = name.EndsWith('.') && !name.EndsWith("..", StringComparison.Ordinal) && IsShortForm(lastWord) ? bare + "." : bare;
        return Texts.Clip(Unquoted(kept), LongestName);
    }

    private static string Unquoted(string name) =>
        name.Length > 2 && Quotes.Any(pair => name[0] == pair[0] && name[^1] == pair[1]) ? name[1..^1].Trim() : name;

    private static bool IsShortForm(string word) =>
        word.Contains('.', StringComparison.Ordinal) || word.ToLowerInvariant() is "inc" or "ltd" or "co" or "corp" or "bros" or "jr";

    private static int WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Spaced(string text) => string.Join(' ', TypedText.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
