using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Commands;

/// <summary>Why a command did nothing: one line for each fault.</summary>
internal sealed class CommandFault(IEnumerable<string> lines) : Exception(string.Join(Environment.NewLine, lines));

/// <summary>Files that a command is given.</summary>
internal static class PolicyFile
{
    /// <summary>The policy of the file, or the one that comes with the product.</summary>
    /// <exception cref="CommandFault">The file cannot be read, or the policy has faults: all of them, with their lines.</exception>
    public static Policy Read(FileInfo? file) =>
        PolicyOf(file is null ? PolicyReader.ReadAccepted(DefaultPolicy.Text()) : PolicyReader.Read(Text(file)), file);

    /// <summary>The same with nothing taken for granted, also of the one that comes with the product.</summary>
    /// <inheritdoc cref="Read"/>
    public static Policy Check(FileInfo? file) => PolicyOf(PolicyReader.Read(TextOf(file)), file);

    private static Policy PolicyOf(PolicyReading reading, FileInfo? file) =>
        reading switch
        {
            PolicyReading.Accepted accepted => accepted.Policy,
            PolicyReading.Faulty faulty => throw new CommandFault(
                faulty.Faults.Select(fault => $"{file?.ToString() ?? "policy.yaml"}: {fault}")
            ),
            var other => throw new InvalidOperationException($"Unknown reading: {other}"),
        };

    /// <summary>Another text under the version of the policy that comes with the product: the start would refuse it.</summary>
    public static bool IsShippedVersionOf(Policy policy) =>
        Read(null) is var shipped && shipped.Version == policy.Version && shipped.Hash != policy.Hash;

    public static string TextOf(FileInfo? file) => file is null ? DefaultPolicy.Text() : Text(file);

    /// <exception cref="CommandFault">There is no such file, or it cannot be read.</exception>
    public static string Text(FileInfo file) =>
        TextFile.Read(file.FullName) is var read && read.Problem is null
            ? read.Value!
            : throw new CommandFault([$"{file.FullName}: {read.Problem} {read.Remedy}"]);
}
