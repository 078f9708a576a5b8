using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>The shipped policy text, and copies of it with one thing changed.</summary>
internal static class PolicyText
{
    public static string Shipped { get; } = Load(typeof(PolicyReader), "policy.yaml");

    /// <summary>The policy that was shipped with the first format.</summary>
    public static string FormatOne { get; } = Load(typeof(PolicyText), "policy-2026.11-r1.yaml");

    public static Policy Policy { get; } = Accepted(Shipped);

    public static Policy Accepted(string text) =>
        PolicyReader.Read(text) switch
        {
            PolicyReading.Accepted accepted => accepted.Policy,
            PolicyReading.Faulty faulty => throw new InvalidOperationException(string.Join(Environment.NewLine, faulty.Faults)),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    public static IReadOnlyList<PolicyFault> Faults(string text) =>
        PolicyReader.Read(text) is PolicyReading.Faulty faulty ? faulty.Faults : [];

    /// <summary>The shipped text with the first <paramref name="old"/> replaced; one that is not there fails the test.</summary>
    public static string With(string old, string changed)
    {
        var at = Shipped.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the shipped policy has no `{old}`");
        return Shipped[..at] + changed + Shipped[(at + old.Length)..];
    }

    /// <summary>1-based line of <paramref name="text"/> on which it begins to differ from the shipped one.</summary>
    public static int LineOfChange(string text)
    {
        var at = text.Zip(Shipped).TakeWhile(pair => pair.First == pair.Second).Count();
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    private static string Load(Type beside, string name)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
