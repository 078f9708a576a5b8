using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>The contract is written down, its dates are checked, and the last day to give notice is said.</summary>
public sealed class ContractHandlerTests
{
    private static readonly (string Id, string Value)[] Good =
    [
        ("contract_kind", "Negotiated"),
        ("contract_reference", "MSA 2026-114"),
        ("contract_parties", "Acme Notes Ltd and us"),
        ("contract_signed", "2026-03-20"),
        ("contract_start", "2026-04-01"),
        ("contract_end", "2028-03-31"),
        ("contract_notice", "31 days"),
        ("contract_renewal", "12"),
        ("contract_law", "England and Wales"),
        ("contract_value", "12,000 EUR a year"),
        ("contract_link", "contracts.example/114"),
    ];

    [Fact]
    public void It_is_recorded_and_the_last_day_to_give_notice_is_said()
    {
        var room = Approved(CaseAnswers.MediumInternal.OwnedBy(Owner));
        room.Press(Owner, Verbs.Contract, CaseForms.Sent, values: Good);
        var contract = room.Case!.Contract!;
        Assert.Equal(
            new(ContractKind.Negotiated, "MSA 2026-114", Owner.Person, room.Now)
            {
                Parties = "Acme Notes Ltd and us",
                SignedOn = new(2026, 3, 20),
                Start = new(2026, 4, 1),
                End = new(2028, 3, 31),
                NoticeDays = 31,
                RenewalMonths = 12,
                GoverningLaw = "England and Wales",
                Value = "12,000 EUR a year",
                Link = "https://contracts.example/114",
            },
            contract
        );
        Assert.Equal("The contract is recorded. Last day to give notice: Tue 29 Feb 2028.", room.Problem);
        Assert.Equal(AuditEventKind.ContractRecorded, room.Facts[^1].Event.Kind);
        Assert.Equal("Owner recorded the contract: Negotiated contract, MSA 2026-114", room.Case.History[^1].Words);
        Assert.Equal(new(new(2028, 3, 31), 31, 12), room.Entry!.Term);
        Assert.EndsWith(
            "Last day to give notice: Tue 29 Feb 2028.",
            EntryCard.Of([room.Entry], room.Rules, room.Context).Lines[0].Text,
            StringComparison.Ordinal
        );
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    [Theory]
    [InlineData("contract_kind", "", "contract.which_kind")]
    [InlineData("contract_kind", "7", "contract.which_kind")]
    [InlineData("contract_reference", " - ", "contract.no_reference")]
    [InlineData("contract_end", "2026-03-31", "contract.end_before_start")]
    [InlineData("contract_signed", "2029-01-01", "contract.signed_after_end")]
    [InlineData("contract_end", "", "contract.renewal_without_end")]
    [InlineData("contract_end", "2900-01-01", "contract.end_too_far")]
    [InlineData("contract_end", "soon", "evidence.day")]
    [InlineData("contract_notice", "731", "contract.notice_too_long")]
    [InlineData("contract_notice", "365", "contract.notice_too_long")]
    [InlineData("contract_notice", "3 months", "contract.number_day")]
    [InlineData("contract_notice", "-3", "contract.number_day")]
    [InlineData("contract_renewal", "a year", "contract.number_month")]
    [InlineData("contract_renewal", "121", "contract.number_month")]
    [InlineData("contract_link", "http://contracts.example/114", "evidence.https")]
    public void A_mistake_is_said_at_its_field_and_nothing_is_lost(string field, string typed, string key)
    {
        var room = Approved(CaseAnswers.MediumInternal);
        room.Press(Rita, Verbs.Contract, CaseForms.Sent, values: [.. Good.Select(pair => pair.Id == field ? (field, typed) : pair)]);
        Assert.Null(room.Case!.Contract);
        Assert.True(room.Says(key), room.Problem);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal(
            field == "contract_end" && key == "contract.renewal_without_end" ? "contract_renewal" : field,
            form.Fields.Single(one => one.Error.Length > 0).Id
        );
        Assert.Equal("12,000 EUR a year", form.Fields.Single(one => one.Id == "contract_value").Value);
    }

    [Theory]
    [InlineData(1, 28, true)]
    [InlineData(1, 27, false)]
    [InlineData(12, 365, true)]
    [InlineData(12, 364, false)]
    [InlineData(0, 365, false)]
    public void Notice_is_shorter_than_the_shortest_term(int months, int notice, bool refused) =>
        Assert.Equal(
            refused,
            ContractDates.NoticeOutlasts(
                new(ContractKind.Order, "O-1", Sam.Person, default)
                {
                    End = new(2027, 3, 31),
                    RenewalMonths = months,
                    NoticeDays = notice,
                }
            )
        );

    [Fact]
    public void What_a_colleague_recorded_meanwhile_is_seen_first()
    {
        var room = Approved(CaseAnswers.MediumInternal);
        room.Press(Rita, Verbs.Contract, CaseForms.Sent, values: Good);
        room.Now = room.Now.AddMinutes(1);
        room.Press(Sam, Verbs.Contract, CaseForms.Sent, values: [.. Good.Take(1), ("contract_reference", "Order 9")]);
        Assert.Equal("MSA 2026-114", room.Case!.Contract!.Reference);
        Assert.True(room.Says("contract.newer"), room.Problem);
        var again = Assert.IsType<View.Form>(room.Last.Answer).Buttons[0].Target;
        room.Press(Sam, Verbs.Contract, again, values: [.. Good.Take(1), ("contract_reference", "Order 9")]);
        Assert.Equal("Order 9", room.Case.Contract.Reference);
        Assert.Null(room.Entry!.Term);
    }

    [Fact]
    public void Who_has_nothing_to_do_with_it_records_nothing()
    {
        var room = Approved(CaseAnswers.MediumInternal);
        room.Press(Auditor, Verbs.Contract, CaseForms.Sent, values: Good);
        Assert.Null(room.Case!.Contract);
        Assert.True(room.Says("contract.not_yours"), room.Problem);
    }

    [Theory]
    [InlineData("contract SUP-0031", "SUP-0031")]
    [InlineData("Contract with Acme Notes", "Acme Notes")]
    [InlineData("contract Acme Notes", "Acme Notes")]
    [InlineData("contract", null)]
    public void It_is_asked_for_by_number_or_name(string typed, string? number) =>
        Assert.Equal(number, Assert.IsType<Request.RecordContract>(RequestReader.Parse(typed)).Number?.ToString());

    [Fact]
    public void It_is_recorded_while_a_request_is_open_and_goes_on_in_the_review()
    {
        var room = With(CaseAnswers.MediumInternal);
        room.Press(Rita, Verbs.Contract, CaseForms.Sent, values: Good);
        room.ApproveByAll();
        Assert.Equal((EntryStatus.Active, "MSA 2026-114"), (room.Entry!.Status, room.Case!.Contract!.Reference));
        room.Say(Rita, $"review {room.Entry.Id}");
        room.SendAsItIs(Rita);
        Assert.Equal("MSA 2026-114", room.Case.Contract!.Reference);
    }
}
