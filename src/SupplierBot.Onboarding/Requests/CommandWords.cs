using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Requests;

/// <summary>The bot's own words, folded: what is a whole command, and what begins one.</summary>
internal static class CommandWords
{
    public static readonly string[][] New = Phrases("new", "onboard", "request supplier");
    public static readonly string[][] Asking = Phrases("can i use", "can we use", "may i use", "may we use", "am i allowed to use", "are we allowed to use", "could i use", "could we use");
    public static readonly string[][] Status = Phrases("status", "status of");
    public static readonly string[][] Finding = Phrases("find", "search for", "search", "look up");
    public static readonly string[][] TakingBack = Phrases("withdraw", "take back");
    public static readonly string[][] Delegating = Phrases("delegate to", "delegate");
    public static readonly string[][] Away = Phrases("away until", "away till", "out of office until", "out of office till");
    public static readonly string[][] Assigning = Phrases("assign");
    public static readonly string[][] Giving = Phrases("roles add", "roles give");
    public static readonly string[][] Taking = Phrases("roles remove", "roles take");
    public static readonly (string Opening, string Verb)[] OnEntries =
        [("review", "renew"), ("changed", "changed"), ("exit", "exit"), ("checked", "checked"), ("report", "report"), ("incident", "incident"), ("remind", "remind")];

    private static readonly string[] Greetings =
    [
        "help", "help me", "hi", "hello", "hey", "hi there", "hello there", "hey there", "good morning", "good afternoon", "good evening", "start",
        "what can i say", "what can you do", "commands", "menu", "",
    ];

    private static readonly string[] Own = ["mine", "my requests", "my request", "list mine"];
    private static readonly string[] Waiting = ["pending", "reviews", "queue"];
    private static readonly string[] Undelivered = ["deliveries", "undelivered"];
    private static readonly string[] Staffed = ["roles", "who decides"];
    private static readonly string[] Stopping = ["cancel", "stop", "stop for now", "quit"];
    private static readonly string[] Returning = ["delegate stop", "stop delegating", "away stop", "i am back", "i'm back", "im back", "i am back again", "i'm back again", "back in office"];
    private const string Here = " here";
    private const string NotHere = " not here";

    public static Command? Whole(string plain) =>
        Greetings.Contains(plain) ? new Command.Help()
        : Own.Contains(plain) ? new Command.Mine()
        : Waiting.Contains(plain) ? new Command.Pending()
        : Undelivered.Contains(plain) ? new Command.Deliveries()
        : plain is "digest" or "weekly digest" ? new Command.ShowDigest()
        : Staffed.Contains(plain) ? new Command.ShowRoles()
        : Returning.Contains(plain) ? new Command.Return()
        : Place(plain) is { } place ? place
        : Stopping.Contains(plain) ? new Command.Cancel()
        : null;

    /// <summary>"security here": only for what is a role, because a sentence may end so.</summary>
    private static Command.ChangePlace? Place(string plain)
    {
        var not = plain.EndsWith(NotHere, StringComparison.Ordinal);
        if (!not && !plain.EndsWith(Here, StringComparison.Ordinal)) return null;
        var role = plain[..^(not ? NotHere : Here).Length];
        return RoleHolders.Deciding.Contains(role) ? new Command.ChangePlace(!not, role) : null;
    }

    private static string[][] Phrases(params string[] phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];
}
