using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Everybody, a clock and one case: presses go in, what was decided is kept, as the store would.</summary>
internal sealed class CaseScenario
{
    public static readonly Actor Rita = Member("Rita");
    public static readonly Actor Sam = Member("Sam");
    public static readonly Actor Priya = Member("Priya");
    public static readonly Actor Carla = Member("Carla");
    public static readonly Actor Owner = Member("Owner");
    public static readonly Actor Stranger = Member("Stranger");
    public static readonly Actor Auditor = Member("Auditor");
    public static readonly Actor Admin = Member("Admin");
    public static readonly Actor Guest = new(Member("Guest").Person, Member: false);

    public static readonly Policy Policy = PolicyText.Policy;
    public static readonly Wording Wording = WordingText.Wording;

    /// <summary>Monday to Friday, until five, without holidays.</summary>
    public static readonly WorkingCalendar Utc = new(
        TimeZoneInfo.Utc,
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
        new HashSet<DateOnly>(),
        new(new(9, 0), new(17, 0))
    );

    private int ids;

    /// <summary>Tue 17 Nov 2026, ten o'clock.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);
    public WorkingCalendar Calendar { get; init; } = Utc;
    public RoleHolders Roles { get; set; } =
        RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Auditor, [Auditor]));

    /// <summary>The policy everything is judged by here.</summary>
    public Policy Rules { get; set; } = Policy;
    public Case? Case { get; set; }

    /// <summary>The case that was behind the register entry before the one that reviews it.</summary>
    public Case? Earlier { get; private set; }
    public string NextCaseId { get; set; } = "REQ-2026-0012";
    public RegisterEntry? Entry { get; private set; }
    public Draft? Draft { get; private set; }

    /// <summary>What depends on the supplier and on who stands behind it.</summary>
    public Concentration Concentration { get; set; } = Concentration.None;

    /// <summary>How long a press can be undone.</summary>
    public TimeSpan UndoFor { get; set; }

    /// <summary>What was kept with the newest press that can be undone.</summary>
    public UndoSnapshot? Snapshot { get; private set; }

    /// <summary>What the form that is open is about.</summary>
    public DroppedFile? File { get; set; }
    public List<ChainedEvent> Facts { get; } = [];
    public List<string> Operations { get; } = [];
    public Outcome Last { get; private set; } = new() { Answer = null };

    public Context Context =>
        new(Now, Calendar, Roles, Wording, "Acme Organisation")
        {
            NewId = $"id{++ids:00000000000000000000}",
            Numbers = new(NextCaseId, "SUP-0031"),
            Queue = 6,
            People = [Owner.Person, Rita.Person, Sam.Person],
            UndoFor = UndoFor,
        };

    public static RoleHolders RolesOf(params (string Role, Actor[] People)[] holders) =>
        new(
            holders.ToDictionary(pair => pair.Role, pair => (IReadOnlyList<Person>)[.. pair.People.Select(actor => actor.Person)]),
            [Admin.Person]
        );

    public static CaseScenario With(
        Answers answers,
        Actor? requester = null,
        RoleHolders? roles = null,
        WorkingCalendar? calendar = null,
        DateTimeOffset? now = null,
        Policy? rules = null
    )
    {
        var room = new CaseScenario { Calendar = calendar ?? Utc, Rules = rules ?? Policy };
        if (now is { } begins)
            room.Now = begins;
        if (roles is not null)
            room.Roles = roles;
        room.Send(answers, requester ?? Rita);
        return room;
    }

    /// <summary>Approved by as many as its tier asks for, and everything is settled that it needs before use.</summary>
    public static CaseScenario Approved(Answers answers)
    {
        var room = With(answers);
        room.Settle();
        room.ApproveByAll();
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        return room;
    }

    /// <summary>Approved, and sent again unchanged: the review of it is open.</summary>
    public static CaseScenario UnderReview(Answers answers)
    {
        var room = Approved(answers);
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        Assert.NotNull(room.Entry.Review);
        return room;
    }

    public Outcome Send(Answers answers, Actor by, string? edits = null) =>
        Keep(
            SubmitHandler.Send(
                new Draft
                {
                    Id = $"draft{++ids}",
                    Owner = by.Person,
                    Revision = 1,
                    Answers = answers,
                    StartedAt = Now,
                    ChangedAt = Now,
                    EditsCase = edits,
                },
                answers,
                new TurnState { Case = Case, Entry = Entry },
                by,
                Rules,
                Context
            )
        );

    public Outcome Press(
        Actor actor,
        string verb,
        string target = "",
        int? version = null,
        string? slot = null,
        bool automatic = false,
        params (string Id, string Value)[] values
    ) =>
        Keep(
            CaseDecider.Handle(
                State,
                RequestReader.Pressed(
                    verb,
                    target,
                    CardStamp.OfCase(Case!.Id, slot ?? "review-security", version ?? Case.ContentVersion) with
                    {
                        Page = File?.File.Key,
                    },
                    values.ToDictionary(pair => pair.Id, pair => pair.Value),
                    automatic
                ),
                actor,
                Rules,
                Context
            )
        );

    public Outcome Say(Actor actor, string text) => Keep(CaseDecider.Handle(State, RequestReader.Typed(text), actor, Rules, Context));

    /// <summary>A button of the draft's own card, as it is shown.</summary>
    public Outcome PressDraft(Actor actor, string verb, params (string Id, string Value)[] values)
    {
        var page = Interview.Replay(Rules, Draft!, Calendar.Today(Now)) is InterviewState.Asking asking ? asking.Page.Id : "summary";
        return Keep(
            CaseDecider.Handle(
                State,
                RequestReader.Pressed(
                    verb,
                    "",
                    CardStamp.OfDraft(Draft!.Id, page, Draft.Revision),
                    values.ToDictionary(pair => pair.Id, pair => pair.Value),
                    false
                ),
                actor,
                Rules,
                Context
            )
        );
    }

    /// <summary>Says every page again as it is, and sends it under the next number.</summary>
    public Outcome SendAsItIs(Actor actor, params (string Id, string Value)[] changes)
    {
        for (
            var pages = 0;
            pages < 12 && Interview.Replay(Rules, Draft!, Calendar.Today(Now)) is InterviewState.Asking(var page, _);
            pages++
        )
        {
            var answers = Draft!.Answers;
            PressDraft(
                actor,
                "answer",
                [
                    .. Interview
                        .Questions(Rules, page, answers)
                        .Select(question =>
                            (
                                question.Id,
                                changes.FirstOrDefault(change => change.Id == question.Id).Value
                                    ?? string.Join(',', answers.Picked(question.Id))
                            )
                        ),
                ]
            );
        }
        NextCaseId = "REQ-2027-0001";
        return PressDraft(actor, "submit");
    }

    /// <summary>The case behind the line before, as a card of it would.</summary>
    public Outcome PressEarlier(Actor actor, string verb, string target = "", params (string Id, string Value)[] values)
    {
        var (review, earlier) = (Case, Earlier!);
        var outcome = CaseDecider.Handle(
            new TurnState { Case = earlier, Entry = Entry },
            RequestReader.Pressed(
                verb,
                target,
                CardStamp.OfCase(earlier.Id, "review-security", earlier.ContentVersion),
                values.ToDictionary(pair => pair.Id, pair => pair.Value),
                false
            ),
            actor,
            Rules,
            Context
        );
        Last = outcome;
        (Earlier, Case, Entry) = (outcome.Case ?? earlier, review, outcome.Entry ?? Entry);
        return outcome;
    }

    private TurnState State =>
        new()
        {
            Case = Case,
            Entry = Entry,
            Draft = Draft,
            Concentration = Concentration,
            File = File,
            Undo = Case?.Undoable is { } press && press.IsHeld(Now) ? Snapshot : null,
            Before =
                Draft?.FollowsCase is { } followed ? new[] { Case, Earlier }.FirstOrDefault(one => one?.Id == followed)
                : Case?.ReviewOrigin is null ? null
                : Earlier,
        };

    /// <summary>As if somebody had brought the case there; the register follows.</summary>
    public void Write(Case after) =>
        Keep(
            new()
            {
                Answer = Last.Answer,
                Case = after with { Version = after.Version + 1 },
                Entry = RegisterUpdate.After(Case, after, Entry, Now),
            }
        );

    /// <summary>What time does now; null where it does nothing.</summary>
    public Outcome? Tick() => CaseTimers.Tick(Case!, Entry, Rules, Context) is { } outcome ? Keep(outcome) : null;

    /// <summary>The same for the case behind the line while a review of it is open.</summary>
    public Outcome? TickEarlier()
    {
        if (Earlier is null || CaseTimers.Tick(Earlier, Entry, Rules, Context) is not { } outcome)
            return null;
        (Earlier, Entry) = (outcome.Case ?? Earlier, outcome.Entry ?? Entry);
        return outcome;
    }

    /// <summary>The register is compared with a later policy; null where that does nothing.</summary>
    public Outcome? Compare(Policy inForce) => RulesChanges.Of(Case!, Entry, inForce, Rules, Context) is { } outcome ? Keep(outcome) : null;

    /// <summary>Something happened to a provider of it; null where that does nothing.</summary>
    public Outcome? Hears(ProviderCause cause, string provider, int critical = 1) =>
        ProviderChanges.Of(Case!, Entry, cause, provider, critical, Rules, Context) is { } outcome ? Keep(outcome) : null;

    /// <summary>What was agreed and seen, filled in before anybody decides.</summary>
    public void Settle() => Case = Case!.Settled(Sam.Person, Now);

    public void ApproveByAll(string terms = "agreed")
    {
        foreach (var reviewer in new[] { Sam, Priya, Carla }.TakeWhile(_ => Case!.IsOpen))
            Approve(reviewer, terms);
    }

    public Outcome Approve(Actor actor, string terms = "agreed") => Press(actor, "approve", values: Yes(terms));

    /// <summary>What a yes cannot do without.</summary>
    public (string Id, string Value)[] Yes(string terms = "agreed") =>
        [
            ("terms", terms),
            .. terms == "open" ? Array.Empty<(string, string)>() : [("terms_ref", SettledAgreements.Contract)],
            .. DecisionFields.NeedsReason(Case!) ? [("comment", Reason)] : Array.Empty<(string, string)>(),
        ];

    public const string Reason = "There is no other, and we can leave it in days.";

    public Outcome ApproveIf(Actor actor, string text, string when = "before_use", string terms = "agreed") =>
        Press(
            actor,
            "approve_conditions",
            values: [.. Yes(terms), ("condition_text", text), ("condition_when", when), ("condition_owner", "requester")]
        );

    public Outcome Reject(Actor actor) => Press(actor, "reject", values: [("comment", "It is not needed for this.")]);

    public string Problem =>
        Last.Answer switch
        {
            View.Deciding view => view.Problem,
            View.Decided view => view.Problem,
            View.Receipt view => view.Problem,
            View.Form view => view.Problem,
            View.Notice view => string.Join(' ', view.Lines.Select(line => line.Text)),
            _ => "",
        };

    /// <summary>Whether the last answer starts like the sentence, up to its first hole.</summary>
    public bool Says(string key) =>
        Problem.StartsWith(Wording[key].Split('{')[0], StringComparison.Ordinal)
        && Problem.EndsWith(Wording[key].Split('}')[^1], StringComparison.Ordinal);

    public View Show(string slot) => CaseCards.Show(Case!, new Slot(slot, new Audience.Someone(Rita.Id)), Rules, Context);

    private Outcome Keep(Outcome outcome)
    {
        Last = outcome;
        if (outcome.Case is { } next)
        {
            if (outcome.Operation is { } operation)
                Operations.Add(operation);
            if (Case is { } before && before.Id != next.Id)
            {
                Earlier = before;
                Facts.Clear();
            }
            Case = next;
            Snapshot = outcome.Snapshot;
            Facts.AddRange(outcome.Events);
        }
        Entry = outcome.Entry ?? Entry;
        Draft = outcome.Draft switch
        {
            DraftChange.Save save => save.Draft,
            DraftChange.Delete => null,
            _ => Draft,
        };
        return outcome;
    }

    public static Actor Member(string name) => new(new Person(new PersonId($"teams:{name.ToLowerInvariant()}"), name), Member: true);
}
