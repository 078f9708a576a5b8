using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What was asked about one case: what is needed to answer it, and the two ways to answer, refuse and accept.</summary>
/// <param name="Asked">With its press, also where it was typed: as if on the newest card.</param>
internal sealed record CaseRequest(Case Case, Request.OnCase Asked, Actor Actor, TurnState State, Policy Policy, Context Context)
{
    /// <summary>The case as it is decided on today.</summary>
    public static CaseRequest Of(Request.OnCase asked, Case current, Actor actor, TurnState state, Policy policy, Context context) =>
        On(PeriodicReview.Today(current, state.Before), asked, actor, state, policy, context);

    /// <summary>Somebody looks at the case, whatever they asked for.</summary>
    public static CaseRequest Looking(Case current, Actor actor, TurnState state, Policy policy, Context context) =>
        On(current, new Request.ShowCase(), actor, state, policy, context);

    private static CaseRequest On(Case current, Request.OnCase asked, Actor actor, TurnState state, Policy policy, Context context) =>
        new(
            current,
            asked.Press is null ? asked with { Press = CardPress.On(current.Id, Slot.Receipt, current.ContentVersion, asked.Verb) } : asked,
            actor,
            state,
            policy,
            context
        );

    public CardPress Press => Asked.Press!;

    /// <summary>As if this had been filled in as well.</summary>
    public CaseRequest With(string field, string value) =>
        this with
        {
            Asked = Asked with { Press = Press with { Values = new Dictionary<string, string>(Press.Values) { [field] = value } } },
        };

    public CaseRequest With(CardStamp stamp) => this with { Asked = Asked with { Press = Press with { Stamp = stamp } } };

    public RoleHolders Roles => Context.Roles;
    public DateTimeOffset Now => Context.Now;
    public Quorum Quorum => Quorum.Of(Case, Roles);
    public bool IsRequester => Roles.Same(Actor.Id, Case.Requester.Id);
    public bool IsOwner => Roles.Same(Actor.Id, Case.Owner.Id);
    public bool SeesWhole => IsRequester || IsOwner || Roles.ReadsEverything(Actor.Id);

    /// <summary>The card was drawn before something changed that an approver must have read, or is none of this case.</summary>
    public bool Stale => Press.Stamp.Case != Case.Id || Press.Stamp.Version != Case.ContentVersion;

    /// <summary>As if sent from the newest card.</summary>
    public CaseRequest Afresh => With(CardStamp.OfCase(Case.Id, SlotId, Case.ContentVersion));
    public string SlotId => Press.Stamp.Case == Case.Id && Press.Stamp.Slot is { Length: > 0 } slot ? slot : Slot.Receipt;

    /// <summary>The press comes from the form of its verb, so that an empty field is a mistake and not the way to the form.</summary>
    public bool FromForm => Press.Target is CaseForms.Sent or CaseForms.SentAgain;

    /// <summary>
    /// The press of this very form with these very words: a double click is two deliveries and one press. Null on cards from before forms
    /// had ids.
    /// </summary>
    public string? FormOperation =>
        Press.Stamp.Page is { Length: > 0 } form
            ? $"form-{Case.Id}-{Press.Verb}-{HashChain.Salted(form, string.Join('\n', [Actor.Id.Value, Press.Target, .. Press.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}")]))}"
            : null;

    /// <summary>The message that asked, for the card that answers.</summary>
    public Slot SlotFor(InformationRequest informationRequest) =>
        new(
            Slots.IdOf(new Notification(NotificationKind.Asked, informationRequest.Number, Case.Requester)),
            new Audience.Someone(Actor.Id)
        );

    /// <summary>Without what nobody can see: ten zero-width spaces are no reason.</summary>
    public string Typed(string field) => TypedText.Lines(Press.Value(field));

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> holes) => Context.Wording.Fill(key, holes);

    /// <summary>A sentence that is stored: the same whichever channel it is said on.</summary>
    public string SayStored(string key, params ReadOnlySpan<(string Name, string Value)> holes) => Context.StoredWording.Fill(key, holes);

    /// <summary>Nothing changes; the card as it is now, with the words on top.</summary>
    public Outcome Refuse(string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        Outcome.Say(CaseViews.For(this, Say(key, holes))) with
        {
            Refused = key,
        };

    /// <summary>Nothing changes, and nothing was refused.</summary>
    public Outcome Show(string said) => Outcome.Say(CaseViews.For(this, said) with { ProblemKind = NoticeKind.Info });

    public AuditEvent Event(AuditEventKind kind, string comment = "", params ReadOnlySpan<(string Name, string Value)> details)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in details)
            pairs.Add(new(name, value));
        var salt = comment.Length == 0 ? "" : $"{Context.NewId}-{Case.EventCount + 1}";
        // Two clocks may differ: their version says under which roles it was done.
        if (Roles.Version > 0 && DecisionAuthority.IsBehind(kind))
            pairs.Add(new("roles", CaseTexts.Number(Roles.Version)));
        if (comment.Length > 0)
            pairs.Add(new("comment", HashChain.Salted(salt, comment)));
        return new(kind, Actor.Id, Now, pairs, comment, salt);
    }

    /// <param name="after">The case as it will be, but for version, chain and history.</param>
    /// <param name="history">The line people read.</param>
    /// <param name="answer">What the person sees, from the case as it will be.</param>
    /// <param name="operation">See <see cref="Outcome.Operation"/>.</param>
    public Outcome Accept(
        Case after,
        AuditEvent auditEvent,
        string history,
        string? operation,
        Func<CaseRequest, View> answer,
        string said = ""
    )
    {
        if (!CaseSize.Fits(after, auditEvent.Kind))
            return Refuse("refusal.full");
        var known = UnrecordedAgreements.Adopted(after, Policy, Context.Calendar.Today(Now));
        var (noted, details, lines) = CriticalServices.Noted(this, UseOpened.Told(Case, known));
        var (recorded, events) = CaseRecorder.Of(
            Case,
            noted,
            [auditEvent with { Details = [.. auditEvent.Details, .. details] }, .. PeriodicReview.Ended(Case, after, Actor.Id, Now)],
            [history, .. lines],
            Policy,
            Context
        );
        return new()
        {
            // The form did its work: one that is shown now is another.
            Answer = answer((this with { Case = recorded }).With(Press.Stamp with { Page = null })) with
            {
                ProblemKind = NoticeKind.Success,
            },
            Case = recorded,
            Events = events,
            Entry = RegisterUpdate.After(Case, recorded, State.Entry, Now),
            Operation = operation,
            ByRole = DecisionAuthority.IsBehind(auditEvent.Kind),
            Said = said,
        };
    }

    /// <inheritdoc cref="Accept(Case, AuditEvent, string, string?, Func{CaseRequest, View}, string)"/>
    public Outcome Accept(Case after, AuditEvent auditEvent, string history, string? operation, string said) =>
        Accept(after, auditEvent, history, operation, committed => CaseViews.For(committed, said), said);
}
