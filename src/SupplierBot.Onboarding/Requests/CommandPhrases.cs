using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Requests;

/// <summary>The bot's own words, folded: what is a whole command, and what begins one.</summary>
internal static class CommandPhrases
{
    public static readonly string[][] New = Phrases("new", "onboard", "request supplier");
    public static readonly string[][] Asking = Phrases(
        "can i use",
        "can we use",
        "may i use",
        "may we use",
        "am i allowed to use",
        "are we allowed to use",
        "could i use",
        "could we use"
    );
    public static readonly string[][] Status = Phrases("status", "status of");
    public static readonly string[][] Finding = Phrases("find", "search for", "search", "look up");
    public static readonly string[][] Listing = Phrases(
        "register",
        "supplier register",
        "the register",
        "our register",
        "show register",
        "show the register",
        "list register",
        "browse register"
    );
    public static readonly string[][] Showing = Phrases("show me", "show", "give me", "send me", "get me", "can i see", "could i see");
    public static readonly string[][] TakingBack = Phrases("withdraw", "take back", "pull back");
    public static readonly string[][] Undoing = Phrases("undo", "undo that", "undo it", "undo this");
    public static readonly string[][] Delegating = Phrases("delegate to", "delegate");
    public static readonly string[][] Away = Phrases("away until", "away till", "out of office until", "out of office till");
    public static readonly string[][] Assigning = Phrases("assign");
    public static readonly string[][] Owning = Phrases(
        "owner",
        "change owner of",
        "change the owner of",
        "new owner of",
        "set the owner of",
        "transfer ownership of",
        "transfer",
        "hand over"
    );
    public static readonly string[][] Leaving = Phrases(
        "hand over everything of",
        "hand over everything from",
        "hand over all suppliers of",
        "hand over all suppliers from",
        "transfer everything of",
        "transfer everything from",
        "transfer all suppliers of",
        "transfer all suppliers from"
    );
    public static readonly string[][] Confirming = Phrases("confirm");

    /// <summary>With nobody named, these ask who owns it.</summary>
    public static readonly string[][] OwnedBy = Phrases("owner of", "ownership of");
    public static readonly string[][] Giving = Phrases("roles add", "roles give");
    public static readonly string[][] Taking = Phrases("roles remove", "roles take");
    public static readonly (string Opening, Request.OnCase Request)[] OnEntries =
    [
        .. Openings(new Request.ShowCase(), "status for", "risk assessment of", "risk assessment for", "assessment of", "assessment for"),
        .. Openings(new Request.ShowCase(), "history of", "history for", "audit trail of", "audit trail for", "record of", "records of"),
        .. Openings(new Request.ShowCase(), "last review of", "review history of", "review history for", "reviews of", "reviews for"),
        .. Openings(new Request.ShowCase(), "incidents of", "incidents at", "incidents with", "exit plan of", "exit plan for"),
        .. Openings(new Request.ShowCase(), "subprocessors of", "sub-processors of", "subcontractors of", "sub-suppliers of"),
        .. Openings(new Request.ShowCase(), "signed contract of", "signed contract with", "proof of deletion of", "proof of deletion for"),
        .. Openings(new Request.ShowClauses(), "contract clauses of", "contract clauses for", "clauses of", "clauses for"),
        .. Openings(new Request.ShowClauses(), "signed terms of", "agreed terms of", "contract points of", "contract points for"),
        .. Openings(new Request.ShowEvidence(), "certificates of", "certificates from", "certificates for", "certificate of"),
        ("contract points", new Request.ShowClauses()),
        ("contract point", new Request.ShowClauses()),
        ("review", new Request.StartReview()),
        ("assess", new Request.StartReview()),
        .. Openings(new Request.ReportChange(), "something changed at", "something has changed at", "something changed with"),
        .. Openings(new Request.ReportChange(), "something changed", "changed"),
        ("exit", new Request.StartOffboarding()),
        ("checked", new Request.RecordCheck()),
        ("report", new Request.RecordReport()),
        ("incident", new Request.ReportIncident()),
        ("remind", new Request.Remind()),
        ("tier", new Request.ChangeTier()),
        ("change tier", new Request.ChangeTier()),
        ("documents of", new Request.ShowEvidence()),
        ("documents for", new Request.ShowEvidence()),
        ("documents from", new Request.ShowEvidence()),
        ("documents", new Request.ShowEvidence()),
        ("evidence of", new Request.ShowEvidence()),
        ("evidence for", new Request.ShowEvidence()),
        ("evidence from", new Request.ShowEvidence()),
        ("evidence", new Request.ShowEvidence()),
        ("contract of", new Request.RecordContract()),
        ("contract for", new Request.RecordContract()),
        ("contract with", new Request.RecordContract()),
        ("schedule for legal of", new Request.DownloadSchedule { ForLegal = true }),
        ("schedule for legal", new Request.DownloadSchedule { ForLegal = true }),
        ("legal schedule for", new Request.DownloadSchedule { ForLegal = true }),
        ("legal schedule of", new Request.DownloadSchedule { ForLegal = true }),
        ("legal schedule", new Request.DownloadSchedule { ForLegal = true }),
        ("security schedule for", new Request.DownloadSchedule()),
        ("security schedule of", new Request.DownloadSchedule()),
        ("security schedule", new Request.DownloadSchedule()),
        ("schedule for", new Request.DownloadSchedule()),
        ("schedule of", new Request.DownloadSchedule()),
        ("schedule", new Request.DownloadSchedule()),
        ("what we need from", new Request.DownloadNeeds()),
        ("mail for", new Request.DownloadNeeds()),
        ("needs", new Request.DownloadNeeds()),
        ("explain", new Request.ExplainCase()),
        // The last: what begins with more words than this one is something else.
        ("contract", new Request.RecordContract()),
    ];

