namespace SupplierBot.Onboarding.Requests;

/// <summary>What a typed text asks for. Anything that is not clearly a command is <see cref="NotACommand"/>: it may be an answer.</summary>
public abstract record Command
{
    private Command() { }

    /// <param name="Name">The supplier, or empty.</param>
    public sealed record New(string Name) : Command
    {
        /// <summary>The name where the words are read the other way; empty where there is no other.</summary>
        public string Or { get; init; } = "";
    }

    /// <param name="Name">As it was typed; <see cref="AskedSupplier"/> says what may be meant.</param>
    public sealed record CanIUse(string Name) : Command;
    /// <param name="Id"><c>REQ-2026-0012</c> where it could be read as a case number, what was typed where not, null where nothing was.</param>
    public sealed record Status(string? Id) : Command;
    public sealed record Mine : Command;
    public sealed record Pending : Command;
    public sealed record Find(string Text) : Command;
    public sealed record Withdraw(string? Id) : Command;
    /// <summary>About something on the register: <c>review</c>, <c>changed</c>, <c>exit</c>, <c>checked</c>, <c>report</c>, <c>incident</c>.</summary>
    /// <param name="Verb">Of the button that does the same.</param>
    /// <param name="Id"><c>SUP-0031</c> or <c>REQ-2026-0012</c>; what was typed where it is neither, null where nothing was.</param>
    public sealed record OfEntry(string Verb, string? Id) : Command;
    /// <summary>For admins: messages that could not be delivered.</summary>
    public sealed record Deliveries : Command;
    public sealed record ShowRoles : Command;
    /// <summary>What the weekly digest says, now, for who asks.</summary>
    public sealed record ShowDigest : Command;
    /// <summary>For admins.</summary>
    /// <param name="Role">As it was typed, in lower case: it may be none.</param>
    /// <param name="Name">The person's, or their id.</param>
    public sealed record ChangeRole(bool Gives, string Role, string Name) : Command;
    /// <summary>By whoever holds a role, for themselves: somebody else decides in their place.</summary>
    /// <param name="Until">As it was typed.</param>
    public sealed record Delegate(string Name, string Until) : Command;
    /// <summary>Out of office: the others decide.</summary>
    public sealed record Away(string Until) : Command;
    public sealed record Return : Command;
    /// <summary>A request is given to somebody who may decide on it.</summary>
    public sealed record Assign(string Id, string Name) : Command;
    /// <summary>For admins, in a channel: the reviews of the role are posted there, or not any more.</summary>
    public sealed record ChangePlace(bool Chooses, string Role) : Command;
    public sealed record Help : Command;
    public sealed record Cancel : Command;
    public sealed record NotACommand(string Text) : Command;

    /// <summary>What the bot says in somebody's place when they press a button: the name is read back as it is, whatever words it has.</summary>
    public static string Saying(string verb, string name) => Parse($"{verb} {name}") == Parse($"{verb} “{name}”") ? $"{verb} {name}" : $"{verb} “{name}”";

    public static Command Parse(string text) => CommandReading.Read(text, null);

    /// <param name="year">The year a bare number belongs to: <c>status 12</c> means <c>REQ-2026-0012</c> in 2026.</param>
    public static Command Parse(string text, int year) => CommandReading.Read(text, year);

    /// <param name="awaited">The bot asked for a text: what is not clearly a command is that text. A button and a slash command never are.</param>
    public static Command Parse(Input.Said said, int year, bool awaited) => CommandReading.Read(said.Text, year, awaited && !said.Explicit);
}
