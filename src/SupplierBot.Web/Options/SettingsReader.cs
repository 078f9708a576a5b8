namespace SupplierBot.Web.Options;

/// <summary>What a text means, or what is wrong with it and what to write instead.</summary>
internal readonly record struct Parsed<T>(T? Value, string? Problem, string? Remedy)
{
    public Parsed(T value)
        : this(value, null, null) { }

    public Parsed(string problem, string remedy)
        : this(default, problem, remedy) { }
}

/// <summary>Reads typed values and keeps every fault on the way, so that all of them can be told at once.</summary>
/// <param name="home">Folder that relative paths start from.</param>
internal sealed class SettingsReader(IConfiguration configuration, string home)
{
    private readonly List<ConfigurationFault> faults = [];

    public IReadOnlyList<ConfigurationFault> Faults => faults;

    public string Text(string key, string fallback) => Value(key, fallback, text => new Parsed<string>(text));

    public T Value<T>(string key, T fallback, Func<string, Parsed<T>> parse) =>
        configuration[key] is { Length: > 0 } text && Accept(key, text, parse(text)) is { Length: 1 } value ? value[0] : fallback;

    /// <summary>The value, or the type's default where it is not set or wrong.</summary>
    public T? Optional<T>(string key, Func<string, Parsed<T>> parse) =>
        configuration[key] is { Length: > 0 } text && Accept(key, text, parse(text)) is { Length: 1 } value ? value[0] : default;

    public T? Required<T>(string key, Func<string, Parsed<T>> parse)
    {
        if (string.IsNullOrEmpty(configuration[key]))
            Fault(key, "is missing.", "Add it; appsettings.sample.json shows how.");
        return Optional(key, parse);
    }

    /// <summary>The list, or the fallback where no entry is set.</summary>
    public IReadOnlyList<T> Values<T>(string key, IReadOnlyList<T> fallback, Func<string, Parsed<T>> parse)
    {
        var entries = configuration.GetSection(key).GetChildren().Where(entry => !string.IsNullOrEmpty(entry.Value)).ToList();
        return entries.Count == 0 ? fallback : [.. entries.SelectMany(entry => Accept(entry.Path, entry.Value!, parse(entry.Value!)))];
    }

    /// <summary>
    /// A secret, empty where it is not set. One with a line end or a space around it came out of a file or a store with more than was
    /// copied and would fail with the first call; it is reported now. No fault repeats any of it.
    /// </summary>
    public string Secret(string key) => Clean(key, configuration[key] ?? "");

    /// <inheritdoc cref="Secret"/>
    public IReadOnlyList<string> Secrets(string key) =>
        [
            .. configuration
                .GetSection(key)
                .GetChildren()
                .Where(entry => !string.IsNullOrEmpty(entry.Value))
                .Select(entry => Clean(entry.Path, entry.Value!)),
        ];

    /// <summary>A space between two words may belong to it.</summary>
    private string Clean(string key, string secret)
    {
        var clean = new string([.. secret.Where(letter => letter == ' ' || !IsBlank(letter))]).Trim();
        if (clean.Length < secret.Length)
            Fault(
                key,
                "has white space or a line end in it.",
                "Set it again without: a secret that was read from a file often brings the file's last line end along."
            );
        return clean;
    }

    private static bool IsBlank(char letter) =>
        char.IsWhiteSpace(letter)
        || char.IsControl(letter)
        || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format;

    /// <summary>Whether anything of a section is set.</summary>
    public bool Any(string section) => configuration.GetSection(section).AsEnumerable().Any(pair => !string.IsNullOrEmpty(pair.Value));

    public static Parsed<bool> Flag(string text) =>
        bool.TryParse(text, out var flag) ? new(flag) : new("is neither true nor false.", "Write true or false.");

    public IEnumerable<string> Children(string key) => configuration.GetSection(key).GetChildren().Select(child => child.Key);

    /// <summary>Absolute, or null where it is not set.</summary>
    public string? Path(string key) => configuration[key] is { Length: > 0 } text ? AtHome(text) : null;

    public string AtHome(string path) => System.IO.Path.GetFullPath(path, home);

    public void Fault(string key, string problem, string remedy) =>
        faults.Add(new ConfigurationFault(key, ConfigurationPlaces.Of(configuration, key), problem, remedy));

    private T[] Accept<T>(string key, string text, Parsed<T> parsed)
    {
        if (parsed.Problem is null)
            return [parsed.Value!];
        Fault(key, $"`{text}` {parsed.Problem}", parsed.Remedy!);
        return [];
    }
}
