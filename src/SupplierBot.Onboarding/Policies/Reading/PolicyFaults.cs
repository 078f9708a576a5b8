using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>Collects what is wrong, so that all of it can be said at once.</summary>
internal sealed class PolicyFaults
{
    private readonly List<PolicyFault> faults = [];

    public IReadOnlyList<PolicyFault> All => [.. faults.Distinct().OrderBy(fault => fault.Line)];
    public bool None => faults.Count == 0;

    public void Add(YamlNode at, string message) => faults.Add(new((int)at.Start.Line, message));
}
