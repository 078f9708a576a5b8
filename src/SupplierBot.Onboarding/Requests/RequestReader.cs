using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Requests;

/// <summary>From what a channel received to what is asked for: the only reader of verbs and of typed words.</summary>
public static class RequestReader
{
    private static readonly FrozenDictionary<string, Request> OfDraft = new Dictionary<string, Request>
    {
        [Verbs.Answer] = new Request.AnswerPage(),
        [Verbs.Back] = new Request.StepBack(),
        [Verbs.Edit] = new Request.EditAnswers(),
        [Verbs.Submit] = new Request.Submit(),
        [Verbs.Cancel] = new Request.CancelDraft(),
        [Verbs.Discard] = new Request.DiscardDraft(),
        [Verbs.Open] = new Request.ShowDraft(),
        [Verbs.StartDraft] = new Request.StartAnotherDraft(),
        [Verbs.ContinueDraft] = new Request.ContinueDraft(),
        [Verbs.Details] = new Request.ShowDetails(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Request> OfCase = new Request.OnCase[]
    {
        new Request.ShowCase(),
        new Request.BackToCase(),
        new Request.ReviewCase(),
        new Request.ShowCaseDetails(),
        new Request.Approve(),
        new Request.ApproveWithConditions(),
        new Request.Reject(),
        new Request.RequestInformation(),
        new Request.ProvideInformation(),
        new Request.ResolveOpenPoint(),
        new Request.ChangeTier(),
        new Request.ClaimCase(),
        new Request.AssignCase(""),
        new Request.Remind(),
        new Request.Withdraw(),
        new Request.Undo(),
        new Request.ReuseAnswers(),
        new Request.RevokeApproval(),
        new Request.ReportConditionDone(),
        new Request.ConfirmCondition(),
        new Request.SendBackCondition(),
        new Request.NameOwner(),
        new Request.ChangeOwner(""),
        new Request.AddAlias(""),
        new Request.RemoveAlias(""),
        new Request.RenameSupplier(""),
        new Request.ShowEvidence(),
        new Request.AddEvidence(),
        new Request.CheckEvidence(),
        new Request.OpenEvidence(),
        new Request.RecordContract(),
        new Request.ShowClauses(),
        new Request.SettleClause(),
        new Request.CoverClauses(),
        new Request.AcceptClause(),
        new Request.DownloadSchedule(),
        new Request.DownloadNeeds(),
        new Request.ExplainCase(),
        new Request.StartReview(),
        new Request.ReportChange(),
        new Request.RecordCheck(),
        new Request.RecordReport(),
        new Request.ReportIncident(),
        new Request.StartOffboarding(),
        new Request.ConfirmOffboarding(),
    }.ToFrozenDictionary(request => request.Verb, Request (request) => request, StringComparer.Ordinal);

    /// <param name="today">A bare number is one of this year: <c>status 12</c> means <c>REQ-2026-0012</c> in 2026; null where it means
    /// nothing.</param>
    /// <param name="isExplicit">A button or a slash command says it: see <see cref="TypedWords.Explicit"/>.</param>
    /// <param name="roles">See <see cref="WithRoles"/>.</param>
    public static Request Typed(
        string text,
        DateOnly? today = null,
        IReadOnlyList<Mention>? mentions = null,
        bool isExplicit = false,
        KnownRoles? roles = null
    )
    {
        var (request, ifAwaited) = CommandParser.Read(text, today?.Year, roles ?? KnownRoles.First);
        return request with
        {
            Typed = new(text, ifAwaited) { Mentions = mentions is { Count: > 0 } ? mentions : [], Explicit = isExplicit },
        };
    }

    /// <summary>What a text asks for, and nothing beside that.</summary>
    /// <param name="year">See <see cref="Typed"/>; null where bare numbers mean nothing.</param>
    public static Request Parse(string text, int? year = null) => CommandParser.Read(text, year, KnownRoles.First).Request;

    /// <summary>A channel reads what is typed without the policy: what names a role, or seems to, is read again with its roles.</summary>
    public static Request WithRoles(Request request, KnownRoles roles)
    {
        if (request.Typed is not { } words)
            return request;
        var again = Typed(words.Text, null, words.Mentions, words.Explicit, roles);
        return NamesRole(again) || NamesRole(request) ? again : request;
    }

    private static bool NamesRole(Request request) => request is Request.ChangeRole or Request.ChangePlace;

    /// <summary>
    /// What the bot says in somebody's place when they press a button: the name is read back as it is, whatever words it has.
    /// </summary>
    public static string Saying(string command, string name) =>
        Parse($"{command} {name}") == Parse($"{command} “{name}”") ? $"{command} {name}" : $"{command} “{name}”";

    public static Request Pressed(
        string verb,
        string target,
        CardStamp stamp,
        IReadOnlyDictionary<string, string> values,
        bool automatic
    ) => Pressed(new(verb, target, stamp, values, automatic));

    public static Request Pressed(CardPress press) =>
        press switch
        {
            { Verb: Verbs.Open, Target.Length: > 0 } => new Request.ShowCase() { Press = press },
            { Stamp.Draft: not null } => Draft(press),
            { Verb: Verbs.Import, Stamp.Case: null, Automatic: false } => new Request.ImportRegister { Press = press },
            { Verb: Verbs.Publish, Stamp.Case: null, Automatic: false } => new Request.PublishPolicy { Press = press },
            { Verb: Verbs.NextPage } => Page(press) with { Press = press },
            { Verb: Verbs.Delegate, Stamp.Case: null, Automatic: false } => new Request.Delegate(
                press.Value(RoleForms.Person),
                press.Value(RoleForms.Until)
            )
            {
                Press = press,
            },
            { Verb: Verbs.GiveRole, Stamp.Case: null, Automatic: false } => new Request.ChangeRole(
                true,
                press.Value(RoleForms.Role),
                press.Value(RoleForms.Person)
            )
            {
                Press = press,
            },
            { Verb: Verbs.Retry, Stamp.Case: null, Automatic: false } => new Request.RetryUndelivered(
                press.Target == DeadLetterCard.All ? null : press.Value(CardPress.Pick)
            )
            {
                Press = press,
            },
            { Verb: Verbs.Open, Stamp.Case: null } when !press.Values.ContainsKey(CardPress.Pick) => Draft(press),
            { CaseId: null } when IsOfDraftAlone(press.Verb) => Draft(press),
            { Verb: Verbs.Alias } => new Request.AddAlias(press.Target) { Press = press },
            { Verb: Verbs.RemoveAlias } => new Request.RemoveAlias(press.Target) { Press = press },
            { Verb: Verbs.Rename } => new Request.RenameSupplier(press.Target) { Press = press },
            { Verb: Verbs.Assign } => new Request.AssignCase(press.Value("name")) { Press = press },
            _ => OfCase.GetValueOrDefault(press.Verb, new Request.UnknownOnCase(press.Verb)) with { Press = press },
        };

    /// <summary>Of a button that names no case: what a case knows, too, is about the draft where only a draft can be meant.</summary>
    private static bool IsOfDraftAlone(string verb) => !OfCase.ContainsKey(verb) || (OfDraft.ContainsKey(verb) && verb != Verbs.Open);

    private static Request Draft(CardPress press) =>
        OfDraft.GetValueOrDefault(press.Verb, new Request.UnknownOnDraft()) with
        {
            Press = press,
        };

    /// <summary>The target is the first row and the command that made the list: <c>10 pending</c>.</summary>
    private static Request Page(CardPress press)
    {
        var target = press.Target;
        var space = target.IndexOf(' ', StringComparison.Ordinal);
        if (
            space <= 0
            || !BigInteger.TryParse(target.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var row)
        )
            return new Request.ShowMine();
        var from = (int)BigInteger.Clamp(row, 0, int.MaxValue);
        return Parse(target[(space + 1)..]) switch
        {
            Request.ShowPending => new Request.ShowPending(from),
            Request.SearchRegister(var text, _) => new Request.SearchRegister(text, from),
            Request.ListRegister listed => listed with { From = from },
            Request.ListIncidents => new Request.ListIncidents(from),
            Request.ShowPolicy { Topic: PolicyTopic.Clause, Clause: "" } => new Request.ShowPolicy(
                PolicyTopic.Clause,
                press.Value(CardPress.Pick),
                from
            ),
            Request.ShowPolicy policy => new Request.ShowPolicy(policy.Topic, policy.Clause, from),
            _ => new Request.ShowMine(from),
        };
    }
}
