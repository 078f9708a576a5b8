using System.Globalization;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>
/// An organisation of any size, written as the product writes it: lines of the register, and open cases of every kind with their chains.
/// </summary>
internal sealed class FilledRegister(ITable table, ChatSettings settings, Policy policy, Context context, IReadOnlyList<Person> requesters)
{
    private const int BatchRows = 100;
    private const int MostTries = 20;
    private static readonly string[] Beginnings =
    [
        "Acro",
        "Beta",
        "Corvi",
        "Delta",
        "Ener",
        "Futu",
        "Gami",
        "Helio",
        "Intra",
        "Juno",
        "Krypto",
        "Lumi",
        "Meta",
        "Nova",
        "Omni",
        "Proto",
        "Quanti",
        "Recti",
        "Stella",
        "Terra",
    ];
    private static readonly string[] Ends = ["base", "cloud", "desk", "flow", "grid", "lab", "mind", "soft", "tek", "wise"];
    private static readonly string[] Kinds =
    [
        "Notes",
        "Mail",
        "Hosting",
        "Payroll",
        "Translate",
        "Search",
        "Vision",
        "Forms",
        "Backup",
        "Chat",
    ];
    private static readonly string[] Types = ["AISAAS", "MODEL", "COMPUTE", "DATA", "GENERAL"];
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Two hundred beginnings, ten kinds, and a number: <c>Novatek Notes 4711</c>.</summary>
    public static string NameOf(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Beginnings[number % 20]}{Ends[number / 20 % 10]} {Kinds[number / 200 % 10]} {number}"
        );

    /// <summary>Every open case is one that a single person can approve, whose cards are where they belong.</summary>
    public bool OnlySimpleAndShown { get; init; }

    /// <param name="open">Of the entries, these have a case that waits; the others are in use.</param>
    /// <param name="due">Beside the entries: approved ones with a condition due in the second month from now.</param>
    public async Task FillAsync(int entries, int open, int due = 0)
    {
        await new IndexMigration(table, new IndexRebuild(table, settings), settings).MakeAsync(CancellationToken.None);
        var template = Sent(0, "Template").Entry!;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, entries - open).Chunk(BatchRows / 20),
            async (numbers, cancellation) =>
                await CommitAsync(
                    [.. numbers.SelectMany(number => EntryRows(template, number)).Select(row => new RowChange.Put(row))],
                    cancellation
                )
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(1, open),
            async (number, cancellation) => await CommitAsync(Open(number, entries - open + number), cancellation)
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(1, due),
            async (number, cancellation) => await CommitAsync(Due(open + number, entries + number), cancellation)
        );
        await CommitAsync(
            [Counter(Keys.CaseCounter(context.Now.Year), open + due), Counter(Keys.EntryCounter, entries + due)],
            CancellationToken.None
        );
    }

    private IEnumerable<Row> EntryRows(RegisterEntry template, int number)
    {
        var entry = template with
        {
            Id = CaseStore.EntryId(number + 1),
            Supplier = NameOf(number),
            Status = EntryStatus.Active,
            Type = Types[number % Types.Length],
            CaseId = CaseStore.CaseId(2020, number + 1),
        };
        return IndexRows.Of(entry).Prepend(Rows.Of(Keys.Entry(entry.Id), entry, StoredJson.Default.RegisterEntry));
    }

    /// <summary>
    /// Sent by one of the requesters in the last thirty days, so that some are late; every third has begun or waits for its requester.
    /// </summary>
    private IReadOnlyList<RowChange> Open(int number, int entryNumber)
    {
        var outcome = Sent(number, $"Pending {NameOf(number)}", CaseStore.CaseId(context.Now.Year, number), CaseStore.EntryId(entryNumber));
        var sent = outcome.Case!;
        var now = (OnlySimpleAndShown ? 1 : number % 6) switch
        {
            0 => sent with { Status = CaseStatus.InfoRequested },
            3 => sent with
            {
                Approvals =
                [
                    new(new(new("teams:gone"), "Gone"), RoleNames.Security, sent.SubmittedAt, false, ContractTerms.Agreed, "", [], ""),
                ],
            },
            _ => sent,
        };
        var basis = new CaseCommit.Basis(null, null, new("c-", 0, null), new("c-", 0, null));
        return
        [
            .. CaseCommit
                .Batch(
                    outcome with
                    {
                        Case = now,
                    },
                    now,
                    basis,
                    OnlySimpleAndShown ? [.. Shown(now)] : [],
                    CommitMessages.None,
                    context.Roles,
                    sent.SubmittedAt
                )
                .Where(change => !change.Key.StartsWith("c-", StringComparison.Ordinal)),
        ];
    }

    /// <summary>Approved a while ago, with a condition that is due later.</summary>
    private IReadOnlyList<RowChange> Due(int number, int entryNumber)
    {
        var outcome = Sent(number, NameOf(number), CaseStore.CaseId(context.Now.Year, number), CaseStore.EntryId(entryNumber));
        var (sent, by) = (outcome.Case!, new Person(new("teams:gone"), "Gone"));
        var approved = sent with
        {
            Status = CaseStatus.ApprovedWithConditions,
            Decision = new(CaseStatus.ApprovedWithConditions, by, context.Now.AddDays(-60), ""),
            Conditions =
            [
                new(
                    1,
                    "Switch off training.",
                    DateOnly.FromDateTime(context.Now.UtcDateTime).AddDays(40 + number % 30),
                    sent.Requester,
                    ApprovalConditionState.Open,
                    "",
                    by,
                    null,
                    null
                ),
            ],
        };
        var now = approved with { Wakes = CaseTimers.Wakes(approved, policy, context.Calendar) };
        return
        [
            .. CaseCommit
                .Batch(
                    outcome with
                    {
                        Entry = RegisterUpdate.Of(now, context.Now),
                    },
                    now,
                    new(null, null, new("c-", 0, null), new("c-", 0, null)),
                    [],
                    CommitMessages.None,
                    context.Roles,
                    sent.SubmittedAt
                )
                .Where(change => !change.Key.StartsWith("c-", StringComparison.Ordinal)),
        ];
    }

    /// <summary>The slots as a delivery leaves them; what the messages show is not known, so that the next delivery updates each.</summary>
    private IEnumerable<SlotState> Shown(Case current) =>
        Slots
            .Of(current, context.Roles)
            .SelectMany(slot =>
                SlotTargets
                    .Of(slot.Audience, RoleDirectory.Of(settings.Roles, settings.Places, RoleAssignments.Empty))
                    .Select(
                        (target, place) =>
                            new SlotState(
                                current.Id,
                                slot.Id,
                                target,
                                [
                                    string.Create(
                                        CultureInfo.InvariantCulture,
                                        $"{current.Id[4..].Replace("-", "", StringComparison.Ordinal)}{place}"
                                    ),
                                ],
                                1,
                                "",
                                false,
                                0
                            )
                    )
            );

    private Outcome Sent(int number, string name, string caseId = "REQ-2000-0001", string entryId = "SUP-0001")
    {
        var person = requesters[number % requesters.Count];
        var at = context.Now.AddDays(-(number % 30)).AddSeconds(-number);
        var answers = (number % 4 == 1 && !OnlySimpleAndShown ? SampleAnswers.LargeApp(name) : SampleAnswers.NotesApp(name)).Aggregate(
            Answers.Empty,
            (all, answer) => all.With(answer.Key, answer.Value)
        );
        if (number % 2 == 0 && !OnlySimpleAndShown)
            answers = answers.With("training", "not_sure");
        var draft = new Draft
        {
            Id = $"filled-{number}",
            Owner = person,
            Revision = 1,
            Answers = answers,
            StartedAt = at,
            ChangedAt = at,
        };
        var send = RequestReader.Pressed("submit", "", CardStamp.OfDraft(draft.Id, "summary", 1), new Dictionary<string, string>(), false);
        var outcome = CaseDecider.Handle(
            new TurnState { Draft = draft },
            send,
            new(person, true),
            policy,
            context with
            {
                Now = at,
                Numbers = new(caseId, entryId),
            }
        );
        return outcome.Case is null ? throw new InvalidOperationException($"Not sent: {outcome.Answer}") : outcome;
    }

    private static RowChange.Put Counter(string key, int last) =>
        new(new Row(key, new Dictionary<string, object> { ["Last"] = (long)last }));

    /// <summary>
    /// The marker comes first: where it is there already, an earlier try arrived and its reply was lost. All else may be written twice.
    /// </summary>
    private async Task CommitAsync(IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        for (var left = MostTries; ; left--)
        {
            try
            {
                if (
                    await table.CommitAsync(partition, batch, cancellation)
                    is CommitResult.Conflict conflict
                        and not { Index: 0, Kind: ConflictKind.Exists }
                )
                    throw new InvalidOperationException($"{batch[conflict.Index].Key}: {conflict.Kind}");
                return;
            }
            catch (Exception fault) when (fault is not InvalidOperationException && left > 0)
            {
                // An account under load answers late: patience is for the person who fills it.
            }
        }
    }
}
