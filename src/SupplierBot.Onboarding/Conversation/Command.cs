using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding;

/// <summary>What people can say, the same on every channel (design.md §6). Closed: only the records below.</summary>
public abstract partial record Command
{
    private Command() { }

    /// <param name="Name">The supplier's name as typed; empty where none was given.</param>
    public sealed record New(string Name) : Command;
    public sealed record CanIUse(string Name) : Command;
    /// <param name="Id"><c>REQ-2026-0012</c>, or null for the newest of one's own.</param>
    public sealed record Status(string? Id) : Command;
    public sealed record Mine : Command;
    public sealed record Pending : Command;
    public sealed record Find(string Text) : Command;
    public sealed record Withdraw(string? Id) : Command;
    public sealed record Help : Command;
    public sealed record Cancel : Command;
    public sealed record NotACommand(string Text) : Command;

    private const int LongestName = 200;

    public static Command Parse(string text)
    {
        var said = Spaces().Replace(text, " ").Trim();
        var plain = said.TrimEnd('.', '!', '?', ' ').ToLowerInvariant();
        return plain switch
        {
            "" or "help" or "hi" or "hello" or "hey" or "start" or "menu" or "what can i say" or "what can you do" => new Help(),
            "mine" or "my requests" or "list mine" => new Mine(),
            "pending" or "reviews" or "what is pending" => new Pending(),
            "cancel" or "stop" or "quit" => new Cancel(),
            "new" or "new supplier" or "new vendor" or "new request" => new New(""),
            "status" => new Status(null),
            "withdraw" => new Withdraw(null),
            "find" => new Find(""),
            _ => WithWords(said),
        };
    }

    private static Command WithWords(string said)
    {
        if (NewCalled().Match(said) is { Success: true } request) return new New(Called(request));
        if (MayWeUse().Match(said) is { Success: true } use) return new CanIUse(Called(use));
        if (Finds().Match(said) is { Success: true } find) return new Find(Called(find));
        if (AboutCase().Match(said) is { Success: true } about)
        {
            var id = CaseId(about);
            return about.Groups["verb"].Value.StartsWith('s') || about.Groups["verb"].Value.StartsWith('S') ? new Status(id) : new Withdraw(id);
        }
        return new NotACommand(said);
    }

    private static string Called(Match match)
    {
        var name = match.Groups["name"].Value.Trim().TrimEnd('?', '!').Trim().Trim('"', '“', '”').Trim();
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    /// <summary>"REQ-2026-12", "req-2026-0012": as it is stored.</summary>
    private static string CaseId(Match match) => $"REQ-{match.Groups["year"].Value}-{match.Groups["number"].Value.PadLeft(4, '0')}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:new|onboard|add|request)(?: (?:supplier|vendor|request))?:? (?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NewCalled();

    [GeneratedRegex(@"^(?:can|may|could) (?:i|we) use (?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MayWeUse();

    [GeneratedRegex(@"^(?:find|search) (?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Finds();

    [GeneratedRegex(@"^(?<verb>status|withdraw) req-(?<year>\d{4})-(?<number>\d{1,6})\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutCase();
}
