using System.Collections.Frozen;
using System.Reflection;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>The templates of a folder, compiled: one for each view and channel.</summary>
internal sealed class CardTemplates
{
    private static readonly FrozenDictionary<string, EscapeRule> Escapes = new Dictionary<string, EscapeRule>
    {
        ["teams"] = TeamsMarkdown.For,
        ["slack"] = SlackMrkdwn.For,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<(string Channel, Type View), Template> templates;

    private CardTemplates(FrozenDictionary<(string, Type), Template> templates) => this.templates = templates;

    /// <summary>The closed hierarchy, so that a new view without templates does not start.</summary>
    public static IReadOnlyList<Type> Views { get; } =
        [.. typeof(View).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(View))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary><c>deciding</c> for <c>View.Deciding</c>.</summary>
    public static string NameOf(Type view) => view.Name.ToLowerInvariant();

    public static CardTemplates Load(string folder, IEnumerable<string> channels, IReadOnlyDictionary<string, string> words)
    {
        var faults = new List<string>();
        var loaded = new Dictionary<(string, Type), Template>();
        foreach (var channel in channels)
        {
            foreach (var view in Views)
            {
                if (Read(Path.Combine(folder, channel, $"{NameOf(view)}.json"), Escapes[channel], words, faults) is { } template) loaded[(channel, view)] = template;
            }
        }
        return faults.Count == 0
            ? new(loaded.ToFrozenDictionary())
            : throw new InvalidDataException("The card templates cannot be used:\n" + string.Join('\n', faults));
    }

    /// <exception cref="ArgumentException">The channel's templates were not loaded.</exception>
    public Template Of(string channel, View view) => templates.TryGetValue((channel, view.GetType()), out var template)
        ? template
        : throw new ArgumentException($"There are no templates for the channel `{channel}`.", nameof(channel));

    private static Template? Read(string file, EscapeRule escapes, IReadOnlyDictionary<string, string> words, List<string> faults)
    {
        try
        {
            return Template.Parse(File.ReadAllText(file), escapes, words);
        }
        catch (Exception fault) when (fault is TemplateException or IOException or UnauthorizedAccessException)
        {
            faults.Add(fault is FileNotFoundException or DirectoryNotFoundException ? $"{file}: missing." : $"{file}: {fault.Message}");
            return null;
        }
    }
}
