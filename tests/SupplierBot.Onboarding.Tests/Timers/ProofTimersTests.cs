using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Agreements;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>What time does to accepted gaps, documents and contracts.</summary>
public sealed class ProofTimersTests
{
    private static readonly DateOnly Last = new(2027, 3, 1);

    [Fact]
    public void An_accepted_gap_is_said_twice_and_then_suspends()
    {
        var room = Accepted();
        Until(room, Last.AddDays(-31));
        Assert.Empty(Told(room, NotificationKind.AcceptanceSoon));
        Until(room, Last.AddDays(-28));
        Assert.Equal([Owner.Id, Carla.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.AcceptanceSoon));
        Until(room, Last.AddDays(-5));
        Assert.Equal(8, Told(room, NotificationKind.AcceptanceSoon).Count);
        Until(room, Last);
        Assert.Equal(EntryStatus.Active, room.Entry!.Status);
        Until(room, Last.AddDays(1));
        Assert.Equal((EntryStatus.Suspended, AuditEventKind.ProofLapsed), (room.Entry.Status, room.Facts[^1].Event.Kind));
        Assert.Equal([Owner.Id, Rita.Id, Carla.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.AcceptanceLapsed));
        Assert.Null(room.Tick());
        ClauseHandlerTests.Verify(room);
        var said = room.Case!.Notifications.Last(one => one.Kind == NotificationKind.AcceptanceLapsed);
        Assert.StartsWith("Acme Notes is suspended", room.Show(Slots.IdOf(said)).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lapse_before_its_time_is_put_right_and_comes_again()
    {
        var room = Accepted();
        var now = room.Now;
        room.Now = now.AddDays(200);
        while (room.Tick() is not null) { }
        Assert.Equal(EntryStatus.Suspended, room.Entry!.Status);
        room.Now = now;
        Assert.True(CaseTimers.RanAhead(room.Case!, room.Rules, room.Calendar, room.Now));
        while (room.Tick() is not null) { }
        Assert.Equal(EntryStatus.Active, room.Entry.Status);
        Assert.Contains(room.Facts, one => one.Event.Kind == AuditEventKind.PutRight);
        ClauseHandlerTests.Verify(room);
        Until(room, Last.AddDays(1));
        ClauseHandlerTests.Verify(room);
        Assert.Equal(
            (EntryStatus.Suspended, true),
            (room.Entry.Status, Assert.Single(room.Case!.Clauses!, item => item.Clause == "DPA").Lapsed)
        );
    }

    [Fact]
    public void Beside_a_review_it_is_said_once()
    {
        var room = Accepted();
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        room.Now = new(Last.AddDays(1).ToDateTime(new(12, 0)), TimeSpan.Zero);
        while (room.Tick() is not null || room.TickEarlier() is not null) { }
        Assert.Equal((EntryStatus.Suspended, true, true), (room.Entry!.Status, Lapsed(room.Earlier!), Lapsed(room.Case!)));
        Assert.Equal(5, room.Earlier!.Notifications.Count(one => one.Kind == NotificationKind.AcceptanceLapsed));
        Assert.Empty(Told(room, NotificationKind.AcceptanceLapsed));
    }

    [Fact]
    public void What_a_decision_found_over_by_a_clock_that_was_ahead_is_put_right()
    {
        var room = With(CaseAnswers.Medium.OwnedBy(Owner));
        room.Write(
            room.Case! with
            {
                Requirements = room.Case.Requirements! with { Documents = ["E-PENTEST"] },
                Evidence = [Document(1, "E-PENTEST", Last)],
            }
        );
        var now = room.Now;
        room.Now = now.AddYears(1);
        room.ApproveByAll();
        Assert.Equal((EntryStatus.Suspended, true), (room.Entry!.Status, room.Case!.Evidence[0].Expired));
        room.Now = now.AddHours(1);
        Assert.True(CaseTimers.RanAhead(room.Case, room.Rules, room.Calendar, room.Now));
        while (room.Tick() is not null) { }
        Assert.Equal((EntryStatus.Active, false), (room.Entry.Status, room.Case.Evidence[0].Expired));
    }

    private static bool Lapsed(Case current) => current.Clauses!.Single(item => item.Clause == "DPA").Lapsed;

    [Fact]
    public void A_document_that_is_needed_suspends_when_it_ends()
    {
        var room = WithDocuments(Document(1, "E-PENTEST", Last));
        Until(room, Last.AddDays(-59));
        Assert.Equal([Owner.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.DocumentSoon));
        Until(room, Last.AddDays(1));
        Assert.Equal((EntryStatus.Suspended, true), (room.Entry!.Status, room.Case!.Evidence[0].Expired));
        Assert.Equal([Owner.Id, Rita.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.DocumentExpired));
    }

    [Fact]
    public void A_newer_document_takes_the_place_of_one_that_ends_without_a_word()
    {
        var room = WithDocuments(Document(1, "E-PENTEST", Last), Document(2, "E-PENTEST", Last.AddYears(1)));
        Until(room, Last.AddDays(1));
        Assert.Equal(
            (EntryStatus.Active, true, false),
            (room.Entry!.Status, room.Case!.Evidence[0].Expired, room.Case.Evidence[1].Expired)
        );
        Assert.Empty(Told(room, NotificationKind.DocumentSoon));
        Assert.Empty(Told(room, NotificationKind.DocumentExpired));
    }

    [Fact]
    public void One_that_nobody_judged_ends_and_suspends_nothing()
    {
        var room = WithDocuments(Document(1, "E-PENTEST", null), Document(2, "E-CERT", Last) with { Verdict = null });
        Until(room, Last.AddDays(1));
        Assert.Equal((EntryStatus.Active, true), (room.Entry!.Status, room.Case!.Evidence[1].Expired));
        Assert.Equal([Owner.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.DocumentExpired));
    }

    [Fact]
    public void Notice_is_said_before_its_last_day_and_a_renewal_asks_for_the_review()
    {
        // Two years from 1 March 2026: 29 February 2028 is the last day of notice.
        var room = Approved(CaseAnswers.MediumInternal.OwnedBy(Owner));
        room.Write(
            room.Case! with
            {
                CheckedAt = room.Now,
                Contract = new(ContractKind.Negotiated, "MSA 7", Sam.Person, room.Now)
                {
                    End = new(2028, 3, 30),
                    NoticeDays = 30,
                    RenewalMonths = 24,
                },
            }
        );
        var day = new DateOnly(2028, 2, 29);
        Assert.Equal(day, ContractDates.LastNoticeDay(room.Case!.Contract!, new(2026, 12, 1)));
        Until(room, day.AddDays(-91));
        Assert.Empty(Told(room, NotificationKind.NoticeDaySoon));
        Until(room, day.AddDays(-85));
        Assert.Equal([Owner.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.NoticeDaySoon));
        Until(room, day);
        Assert.Equal(9, Told(room, NotificationKind.NoticeDaySoon).Count);
        var said = room.Case!.Notifications.Last(one => one.Kind == NotificationKind.NoticeDaySoon);
        Assert.Equal("Acme Notes: the last day to give notice is Tue 29 Feb", room.Show(Slots.IdOf(said)).Plain);
        Until(room, new(2028, 3, 31));
        Assert.Equal(new DateOnly(2028, 3, 31), room.Case!.ReviewDue);
        VerifyReview(room);
        Assert.Equal((EntryStatus.ReviewDue, ReviewState.Due), (room.Entry!.Status, room.Case.ReviewState));
        Assert.Equal([Owner.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.ContractRenewed));
        var renewed = room.Case.Notifications.Last(one => one.Kind == NotificationKind.ContractRenewed);
        Assert.Contains("T10", Assert.IsType<View.Notice>(room.Show(Slots.IdOf(renewed))).Lines[0].Text, StringComparison.Ordinal);
        room.Say(Rita, $"review {room.Entry.Id}");
        Assert.Equal(["T10"], room.Draft!.ReviewOrigin!.Triggers);
    }

    [Fact]
    public void A_renewal_before_its_time_asks_for_nothing_any_more()
    {
        var room = Approved(CaseAnswers.MediumInternal);
        room.Write(
            room.Case! with
            {
                CheckedAt = room.Now,
                Contract = new(ContractKind.Order, "O-1", Sam.Person, room.Now) { End = new(2027, 3, 30), RenewalMonths = 12 },
            }
        );
        var now = room.Now;
        room.Now = now.AddDays(150);
        while (room.Tick() is not null) { }
        Assert.NotNull(room.Case!.ReviewDue);
        room.Now = now.AddHours(1);
        while (room.Tick() is not null) { }
        Assert.Equal((null, ReviewState.NotYet, EntryStatus.Active), (room.Case.ReviewDue, room.Case.ReviewState, room.Entry!.Status));
        VerifyReview(room);
        Until(room, new(2027, 3, 31));
        Assert.Equal(new DateOnly(2027, 3, 31), room.Case.ReviewDue);
        VerifyReview(room);
    }

    [Fact]
    public void A_contract_that_renews_monthly_is_said_once_a_month()
    {
        var room = Approved(CaseAnswers.MediumInternal);
        room.Write(
            room.Case! with
            {
                CheckedAt = room.Now,
                Contract = new(ContractKind.TheirTerms, "Terms 4", Sam.Person, room.Now) { End = new(2026, 11, 30), RenewalMonths = 1 },
            }
        );
        Until(room, new(2027, 2, 28));
        var days = room.Case!.Notifications.Where(one => one.Kind == NotificationKind.NoticeDaySoon)
            .Select(NotificationNumbers.DayOfProof)
            .Distinct();
        Assert.Equal([new(2026, 11, 30), new(2026, 12, 31), new(2027, 1, 31), new(2027, 2, 28)], days);
    }

    /// <summary>The first check was written down without its event here.</summary>
    private static void VerifyReview(CaseScenario room) =>
        Assert.Equal(
            ["when it was checked first is not what its facts say"],
            CaseVerifier.Contradictions(room.Case!, room.Facts, CaseScenario.Policy)
        );

    private static CaseScenario Accepted()
    {
        var room = Approved(CaseAnswers.Medium.OwnedBy(Owner));
        Assert.Contains("DPA", room.Case!.Requirements!.Clauses);
        room.Write(
            room.Case with
            {
                Clauses =
                [
                    .. room.Case.Clauses!.Select(item =>
                        item.Clause == "DPA"
                            ? item with
                            {
                                State = ClauseState.RiskAccepted,
                                Until = Last,
                                AcceptedBy = Carla.Person,
                                AcceptedAt = room.Now,
                            }
                            : item
                    ),
                ],
            }
        );
        Assert.Equal(EntryStatus.Active, room.Entry!.Status);
        return room;
    }

    private static CaseScenario WithDocuments(params EvidenceRecord[] documents)
    {
        var room = Approved(CaseAnswers.Medium.OwnedBy(Owner));
        room.Write(room.Case! with { Requirements = room.Case.Requirements! with { Documents = ["E-PENTEST"] }, Evidence = documents });
        Assert.Equal(EntryStatus.Active, room.Entry!.Status);
        return room;
    }

    private static EvidenceRecord Document(int number, string kind, DateOnly? expires) =>
        new(number, kind, Sam.Person, new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero))
        {
            Verdict = EvidenceVerdict.Sufficient,
            Expires = expires,
        };

    private static List<PersonId> Told(CaseScenario room, NotificationKind kind) =>
        [.. room.Case!.Notifications.Where(one => one.Kind == kind).Select(one => one.To.Id)];

    /// <summary>The clock comes by every noon, up to that day.</summary>
    private static void Until(CaseScenario room, DateOnly day)
    {
        while (DateOnly.FromDateTime(room.Now.Date) < day)
        {
            room.Now = new DateTimeOffset(room.Now.Date, TimeSpan.Zero).AddDays(1).AddHours(12);
            while (room.Tick() is not null) { }
        }
    }
}
