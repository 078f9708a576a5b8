using System.Collections.Frozen;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>
/// Who stands behind a service, and in which countries its data is. It follows from the stored text of the answers alone, so that answers
/// of any age say the same: only the same identity is the same provider.
/// </summary>
/// <param name="Providers">Makers of models, hosts and other subprocessors, as <see cref="ProviderName"/> reads them.</param>
/// <param name="Regions">Countries, as typed.</param>
public sealed record Dependencies(IReadOnlyList<string> Providers, IReadOnlyList<string> Regions)
{
    /// <summary>Of each: as many index rows follow from an entry (src/SupplierBot.Storage/TABLES.md "Transactions").</summary>
    public const int Most = 5;

    /// <summary>The questions of the policy; one without them names nobody.</summary>
    public const string ProvidersQuestion = "others_text";
    public const string RegionsQuestion = "where_text";

    /// <summary>What people write where there is no name.</summary>
    private static readonly FrozenSet<string> Nobody = FrozenSet.ToFrozenSet(
        [
            "none",
            "no",
            "nobody",
            "n/a",
            "na",
            "n.a.",
            "-",
            "unknown",
            "not known",
            "not sure",
            "don't know",
            "?",
            "various",
            "several",
            "others",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public static Dependencies None { get; } = new([], []);

    public static Dependencies Of(Answers answers) => Of(answers.One(ProvidersQuestion) ?? "", answers.One(RegionsQuestion) ?? "");

    /// <summary>Null where nothing is named, so that an entry says nothing of it.</summary>
    public static Dependencies? OrNull(Dependencies read) => read.Providers.Count + read.Regions.Count == 0 ? null : read;

    /// <summary>The names of one answer, each identity once.</summary>
    public static IReadOnlyList<string> Names(string typed) =>
        Nobody.Contains(typed.Trim())
            ? []
            :
            [
                .. NameList
                    .Of(typed)
                    .Select(ProviderName.Of)
                    .Where(name => !Nobody.Contains(name) && SupplierNames.Identity(name).Length > 0)
                    .DistinctBy(SupplierNames.Identity),
            ];

    private static Dependencies Of(string providers, string regions) =>
        new([.. Names(providers).Take(Most)], [.. Names(regions).Take(Most)]);
}

/// <summary>One name of a list: "OpenAI (GPT-4o)" is OpenAI, by its product GPT-4o.</summary>
public static class ProviderName
{
    public static string Of(string part) =>
        part.IndexOf('(', StringComparison.Ordinal) is > 0 and var at && part[..at].Trim() is { Length: > 0 } name ? name : part;

    public static string With(string name, string product) => $"{name} ({product})";
}
