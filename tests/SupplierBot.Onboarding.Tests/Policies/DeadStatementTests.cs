using System.Security.Cryptography;
using System.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>
/// "The bot does what this file says": a statement that changes nothing is refused with its line. One of each kind, put into the shipped
/// policy.
/// </summary>
public sealed class DeadStatementTests
{
    private const string Never = "stop is little and stop is customers";

    [Theory]
    // Conditions that never hold
    [InlineData(
        "{id: person_only, when: role is PERSON",
        $"{{id: person_only, when: {Never}",
        "fact person_only has no effect: no answers make it hold"
    )]
    [InlineData("skip_when: stop is little", $"skip_when: {Never}", "question replace: `skip_when` has no effect: no answers make it hold")]
    [InlineData(
        "skip_when: stop is little",
        "skip_when: stop is little or not stop is little",
        "question replace has no effect: it is never asked"
    )]
    [InlineData("    when: stop >= slows\n", $"    when: {Never}\n", "score replace has no effect: no answers make it hold")]
    [InlineData(
        "when: effects has decides, words: it helps",
        $"when: {Never}, words: it helps",
        "floor F6 has no effect: no answers make it hold"
    )]
    [InlineData(
        "    when: tier >= Medium\n    not_waivable",
        $"    when: {Never}\n    not_waivable",
        "clause INC has no effect: no answers make it hold"
    )]
    [InlineData(
        "    when: tier >= Medium\n    not_waivable: tier >= High",
        "    when: tier >= Medium\n    not_waivable: tier <= Low",
        "clause INC: `not_waivable` has no effect: no answers make it hold",
        1
    )]
    [InlineData("when: types has DATA, because", $"when: {Never}, because", "evidence E-LICENCE has no effect: no answers make it hold")]
    [InlineData(
        "when: effects has regulated_client\n    to_requester",
        $"when: {Never}\n    to_requester",
        "flag regulated_client has no effect: no answers make it hold"
    )]
    [InlineData("when: access is none and sensitivity >= 1", $"when: {Never}", "check K10 has no effect: no answers make it hold")]
    [InlineData(
        "{id: S12, when: data has sealed",
        $"{{id: S12, when: {Never}",
        "suggested condition S12 has no effect: no answers make it hold"
    )]
    [InlineData("{when: tier >= High and open_points}", $"{{when: {Never}}}", "no_plain_yes has no effect: no answers make it hold")]
    [InlineData("halved_when: open_points or", $"halved_when: {Never} #", "reviews: `halved_when` has no effect: no answers make it hold")]
    // What can't be: a floor under another, a question that is skipped then
    [InlineData(
        "  - {id: F13,",
        "  - {id: F18, min: Medium, when: sensitivity >= 3, words: restricted information}\n  - {id: F13,",
        "floor F18 has no effect: wherever it holds, floor F14 sets Medium anyway"
    )]
    [InlineData(
        "    when: access is none and sensitivity >= 1",
        "    when: volume is large and data is none_public",
        "check K10 has no effect: no answers make it hold"
    )]
    // Lines under one that always stands
    [InlineData(
        "      - {when: sensitivity >= 2, words: they get confidential or personal data}\n",
        "      - {when: sensitivity >= 1, words: they get information}\n      - {when: sensitivity >= 2, words: they get a lot}\n",
        "clause CONF: line 2 of `because` has no effect: no answers make it hold where those above it don't",
        1
    )]
    [InlineData(
        "          - {tier: Medium, when: personal, value: 48 hours}",
        "          - {tier: Medium, when: personal and effects has regulated_client, value: 48 hours}",
        "clause INC: line 3 of `notice, unless` has no effect: no answers make it hold where those above it don't"
    )]
    // Names that nothing refers to
    [InlineData(
        "facts:\n",
        "facts:\n  - {id: odd, when: stop is little, words: never}\n",
        "policy: the fact `odd` has no effect: no condition uses it",
        1
    )]
    [InlineData(
        "title: Legal}\n",
        "title: Legal}\n  - {id: board, title: Board}\n",
        "policy: the role `board` has no effect: it has no seat, is not notified and decides on no contract point",
        1
    )]
    [InlineData(
        "headings: [Information,",
        "headings: [Odds, Information,",
        "policy: the heading `Odds` has no effect: no clause stands under it"
    )]
    [InlineData(
        "types:\n",
        "types:\n  - {id: ODD, title: Odd, words: odd, about: Odd., key_clauses: [CONF], risks: []}\n",
        "policy: the type `ODD` has no effect: no answer to `role` means it",
        1
    )]
    // What is asked before use
    [InlineData(
        "High: {clauses: key, documents: one_of,",
        "High: {clauses: key, documents: all,",
        "agreements: `one_of` has no effect: no tier asks for one of several documents",
        2
    )]
    [InlineData(
        "one_of: [E-CERT,",
        "one_of: [E-CERT-2, E-CERT,",
        "agreements: `one_of` E-CERT-2 has no effect: no tier that asks for one of several documents asks for this one",
        -35
    )]
    [InlineData(
        "most_days: 180, reminders: [30, 7]",
        "most_days: 180, reminders: [180, 7]",
        "agreements, accepted_gaps: the reminder of 180 days has no effect: no gap is accepted for longer than 180"
    )]
    // Values that change nothing
    [InlineData("    cap: 20\n", "    cap: 60\n", "score ai: `cap: 60` has no effect: the answers give 35 points at most")]
    [InlineData(
        "points: {little: 0, slows: 4, team_stops: 10, customers: 18, not_sure: 4}",
        "points: {little: 0, slows: 0, team_stops: 0, customers: 0, not_sure: 0}",
        "score stop: it has no effect: no answer gives points",
        -3
    )]
    [InlineData("{id: F13, min: Medium,", "{id: F13, min: Low,", "policy: the floor `F13` has no effect: every request is Low at least")]
    [InlineData(
        "words: little impact}",
        "words: little impact, alone: true}",
        "question stop, choice little: `alone` has no effect: the question takes one answer anyway"
    )]
    [InlineData(
        "    label: Impact if they stop\n",
        "    label: Impact if they stop\n    read_by: best\n",
        "question stop: `read_by` has no effect: there is one answer at most",
        1
    )]
    [InlineData(
        "    label: How we buy it\n",
        "    label: How we buy it\n    may_improve: always\n",
        "question deal: `may_improve` has no effect: without an `order` no answer is better than another",
        1
    )]
    [InlineData("    on_review_card: 3\n", "    on_review_card: 2\n", "question others: `on_review_card: 2` is the place of `access`", 133)]
    [InlineData(
        "report_months: 6, supplier_report: half",
        "report_months: 12, supplier_report: half",
        "reviews, High: `report_months: 12` has no effect: the review comes every 12 months and looks at reports anyway"
    )]
    [InlineData(
        "expire_days: 21}",
        "expire_days: 7}",
        "timers: information: `ask_again_days: 7` has no effect: `expire_days: 7` is not later"
    )]
    public void A_statement_without_effect_is_refused_with_its_line(string old, string changed, string message, int below = 0)
    {
        var text = PolicyText.With(old, changed);
        var start = text.AsSpan(0, text.IndexOf(changed, StringComparison.Ordinal)).Count('\n') + 1;

        Assert.Contains($"line {start + below}: {message}", PolicyText.Faults(text).Select(fault => fault.ToString()));
    }

    [Fact]
    public void The_shipped_policy_has_none() => Assert.Empty(PolicyText.Faults(PolicyText.Shipped));

    [Fact]
    public void What_was_in_force_is_read_whatever_a_later_release_asks_of_it()
    {
        var text = PolicyText.With("    when: tier >= Medium\n    not_waivable", $"    when: {Never}\n    not_waivable");
        Assert.IsType<PolicyReading.Faulty>(PolicyReader.Read(text));
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Assert.IsType<PolicyReading.Accepted>(PolicyReader.ReadAccepted(text)).Policy.Hash
        );
    }
}
