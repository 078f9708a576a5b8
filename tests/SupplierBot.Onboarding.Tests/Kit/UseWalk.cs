using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;
using RequestVerbs = SupplierBot.Onboarding.Requests.Verbs;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>
/// Anybody does anything with one supplier: what is shown is filled in at random and pressed, whatever it is, and time passes. After each
/// step the register is asked whether it may be used, and the case behind it what is settled.
/// </summary>
internal sealed class UseWalk(int seed)
{
    private static readonly Actor Legal = Member("Lena");
    private static readonly Actor[] People = [Rita, Owner, Sam, Priya, Carla, Legal, Stranger, Auditor];
    private static readonly string[] Verbs = [.. RequestVerbs.All.Order(StringComparer.Ordinal)];
    private static readonly string[] Tiers = ["Low", "Medium", "High", "Critical"];
    private static readonly string[] Words = ["", "x", "It will do for this, as they say.", "their terms, version 4", "7.2", "14"];
    private static readonly string[] Targets = ["", CaseForms.Sent, "1", "2", "yes", "99"];

    private readonly Random random = new(seed);
    private CaseScenario room = new();

    /// <summary>How often each status of the entry was seen.</summary>
    public Dictionary<EntryStatus, int> Reached { get; } = [];

    /// <summary>Takes the steps; what was wrong in the first that went wrong, or nothing.</summary>
    public string? Take(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (step % 80 == 0 || (IsOver(room.Entry!.Status) && random.Next(3) == 0))
                room = Begun();
            var done = Step();
            Reached[room.Entry!.Status] = Reached.GetValueOrDefault(room.Entry.Status) + 1;
            if (Wrong(done) is { } wrong)
                return $"seed {seed}, step {step}, {done}: {wrong}";
        }
        return null;
    }

    /// <summary>Most of them decided already: getting there is a small part of what can happen.</summary>
    private CaseScenario Begun()
    {
        var begun = With(
            CaseAnswers.Of(Pick(Tiers)).OwnedBy(Owner),
            Rita,
            RolesOf(
                (RoleNames.Security, [Sam, Priya]),
                (RoleNames.Ciso, [Carla]),
                (RoleNames.Legal, [Legal]),
                (RoleNames.Auditor, [Auditor])
            )
        );
        if (random.Next(4) == 0)
            return begun;
        foreach (var reviewer in new[] { Sam, Priya, Carla, Legal })
        {
            if (random.Next(5) == 0)
                begun.ApproveIf(reviewer, "Switch off training.", "by_date", "covered");
            else
                begun.Approve(reviewer, Pick(["agreed", "covered"]));
        }
        return begun;
    }

    private string Step()
    {
        switch (random.Next(20))
        {
            case 0:
                return Later();
            case 1:
                return Ahead();
            case < 8:
                return Written();
            case 8 when random.Next(3) == 0:
                room.Send(CaseAnswers.Of(Pick(Tiers)).OwnedBy(Owner), Rita, room.Case!.Id);
                return "sent again";
            case 9 when random.Next(3) == 0:
                var reviewer = Pick([Rita, Owner, Sam]);
                room.Say(reviewer, $"review {room.Entry!.Id}");
                if (room.Draft?.Owner.Id == reviewer.Id)
                    room.SendAsItIs(reviewer);
                return "reviewed";
            case < 15:
                return Filled();
            default:
                return Pressed();
        }
    }

    /// <summary>The days pass, and the clock comes by until nothing is left to do.</summary>
    private string Later()
    {
        room.Now = room.Now.AddHours(random.Next(4) == 0 ? random.Next(24 * 200) : random.Next(24 * 20));
        Ticked();
        return "the clock came by";
    }

    /// <summary>A clock that is ahead for one round.</summary>
    private string Ahead()
    {
        var now = room.Now;
        room.Now = now.AddDays(random.Next(400));
        Ticked();
        room.Now = now;
        Ticked();
        return "the clock was ahead";
    }

    private void Ticked()
    {
        while (room.Tick() is not null || (room.Entry!.CaseId != room.Case!.Id && room.TickEarlier() is not null)) { }
    }

    /// <summary>The form or card that was just shown, filled in by somebody and sent.</summary>
    private string Filled()
    {
        if (room.Last.Answer is not { } shown || Buttons(shown) is not { Count: > 0 } buttons)
            return Pressed();
        var button = Pick(buttons);
        return Press(button.SendsText ? RequestVerbs.Say : button.Verb, button.SendsText ? button.Says : button.Target, FieldsOf(shown));
    }

    /// <summary>Also those of rows, which are most of what lists have.</summary>
    private static List<Button> Buttons(View shown) =>
        [
            .. shown.Buttons,
            .. (
                shown switch
                {
                    View.Form form => form.Rows,
                    View.Entries list => [.. list.Groups.SelectMany(group => group.Rows)],
                    View.Deciding deciding => deciding.OpenPoints,
                    View.Decided decided => decided.Conditions,
                    _ => [],
                }
            )
                .Select(row => row.Press)
                .OfType<Button>(),
        ];

    private string Pressed()
    {
        var verb = random.Next(3) switch
        {
            0 => RequestVerbs.Approve,
            1 when random.Next(2) == 0 => RequestVerbs.ApproveWithConditions,
            _ => Pick(Verbs),
        };
        return Press(verb, Pick(Targets), Decision());
    }

    private string Press(string verb, string target, IEnumerable<(string, string)> values)
    {
        var person = Pick(People);
        room.Press(person, verb, target, values: [.. values]);
        return $"{person.Person.Name} pressed {verb} '{target}'";
    }

    private static IReadOnlyList<Field> Shown(View view) =>
        view switch
        {
            View.Form form => [.. form.Fields, .. form.Blocks.SelectMany(block => block.Fields)],
            View.Deciding deciding => deciding.Fields,
            _ => [],
        };

    private IEnumerable<(string, string)> FieldsOf(View shown) => Shown(shown).Select(field => (field.Id, Value(field)));

    private string Value(Field field) =>
        field.Kind switch
        {
            FieldKind.One => field.Choices.Count == 0 ? "" : Pick(field.Choices).Id,
            FieldKind.Several => string.Join(',', field.Choices.Where(_ => random.Next(3) == 0).Select(choice => choice.Id)),
            FieldKind.Date => Dates.Value(DateOnly.FromDateTime(room.Now.Date).AddDays(random.Next(-40, 300))),
            _ => Pick(Words),
        };

    /// <summary>What an approver says with a yes, in any combination.</summary>
    private IEnumerable<(string, string)> Decision()
    {
        var clauses = room.Case!.Assessment.Clauses;
        yield return ("terms", Pick(["agreed", "covered", "open", "changed", ""]));
        yield return ("terms_ref", Pick(["their terms, version 4", "MSA 7", ""]));
        yield return ("comment", "The risk that is left will do for now.");
        yield return ("seen", string.Join(',', room.Case.Evidence.Where(_ => random.Next(2) == 0).Select(record => record.Kind)));
        foreach (var field in new[] { "changed_clauses", "open_clauses" })
            yield return (field, string.Join(',', clauses.Where(_ => random.Next(6) == 0).Select(clause => clause.Id)));
        yield return ("changed_words", "They say it in another way.");
        yield return ("condition_text", "Switch off training.");
        yield return ("condition_when", Pick(["before_use", "by_date"]));
        yield return ("condition_owner", "me");
        yield return ("tier", Pick(Tiers));
        yield return ("until", Dates.Value(DateOnly.FromDateTime(room.Now.Date).AddDays(random.Next(80))));
    }

    /// <summary>
    /// A contract point or a document in any state that can be kept, whoever brought it there: the register must follow it.
    /// </summary>
    private string Written()
    {
        var current = room.Case!;
        var today = DateOnly.FromDateTime(room.Now.Date);
        if (random.Next(2) == 0 && current.Clauses is { Count: > 0 } clauses)
        {
            var all = random.Next(3) == 0;
            var at = random.Next(clauses.Count);
            var state = random.Next(3) == 0 ? ClauseState.RiskAccepted : Pick(Enum.GetValues<ClauseState>());
            room.Write(
                current with
                {
                    Clauses =
                    [
                        .. clauses.Select((item, index) => all || index == at ? Some(item, all ? ClauseState.Agreed : state, today) : item),
                    ],
                }
            );
            return $"{(all ? "every point" : clauses[at].Clause)} became {state}";
        }
        if (current.Assessment.Evidence.Count == 0)
            return "nothing";
        var kinds = random.Next(3) == 0 ? current.Assessment.Evidence : [Pick(current.Assessment.Evidence)];
        room.Write(
            current with
            {
                Evidence =
                [
                    .. current.Evidence.TakeLast(20),
                    .. kinds.Select((kind, index) => Some(new(current.Evidence.Count + index + 1, kind.Id, Sam.Person, room.Now), today)),
                ],
            }
        );
        return "a document was added";
    }

    private ClauseItem Some(ClauseItem item, ClauseState state, DateOnly today) =>
        new(item.Clause, state)
        {
            Document = "MSA 7",
            Section = random.Next(4) == 0 ? "" : "7.2",
            By = Sam.Person,
            At = room.Now,
            AcceptedBy = random.Next(2) == 0 ? Carla.Person : null,
            Until = state == ClauseState.RiskAccepted ? today.AddDays(random.Next(1, 180)) : null,
            Proposed = random.Next(3) == 0 ? ClauseState.Agreed : null,
        };

    private EvidenceRecord Some(EvidenceRecord record, DateOnly today) =>
        record with
        {
            Verdict = random.Next(5) switch
            {
                0 => null,
                1 => EvidenceVerdict.Insufficient,
                2 => EvidenceVerdict.SufficientWithGaps,
                _ => EvidenceVerdict.Sufficient,
            },
            Expires = random.Next(2) == 0 ? null : today.AddDays(random.Next(1, 300)),
            BridgedUntil = random.Next(6) == 0 ? today.AddDays(random.Next(1, 400)) : null,
        };

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>Null where what may be used is settled.</summary>
    private string? Wrong(string done)
    {
        var entry = room.Entry!;
        if (new[] { room.Case, room.Earlier }.FirstOrDefault(one => one?.Id == entry.CaseId) is not { } behind)
            return $"nothing is behind {entry.Id}";
        if (!Usable(entry.Status) && !Usable(RegisterUpdate.StatusOf(room.Case!)))
            return null;
        var cases = new[] { behind, room.Case! }.Where(one => one.IsApproved).Distinct();
        foreach (var current in cases.Where(one => Usable(RegisterUpdate.StatusOf(one)) || ReferenceEquals(one, behind)))
        {
            if (current.Requirements is null)
                return $"{current.Id} forgot what it needs";
            if (
                IndependentGate.Missing(current, done.StartsWith("the clock", StringComparison.Ordinal) ? room.Now : null) is
                { Length: > 0 } missing
            )
                return $"{entry.Status} without {missing}";
        }
        return behind.IsApproved ? null : $"{entry.Status} without an approval";
    }

    private static bool IsOver(EntryStatus status) => status.IsUnapproved() || status == EntryStatus.Terminated;

    private static bool Usable(EntryStatus status) =>
        status is EntryStatus.Active or EntryStatus.ActiveConditional or EntryStatus.ReviewDue or EntryStatus.UnderReview;
}