    private static readonly string[] AskingForHelp =
    [
        "help",
        "help me",
        "i need help",
        "start",
        "what can i say",
        "what can i ask",
        "what can you do",
        "commands",
        "menu",
        "",
    ];

    private static readonly string[] Own = ["mine", "my requests", "my request", "list mine"];
    private static readonly string[] Waiting = ["pending", "reviews", "queue"];
    private static readonly string[] Undelivered = ["deliveries", "undelivered"];
    private static readonly string[] AskingForRoles = ["roles", "who decides", "who approves", "who can approve"];
    private static readonly string[] Stopping = ["cancel", "stop", "stop for now", "quit"];
    private static readonly string[] Returning =
    [
        "delegate stop",
        "stop delegating",
        "away stop",
        "i am back",
        "i'm back",
        "im back",
        "i am back again",
        "i'm back again",
        "back in office",
    ];
    private const string Here = " here";
    private const string NotHere = " not here";

    public static Request? Whole(string plain, KnownRoles roles) =>
        AskingForHelp.Contains(plain) ? new Request.ShowHelp()
        : Own.Contains(plain) ? new Request.ShowMine()
        : Waiting.Contains(plain) ? new Request.ShowPending()
        : Undelivered.Contains(plain) ? new Request.ListUndelivered()
        : plain is "digest" or "weekly digest" ? new Request.ShowDigest()
        : AskingForRoles.Contains(plain) ? new Request.ShowRoles()
        : Returning.Contains(plain) ? new Request.ComeBack()
        : Place(plain, roles) is { } place ? place
        : Stopping.Contains(plain) ? new Request.CancelDraft()
        : null;

    /// <summary>"security here": only for what is a role, because a sentence may end so.</summary>
    private static Request.ChangePlace? Place(string plain, KnownRoles roles)
    {
        var not = plain.EndsWith(NotHere, StringComparison.Ordinal);
        if (!not && !plain.EndsWith(Here, StringComparison.Ordinal))
            return null;
        var role = roles.Find(plain[..^(not ? NotHere : Here).Length]);
        return role is null or RoleNames.Auditor ? null : new Request.ChangePlace(!not, role);
    }

    private static IEnumerable<(string, Request.OnCase)> Openings(Request.OnCase request, params string[] openings) =>
        openings.Select(opening => (opening, request));

    private static string[][] Phrases(params string[] phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];
}
