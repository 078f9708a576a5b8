using System.Text;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <content>What finds an entry by its other names, by a typo, and what may be used by kind and by purpose.</content>
public static partial class Keys
{
    /// <summary>A product, a former name, another one: the plain form and the identity, as <see cref="Named"/> has them.</summary>
    public static string OtherName(string name, string id) => $"{SameOtherNamePrefix(name)}{id}";

    public static string SameOtherNamePrefix(string name) => $"{OtherNamesPrefix(SupplierNames.Plain(name))}!{IdentityOf(name)}!";

    /// <summary>Everything of which another name begins so.</summary>
    public static string OtherNamesPrefix(string plainName) => OtherNamePrefix + Hexadecimal(plainName);

    /// <summary>The plain name in a key of <see cref="Named"/> or <see cref="OtherName"/>, as far as it is there.</summary>
    public static string PlainNameOf(string key) =>
        Encoding.UTF8.GetString(
            Convert.FromHexString(key.AsSpan(NamePrefix.Length, key.IndexOf('!', StringComparison.Ordinal) - NamePrefix.Length))
        );

    /// <summary>A name by a part of it that one slip of the keyboard leaves whole: see <see cref="SlipParts"/>.</summary>
    public static string Slip(string part, string name, string id) => $"{SlipOfPrefix(part)}{IdentityOf(name)}!{id}";

    public static string SlipOfPrefix(string part) => $"{SlipPrefix}{Hexadecimal(part)}!";

    public static string Usable(string type, string id) => $"{UsableOfPrefix(type)}{id}";

    public static string UsableOfPrefix(string type) => $"{UsablePrefix}{type}!";

    public static string ForPurpose(string stem, string id) => $"{ForPurposePrefix(stem)}{id}";

    public static string ForPurposePrefix(string stem) => $"{PurposePrefix}{Hexadecimal(stem)}!";
}
