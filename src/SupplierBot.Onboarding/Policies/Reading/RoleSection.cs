using SupplierBot.Onboarding.Roles;
using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>
/// The roles: entries with an id and a title. Policies of earlier releases name them only, and are read as they always were.
/// </summary>
internal static class RoleSection
{
    private const string Name = "roles";
    private const int LongestId = 40;

    public static IReadOnlyList<PolicyRole> Read(PolicyFields root)
    {
        var nodes = root.List(Name);
        var read = nodes.Select(node => node is YamlMappingNode ? root.Identified([node], "role")[0] : null).ToList();
        IReadOnlyList<PolicyRole> roles = [.. nodes.Zip(read, (node, entry) => entry is null ? Named(root, node) : Role(entry))];
        var entries = read.OfType<PolicyFields>().ToList();
        if (entries.Count == 0)
        {
            return roles;
        }

        SectionReading.NoTwins(entries);
        NoTwinNames(entries, roles);
        if (!roles.Any(role => role.Id == RoleNames.Security))
        {
            root.Fault(
                root.Required(Name)!,
                $"`{Name}` needs `{RoleNames.Security}`: periodic reviews, offboarding and the digest go to it"
            );
        }

        return roles;
    }

    private static PolicyRole Named(PolicyFields root, YamlNode node) => new(root.Scalar(node, Name), null);

    private static PolicyRole Role(PolicyFields entry)
    {
        var role = new PolicyRole(entry.Id, entry.OptionalText("title"));
        if (role.Id == RoleNames.Auditor)
        {
            entry.Fault(entry.Node, $"`{RoleNames.Auditor}` is there without being named, and takes no seat");
        }
        else if (role.Id.Length > 0 && !IsId(role.Id))
        {
            entry.Fault(entry.Node, $"the id has up to {LongestId} lower-case letters, digits and single underscores: `business_owner`");
        }

        entry.Close();
        return role;
    }

    /// <summary>It is part of settings, of commands and of keys.</summary>
    private static bool IsId(string id) =>
        id.Length <= LongestId
        && char.IsAsciiLetterLower(id[0])
        && id[^1] != '_'
        && !id.Contains("__", StringComparison.Ordinal)
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    /// <summary>Typed, one name means one role.</summary>
    private static void NoTwinNames(IEnumerable<PolicyFields> entries, IReadOnlyList<PolicyRole> roles)
    {
        foreach (var entry in entries)
        {
            if (
                entry.OptionalText("title") is { } title
                && roles
                    .Append(new(RoleNames.Auditor, null))
                    .FirstOrDefault(other => other.Id != entry.Id && other.Names.Any(name => KnownRoles.Same(name, title)))
                    is { } twin
            )
            {
                entry.Fault(entry.Node, $"the title `{title}` would be read as the role `{twin.Id}`");
            }
        }
    }
}
