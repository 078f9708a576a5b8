namespace SupplierBot.Onboarding;

/// <summary>One press about one case: what is needed to answer it, and the two ways to answer, refuse and accept.</summary>
internal sealed record Hearing(Case Case, Input.Pressed Press, Actor Actor, Desk Desk, Policy Policy, Context Context)
{
    public Roles Roles => Context.Roles;
    public DateTimeOffset Now => Context.Now;
    public Quorum Quorum => Quorum.Of(Case, Roles);
    public bool IsRequester => Roles.Same(Actor.Id, Case.Requester.Id);
    public bool IsOwner => Roles.Same(Actor.Id, Case.Owner.Id);
    public bool SeesWhole => IsRequester || IsOwner || Roles.ReadsEverything(Actor.Id);
    /// <summary>The card was drawn before something changed that an approver must have read, or is none of this case.</summary>
    public bool Stale => Press.Stamp.Case != Case.Id || Press.Stamp.Version != Case.ContentVersion;
    /// <summary>As if sent from the newest card.</summary>
    public Hearing Afresh => this with { Press = Press with { Stamp = Stamp.OfCase(Case.Id, SlotId, Case.ContentVersion) } };
    public string SlotId => Press.Stamp.Case == Case.Id && Press.Stamp.Slot is { Length: > 0 } slot ? slot : Slot.Receipt;
    /// <summary>The press comes from the form of its verb, so that an empty field is a mistake and not the way to the form.</summary>
    public bool FromForm => Press.Target is Forms.Sent or Forms.SentAgain;
    /// <summary>
    /// The press of this very form with these very words: a double click is two deliveries and one press. Null on cards from before forms had ids.
    /// </summary>
    public string? FormOperation => Press.Stamp.Page is { Length: > 0 } form
        ? $"form-{Case.Id}-{Press.Verb}-{Chain.Salted(form, string.Join('\n', [Actor.Id.Value, Press.Target, .. Press.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}")]))}"
        : null;

    /// <summary>The message that asked, for the card that answers.</summary>
    public Slot SlotFor(Enquiry enquiry) => new(Slots.IdOf(new Told(ToldKind.Asked, enquiry.Number, Case.Requester)), new Audience.Someone(Actor.Id));

    /// <summary>Without what nobody can see: ten zero-width spaces are no reason.</summary>
    public string Typed(string field) => TypedText.Lines(Press.Value(field));
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> holes) => Context.Wording.Fill(key, holes);

    /// <summary>Nothing changes; the card as it is now, with the words on top.</summary>
    public Outcome Refuse(string key, params ReadOnlySpan<(string Name, string Value)> holes) => Show(Say(key, holes)) with { Refused = key };

    public Outcome Show(string problem) => Outcome.Say(CaseViews.For(this, problem));

    public Fact Fact(FactKind kind, string comment = "", params ReadOnlySpan<(string Name, string Value)> details)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in details) pairs.Add(new(name, value));
        var salt = comment.Length == 0 ? "" : $"{Context.NewId}-{Case.FactCount + 1}";
        // Two clocks may differ: which roles it was done under is told by their version.
        if (Roles.Version > 0 && Authority.IsBehind(kind)) pairs.Add(new("roles", CaseWords.Number(Roles.Version)));
        if (comment.Length > 0) pairs.Add(new("comment", Chain.Salted(salt, comment)));
        return new(kind, Actor.Id, Now, pairs, comment, salt);
    }

    /// <param name="after">The case as it will be, but for version, chain and story.</param>
    /// <param name="story">The line people read.</param>
    /// <param name="answer">What the person sees, from the case as it will be.</param>
    /// <param name="operation">See <see cref="Outcome.Operation"/>.</param>
    public Outcome Accept(Case after, Fact fact, string story, string? operation, Func<Hearing, View> answer, string said = "")
    {
        if (!CaseSize.Fits(after, fact.Kind)) return Refuse("refusal.full");
        var (recorded, facts) = Recording.Of(Case, after, [fact, .. Renewals.Ended(Case, after, Actor.Id, Now)], [story], Policy, Context);
        return new()
        {
            // The form did its work: one that is shown now is another.
            Answer = answer(this with { Case = recorded, Press = Press with { Stamp = Press.Stamp with { Page = null } } }) with { Thanks = true },
            Case = recorded,
            Facts = facts,
            Entry = Register.After(Case, recorded, Desk.Entry, Now),
            Operation = operation,
            ByRole = Authority.IsBehind(fact.Kind),
            Said = said,
        };
    }

    /// <inheritdoc cref="Accept(Case, Fact, string, string?, Func{Hearing, View}, string)"/>
    public Outcome Accept(Case after, Fact fact, string story, string? operation, string said) =>
        Accept(after, fact, story, operation, heard => CaseViews.For(heard, said), said);
}
