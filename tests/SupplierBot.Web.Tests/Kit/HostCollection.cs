namespace SupplierBot.Web.Tests.Kit;

/// <summary>
/// Hosts in memory, one at a time: the framework learns of a host by an event of the whole process, and of two that are built at once one
/// may be taken for the other. It then listens for real.
/// </summary>
[CollectionDefinition(Name)]
public sealed class HostCollection
{
    public const string Name = "Hosts";
}
