namespace SupplierBot.Chat.Templates;

/// <summary>Where in a card a string stands: what decides whether the channel reads mark-up there.</summary>
/// <param name="ElementType">The <c>type</c> of the object the string is in; empty where it has none.</param>
/// <param name="ListName">The property whose array holds that object: <c>facts</c>; empty outside arrays.</param>
public readonly record struct TextPlace(string ElementType, string ListName, string Property);

/// <summary>The escape for bound strings at a place, or null where the channel shows them as they are.</summary>
public delegate Func<string, string>? EscapeRule(TextPlace place);
