using System.Text.RegularExpressions;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>
/// Why the directory gave no token, in words for the person who set the bot up. The directory's own text names secrets' hints, ids and
/// times: only its code is repeated.
/// </summary>
internal static partial class SignInTexts
{
    public static string Of(Exception fault) =>
        Code().Match(fault.Message).Value switch
        {
            "" => fault is OperationCanceledException
                ? "the directory did not answer in time"
                : $"{fault.GetType().Name}: the directory could not be asked, or the machine has no such identity",
            "AADSTS700016" =>
                "AADSTS700016: the directory does not know the app. Teams:TenantId must be the tenant the app is registered in, and Teams:AppId its application id",
            "AADSTS7000215" => "AADSTS7000215: the secret is wrong. Teams:ClientSecret takes the secret's value, not its id",
            "AADSTS7000222" => "AADSTS7000222: the secret has expired. Make a new one in the app's registration",
            "AADSTS700027" => "AADSTS700027: the certificate is not one of the app's. Upload its public part to the registration",
            "AADSTS90002" => "AADSTS90002: there is no such tenant. Correct Teams:TenantId",
            var code => $"{code}: see https://login.microsoftonline.com/error?code={code[6..]}",
        };

    [GeneratedRegex("AADSTS[0-9]{4,7}")]
    private static partial Regex Code();
}
