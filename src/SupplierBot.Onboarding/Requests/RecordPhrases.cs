namespace SupplierBot.Onboarding.Requests;

/// <summary>What somebody looks for who audits: each has its place in a list or a file.</summary>
public enum RecordTopic
{
    /// <summary>Everything there is to take home.</summary>
    All,

    /// <summary>Accepted risks and other exceptions.</summary>
    Exceptions,

    /// <summary>Certificates, documents and contracts, and when they end.</summary>
    EndDates,

    /// <summary>Which clause is required of whom.</summary>
    Clauses,
    SupplyChain,
    Cloud,
    Exits,

    /// <summary>The audit events, and whether they are whole.</summary>
    Integrity,

    /// <summary>How suppliers come in that the company has already.</summary>
    Import,
}

/// <summary>How auditors ask, in the words of their trade: "list incidents", "accepted risks", "is the audit log intact?".</summary>
internal static class RecordPhrases
{
    private const string Show = "[show|list|give|send|get] [me|us] [which|what|all] [all|of] [the|our|your] [list] [of] [all|open|current]";

    private static readonly (SentencePattern Pattern, Request Request)[] Shapes =
    [
        .. Of(
            RecordTopic.All,
            "[hi|hello] i'm|i_am [the|an|a|your|our] [new|external|internal|lead|iso|iso_27001] auditor *",
            "i'm|i_am auditing *",
            "[i'm|i_am|we're|we_are] [here] [for] [the|an|our] [iso|iso_27001|internal|external] audit",
            "what can|may i|we download|export [here]",
            $"{Show} downloads|exports|files|records"
        ),
        .. Of(
            new Request.ListIncidents(),
            $"{Show} [supplier|suppliers|security|vendor] incidents [at|of|with|from] [our|the] [suppliers|vendors] [this_year|last_year|this_quarter|in_2026]",
            "incident list|log|register",
            "were|have there [been] any|some incidents *",
            "[were|are] there any|some incidents *"
        ),
        .. Of(
            RecordTopic.Exceptions,
            $"{Show} exceptions|waivers|deviations [register|list]",
            $"{Show} accepted risks|gaps",
            $"{Show} risk acceptances|acceptance|exceptions [register|list]",
            $"{Show} residual risks|risk"
        ),
        .. Of(
            RecordTopic.EndDates,
            $"{Show} [expired|expiring|valid] [iso|iso_27001|soc_2|supplier] certificates|certifications [of|from|for] [all|our|the] [suppliers|vendors]",
            $"{Show} expired|expiring documents|contracts|evidence *",
            "which|what [supplier] certificates|documents|contracts expire|end|expired|are_expired|have_expired|are_expiring|will_expire *"
        ),
        .. Of(
            RecordTopic.Clauses,
            $"{Show} clause|clauses|contract|requirements|requirement matrix",
            "which|what [contract|security] clauses|terms|requirements|contract_points are required|mandatory|needed *",
            "which|what [contract|security] clauses|terms|requirements|contract_points do|does we|you|the_policy require|need *",
            $"{Show} [contract|security] clauses|terms|requirements|contract_points by|per|for [each|every] [risk] tier|type|level|class *"
        ),
        .. Of(
            RecordTopic.SupplyChain,
            $"{Show} sub-suppliers|subsuppliers|subprocessors|sub-processors|subcontractors|fourth_parties|model_providers",
            $"{Show} [ict] supply chain",
            "concentration [risk]"
        ),
        .. Of(RecordTopic.Cloud, $"{Show} cloud|saas suppliers|services|providers|vendors", "shared responsibility [matrix]"),
        .. Of(
            RecordTopic.Exits,
            $"{Show} exit plans|strategies|strategy",
            $"{Show} exits|offboardings",
            "proof|evidence of [data] deletion|exit"
        ),
        .. Of(
            RecordTopic.Integrity,
            $"{Show} audit trail|log|logs|events|chain|chains",
            "verify|check|prove [that] [the|our|your] audit_trail|audit_log|records|chain|integrity *",
            "is|are [the|our|your] audit_trail|audit_log|records|audit_events intact|complete|tamper-proof|tamperproof|unchanged|immutable *",
            "integrity of [the|our|your] records|log|audit_log|audit_trail|data"
        ),
        .. Of(
            new Request.ListPolicyReaders(),
            "who has|have read|acknowledged|accepted [the|our|this] [supplier] [security] policy",
            "who read|acknowledged|accepted [the|our|this] [supplier] [security] policy",
            "did|has|have everybody|everyone|anybody|anyone read [the|our|this] [supplier] [security] policy",
            $"{Show} policy readers|acknowledgements|acknowledgments",
            "policy readers|acknowledgements|acknowledgments"
        ),
        .. Of(
            RecordTopic.Import,
            "import [suppliers|vendors|the_register|our_register|a_register|a_spreadsheet|a_list|from_excel|from_csv]",
            "import [our|the|my|existing|all] [existing] suppliers|vendors|register|list|spreadsheet [from_excel|from_csv|from_a_spreadsheet]",
            "how do|can i|we import|upload|add [our|the|my|all|existing] [existing] suppliers|vendors|register|list|spreadsheet *",
            "upload [our|the|my|existing|a] [existing] [vendor|supplier] suppliers|vendors|register|list|spreadsheet"
        ),
        (SentencePattern.Of("who approved|signed|approves [off] [the|our|this] [supplier] [security] policy"), Overview),
        (SentencePattern.Of("when was [the|our|this] [supplier] [security] policy approved|reviewed|changed [last]"), Overview),
    ];

    private static readonly SentencePattern Explained = SentencePattern.Of("how|why is|was|were {name} rated|assessed|scored|classified *");

    private static Request.ShowPolicy Overview => new(PolicyTopic.Overview);

    /// <param name="words">Without politeness, where no text is awaited.</param>
    public static Request? Read(IReadOnlyList<CommandWord> words)
    {
        IReadOnlyList<CommandWord> spoken = [.. words.Where(word => word.Plain.Length > 0)];
        return spoken.Count == 0 ? null
            : Explained.Match(spoken) is { } caught ? Explain(caught["name"])
            : Shapes.FirstOrDefault(shape => shape.Pattern.Match(spoken) is not null).Request;
    }

    private static Request.ExplainCase? Explain(string typed) =>
        CaseNumbers.IsWhole(typed) && (CaseNumbers.ReadEntry(typed) ?? CaseNumbers.Read(typed, null)) is { } id
            ? new() { Number = id }
            : null;

    private static IEnumerable<(SentencePattern, Request)> Of(RecordTopic topic, params string[] shapes) =>
        Of(new Request.AskForRecords(topic), shapes);

    private static IEnumerable<(SentencePattern, Request)> Of(Request asked, params string[] shapes) =>
        shapes.Select(shape => (SentencePattern.Of(shape), asked));
}
