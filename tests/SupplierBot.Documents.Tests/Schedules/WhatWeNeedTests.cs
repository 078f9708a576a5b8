using SupplierBot.Documents.Schedules;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Schedules;

public sealed class WhatWeNeedTests
{
    private static string Mail(SupplierRecord record, DateOnly? until = null) =>
        PlainTextWriter.Write(WhatWeNeed.Of(record, DocumentSamples.Provenance, DocumentSamples.Wording, until));

    [Fact]
    public void It_asks_for_missing_documents_and_open_clauses_until_the_decision_is_due()
    {
        var mail = Mail(DocumentSamples.Record(CaseAnswers.Medium));
        Assert.StartsWith(
            "Hello,\n\nAcme Organisation plans to use Acme Notes (Notes, business plan). Our security policy asks for a few things first. "
                + "Send us what's missing by 20 Nov 2026.\n\nDocuments we need\n\n1. ",
            mail,
            StringComparison.Ordinal
        );
        Assert.Contains("1. ISO 27001 certificate that covers our service, with its SoA\n", mail, StringComparison.Ordinal);
        Assert.Contains("\n- 1.1 Data protection and confidentiality\n", mail, StringComparison.Ordinal);
        Assert.EndsWith("Rita Requester\nAcme Organisation\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_or_settled_is_not_asked_for()
    {
        var mail = Mail(DocumentSamples.NegotiatedPlatform);
        Assert.DoesNotContain("ISO 27001 certificate", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Data protection and confidentiality", mail, StringComparison.Ordinal);
        Assert.Contains("AI security testing", mail, StringComparison.Ordinal);
        Assert.Contains("Annex Countries, Annex Backup", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_asked_for_checks_that_are_ours() =>
        Assert.DoesNotContain("our own search", Mail(DocumentSamples.Record(CaseAnswers.Critical)), StringComparison.Ordinal);

    [Fact]
    public void A_day_that_is_given_counts() =>
        Assert.Contains(
            "by 4 Dec 2026.",
            Mail(DocumentSamples.Record(CaseAnswers.Medium), new DateOnly(2026, 12, 4)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Where_nothing_is_missing_it_says_so()
    {
        var scenario = CaseScenario.With(CaseAnswers.Low);
        var mail = Mail(
            new(
                scenario.Entry!,
                scenario.Case! with
                {
                    Clauses = [],
                    Assessment = scenario.Case!.Assessment with { Clauses = [], Evidence = [] },
                },
                DocumentSamples.Policy
            )
        );
        Assert.Contains("You don't need to send anything.", mail, StringComparison.Ordinal);
    }
}
