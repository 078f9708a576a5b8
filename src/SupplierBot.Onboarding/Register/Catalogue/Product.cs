namespace SupplierBot.Onboarding.Register.Catalogue;

/// <summary>An AI product and who makes it (README.md beside this file).</summary>
/// <param name="Domain">Its own site; empty where it has none.</param>
/// <param name="Type">The usual supplier type, an id of the policy.</param>
/// <param name="Use">What it is for, in a word or two.</param>
/// <param name="AlsoNamed">Former names, short forms and other sites.</param>
public sealed record Product(string Name, string Maker, string Domain, string Type, string Use, IReadOnlyList<string> AlsoNamed)
{
    public IEnumerable<string> Names => AlsoNamed.Prepend(Name);
}

/// <param name="Line">1-based.</param>
public sealed record CatalogueFault(int Line, string Message)
{
    public override string ToString() => $"line {Line}: {Message}";
}
