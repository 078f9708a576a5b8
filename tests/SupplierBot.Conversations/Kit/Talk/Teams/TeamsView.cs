using System.Text.RegularExpressions;
using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Kit.Talk.Teams;

/// <summary>An Adaptive Card, or the text of a message, as Teams shows it: without the backslashes it takes out.</summary>
internal sealed partial record TeamsView(ShownMessage Said) : ShownView
{
    public override IReadOnlyList<string> Texts =>
        [.. (Said.Card?.Texts ?? []).Prepend(Said.Text).Select(text => Escapes().Replace(text, "$1"))];

    public override IReadOnlyList<ShownInput> Inputs =>
        [
            .. (Said.Card?.Inputs ?? []).Select(input => new ShownInput(
                input.Id,
                input.Value ?? "",
                [.. input.Element["choices"]?.AsArray().Select(choice => (string)choice!["title"]!) ?? []]
            )),
        ];

    public override IReadOnlyList<string> Verbs => [.. (Said.Card?.Buttons ?? []).Select(button => button.Verb)];

    public override IReadOnlyList<string> Addresses => Said.Card?.Addresses ?? [];

    public override bool Has(string titleOrVerb) => Said.Card?.Has(titleOrVerb) == true;

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escapes();
}
