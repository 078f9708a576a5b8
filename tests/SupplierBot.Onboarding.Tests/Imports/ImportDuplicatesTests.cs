using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Imports;

public sealed class ImportDuplicatesTests
{
    private static readonly string[] File =
    [
        "Supplier | Product | Website",
        "Acme Notes | Calls |",
        "ACME NOTES | Calls |",
        "Acme Notes | Minutes |",
        "Acme Notes GmbH | |",
        "Other | | www.crown.example",
        "Crown | | https://crown.example/start",
        "Brightline Ltd. | Labels |",
        "Elm Cloud | Storage |",
    ];

    [Fact]
    public void The_same_line_and_names_alike_are_grouped_for_one_decision_each()
    {
        var plan = ImportSheets.Plan(
            ImportChoices.None,
            [ImportSheets.Entry("SUP-0001", "Brightline", "Labels"), ImportSheets.Entry("SUP-0002", "Elm Cloud", "Storage")],
            File
        );
        Assert.Equal(
            [
                (DuplicateKind.Twice, "Acme Notes", "2", "3"),
                (DuplicateKind.AlikeInFile, "Acme Notes", "2", "5"),
                (DuplicateKind.AlikeInFile, "Other", "6", "7"),
                (DuplicateKind.AlikeOnRegister, "Brightline", "SUP-0001", "8"),
                (DuplicateKind.OnRegister, "Elm Cloud", "SUP-0002", "9"),
            ],
            plan.Duplicates.Select(group => (group.Kind, group.Name, group.First, string.Join(",", group.Rows)))
        );
        // Another product of the same supplier is a line of its own.
        Assert.Equal([2, 4, 6], plan.Lines.Select(line => line.Row));
    }

    [Fact]
    public void One_decision_holds_for_the_whole_group_and_one_for_all_others()
    {
        var choices = ImportChoices.None with
        {
            Duplicates = DuplicateDecision.Both,
            Decided = new Dictionary<string, DuplicateDecision> { ["acme notes"] = DuplicateDecision.Same },
        };
        var plan = ImportSheets.Plan(choices, [], File);
        Assert.Equal(
            ["Acme Notes", "Acme Notes", "Acme Notes", "Acme Notes", "Other", "Crown", "Brightline Ltd.", "Elm Cloud"],
            plan.Lines.Select(line => line.Supplier)
        );
    }

    [Fact]
    public void A_line_of_our_own_export_is_found_by_its_number_whatever_became_of_its_product()
    {
        var plan = ImportSheets.Plan(
            ImportChoices.None,
            [ImportSheets.Entry("SUP-0007", "Acme Notes", "Minutes")],
            "Number | Supplier | Product",
            "SUP-0007 | Acme Notes | Calls",
            "SUP-0007 | Crown | Calls"
        );
        var group = Assert.Single(plan.Duplicates);
        Assert.Equal((DuplicateKind.OnRegister, "SUP-0007"), (group.Kind, group.First));
        Assert.Equal(["Crown"], plan.Lines.Select(line => line.Supplier));
    }

    [Fact]
    public void Nobody_has_to_correct_what_is_on_the_register_already()
    {
        var plan = ImportSheets.Plan(
            ImportChoices.None,
            [ImportSheets.Entry("SUP-0007", "Acme")],
            "Supplier | Contract end",
            "Acme | 31.02.2024",
            "Brightline | 31.02.2024"
        );
        Assert.Equal([3], plan.Faults.Select(fault => fault.Row));
    }
}
