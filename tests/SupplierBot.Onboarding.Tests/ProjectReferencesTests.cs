using System.Xml.Linq;

namespace SupplierBot.Onboarding.Tests;

/// <summary>References between projects are exactly the arrows of src/README.md "The map".</summary>
public sealed class ProjectReferencesTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "src");

    /// <summary>A third channel, in tests, stands on what the two in src stand on.</summary>
    private const string ThirdChannel = "../tests/SupplierBot.TextConsole";

    [Theory]
    [InlineData("SupplierBot.Onboarding", "")]
    [InlineData("SupplierBot.Chat", "SupplierBot.Onboarding")]
    [InlineData("SupplierBot.BotFramework", "SupplierBot.Chat")]
    [InlineData("SupplierBot.Slack", "SupplierBot.Chat")]
    [InlineData(ThirdChannel, "SupplierBot.Chat")]
    [InlineData("SupplierBot.Storage", "SupplierBot.Chat")]
    [InlineData("SupplierBot.Documents", "SupplierBot.Onboarding")]
    [InlineData("SupplierBot.Portal", "SupplierBot.Chat")]
    [InlineData(
        "SupplierBot.Web",
        "SupplierBot.BotFramework SupplierBot.Documents SupplierBot.Portal SupplierBot.Slack SupplierBot.Storage"
    )]
    public void A_project_references_exactly_what_the_design_says(string project, string expected)
    {
        var file = XDocument.Load(Path.Combine(Sources, project, $"{Path.GetFileName(project)}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Assert.Equal(expected, string.Join(' ', references.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void There_are_eight_projects_and_no_more() =>
        Assert.Equal(
            [
                "SupplierBot.BotFramework",
                "SupplierBot.Chat",
                "SupplierBot.Documents",
                "SupplierBot.Onboarding",
                "SupplierBot.Portal",
                "SupplierBot.Slack",
                "SupplierBot.Storage",
                "SupplierBot.Web",
            ],
            Directory
                .GetFiles(Sources, "*.csproj", SearchOption.AllDirectories)
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );
}
