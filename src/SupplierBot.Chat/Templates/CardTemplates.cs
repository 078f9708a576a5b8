using System.Collections.Frozen;
using System.Reflection;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// What one channel reads of the cards folder: its templates, compiled, one for each view, and the sentences as it says them.
/// </summary>
public sealed class CardTemplates
{
    /// <summary>Sentences of the wording that stand in templates: <c>card.because</c> is <c>${$root.words.because}</c>.</summary>
    private const string WordsPrefix = "card.";

    private readonly FrozenDictionary<Type, Template> templates;

    private CardTemplates(FrozenDictionary<Type, Template> templates, Wording wording, IReadOnlyDictionary<string, string> words) =>
        (this.templates, Wording, Words) = (templates, wording, words);

    /// <summary>The closed hierarchy, so that a new view without templates does not start.</summary>
    public static IReadOnlyList<Type> Views { get; } =
    [
        .. typeof(View)
            .GetNestedTypes(BindingFlags.Public)
            .Where(type => type.IsSubclassOf(typeof(View)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public Wording Wording { get; }

    /// <summary>Those of <c>$root.words</c>.</summary>
    public IReadOnlyDictionary<string, string> Words { get; }

    /// <summary><c>deciding</c> for <c>View.Deciding</c>.</summary>
    public static string NameOf(Type view) => view.Name.ToLowerInvariant();

    /// <param name="folder">Holds a folder of this channel's templates.</param>
    /// <param name="shared">The sentences of every channel.</param>
    /// <exception cref="CardFileException">Every fault of every file of this channel, with its place.</exception>
    public static CardTemplates Load(string folder, string channel, TemplateRules rules, Wording shared)
    {
        var faults = new List<string>();
        var wording = WordingOf(folder, channel, shared, faults);
        var words = wording
            .Keys.Where(key => key.StartsWith(WordsPrefix, StringComparison.Ordinal))
            .ToDictionary(key => key[WordsPrefix.Length..], key => wording[key], StringComparer.Ordinal);
        var loaded = new Dictionary<Type, Template>();
        foreach (var view in Views)
        {
            if (Read(Path.Combine(folder, channel, $"{NameOf(view)}.json"), rules, words, faults) is { } template)
                loaded[view] = template;
        }
        return faults.Count == 0 ? new(loaded.ToFrozenDictionary(), wording, words) : throw new CardFileException(faults);
    }

    private static Wording WordingOf(string folder, string channel, Wording shared, List<string> faults)
    {
        try
        {
            return WordingFile.ReadOf(channel, folder, shared);
        }
        catch (CardFileException fault)
        {
            faults.AddRange(fault.Faults);
            return shared;
        }
    }

    public Template Of(View view) => templates[view.GetType()];

    private static Template? Read(string file, TemplateRules rules, IReadOnlyDictionary<string, string> words, List<string> faults)
    {
        try
        {
            return Template.Parse(File.ReadAllText(file), rules, words);
        }
        catch (Exception fault) when (fault is TemplateException or IOException or UnauthorizedAccessException)
        {
            faults.Add(fault is FileNotFoundException or DirectoryNotFoundException ? $"{file}: missing." : $"{file}: {fault.Message}");
            return null;
        }
    }
}
