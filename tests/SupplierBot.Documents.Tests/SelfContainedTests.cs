namespace SupplierBot.Documents.Tests;

public sealed class SelfContainedTests
{
    /// <summary>A file is made of what it is given: nothing here could read a table or ask a platform.</summary>
    [Fact]
    public void Files_are_made_by_the_core_and_the_document_format_alone() =>
        Assert.DoesNotContain(
            typeof(SupplierRecord).Assembly.GetReferencedAssemblies(),
            name =>
                name.Name!.StartsWith("System.Net", StringComparison.Ordinal) || name.Name is "SupplierBot.Chat" or "SupplierBot.Storage"
        );
}
