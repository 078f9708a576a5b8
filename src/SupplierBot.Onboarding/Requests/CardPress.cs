using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// A pressed button with the values of the card's inputs, exactly as the client sent them (several choices joined by commas).
/// </summary>
/// <param name="Verb">One of <see cref="Verbs"/>, or anything else a client sends.</param>
/// <param name="Target">What the button is about, beside the card it stands on.</param>
/// <param name="Automatic">The client asked by itself (refresh): answer with a card, change nothing, post nothing.</param>
public sealed record CardPress(string Verb, string Target, CardStamp Stamp, IReadOnlyDictionary<string, string> Values, bool Automatic)
{
    /// <summary>The id of the choice among the rows of a list; its value is the id of a case or a register entry.</summary>
    public const string Pick = "pick";

    /// <summary>The id of the choice among suggested conditions; its value is the ids of those that were ticked.</summary>
    public const string Suggested = "suggested";

    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>As if pressed on the newest card of a case, with nothing filled in.</summary>
    public static CardPress On(string caseId, string slot, int version, string verb) =>
        new(verb, "", CardStamp.OfCase(caseId, slot, version), NoValues, false);

    /// <summary>Who was picked from the platform's list of people on the card; what the input sends is the name of each here.</summary>
    public IReadOnlyList<Mention> People { get; init; } = [];

    public string Value(string id) => Values.TryGetValue(id, out var value) ? value : "";

    public IReadOnlyList<string> Picked(string id) =>
        Value(id).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The case or register entry it names: picked from a list or named by the button, else the case of the card.</summary>
    public string? CaseId =>
        CaseNumbers.IsCaseOrEntry(Target) ? Target
        : CaseNumbers.IsCaseOrEntry(Value(Pick)) ? Value(Pick)
        : Stamp.Case;
}