/// <summary>The rules of use said a second time, from what is kept and nothing else.</summary>
internal static class IndependentGate
{
    /// <summary>The first thing that is not settled; nothing where all is.</summary>
    /// <param name="now">The clock has been by; null where dates may have passed that it has not noted.</param>
    public static string Missing(Case current, DateTimeOffset? now = null)
    {
        var needs = current.Requirements!;
        var lastDayNoted = now is { } moment ? DateOnly.FromDateTime(moment.AddHours(-9).Date) : DateOnly.MinValue;
        foreach (var id in needs.Clauses)
        {
            var items = (current.Clauses ?? []).Where(item => item.Clause == id).ToList();
            if (items.Count != 1)
                return $"{items.Count} records of {id}";
            var item = items[0];
            var named = item.Section != "" || !needs.Sections.Contains(id);
            var settled =
                (item.State == ClauseState.Agreed && named)
                || (item.State == ClauseState.CoveredByTheirTerms && named)
                || item.State == ClauseState.Compensated
                || item.State == ClauseState.NotApplicable
                || item.State == ClauseState.CheckedOurselves
                || (item.State == ClauseState.Changed && item.AcceptedBy != null)
                || (item.State == ClauseState.RiskAccepted && !item.Lapsed && !(item.Until < lastDayNoted));
            if (!settled)
                return $"{id}, which is {item.State}";
        }
        foreach (var kinds in needs.Documents.Select(id => new[] { id }).Append([.. needs.OneOf]).Where(kinds => kinds.Length > 0))
        {
            var good = current.Evidence.Any(record =>
                kinds.Contains(record.Kind)
                && (record.Verdict == EvidenceVerdict.Sufficient || record.Verdict == EvidenceVerdict.SufficientWithGaps)
                && !record.Expired
                && !((record.BridgedUntil > record.Expires ? record.BridgedUntil : record.Expires ?? record.BridgedUntil) < lastDayNoted)
            );
            if (!good)
                return string.Join(" or ", kinds);
        }
        return "";
    }
}
