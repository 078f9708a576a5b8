using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding.Requests;

/// <summary>Words to the bot itself: none of them is ever the answer to a question.</summary>
internal static class SmallTalkShapes
{
    public static readonly SentenceShape[] All =
    [
        .. Of(
            SmallTalk.Greeting,
            "hi|hello|hey|hiya|greetings|howdy [there|bot|all|team|everyone|supplierbot]",
            "good morning|afternoon|evening|day [there|bot|all|team|everyone]"
        ),
        .. Of(
            SmallTalk.Thanks,
            "[ok|okay|great|perfect|super|cool|nice|awesome] thanks|thank_you|thx|ty|cheers|ta|thanx [a_lot|so_much|very_much|again|you|all]",
            "many thanks *",
            "[that's|that_is] [very] kind|helpful [of_you]",
            "much appreciated"
        ),
        .. Of(
            SmallTalk.Acknowledgement,
            "ok|okay|k|okey|understood|alright|noted|great|perfect|cool|nice|super|awesome|fine|good [then]",
            "got it",
            "all right",
            "sounds good",
            "makes sense",
            "i see"
        ),
        .. Of(
            SmallTalk.AboutTheBot,
            "are|r you|u [a|an] [real] bot|robot|human|person|ai|machine|real",
            "who are you",
            "[can|could|may] [i|we] talk|speak to|with a|an|some [real] human|person|body",
            "[can|could|may] [i|we] talk|speak to|with somebody|someone|security",
            "human|agent please"
        ),
        .. Of(
            SmallTalk.Complaint,
            "you're|you_are|this_is|that's|that_is|this_bot_is [so|really|completely|totally] useless|stupid|bad|terrible|awful|rubbish|annoying|dumb|no_help|not_helpful|unhelpful|wrong *",
            "this|that|it doesn't|does_not|didn't|did_not help|work *",
            "i hate you|this *"
        ),
        .. Of(
            SmallTalk.Instruction,
            "approve|accept|reject everything|all|them_all|all_of_them|everyone *",
            "ignore|forget|disregard|bypass [all] [of] [your|the|my|any] [previous|prior|earlier] rules|rule|instructions|instruction|policy|policies|prompt *",
            "you are now *",
            "pretend to|that|you *"
        ),
        .. Of(SmallTalk.NeverMind, "never mind", "nevermind", "no [thanks|thank_you]", "cancel that", "nothing [thanks]"),
        new(SentencePattern.Of("open|open_a|open_the direct_chat"), true, _ => new Request.OpenOwnChat()),
    ];

    /// <summary>"👍 🎉", ":+1:": nothing but pictures.</summary>
    public static bool IsEmoji(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
        && words.All(word => IsPictures(word) || IsCode(word));

    private static bool IsPictures(string word) =>
        word.EnumerateRunes().Any(IsPicture) && word.EnumerateRunes().All(rune => IsPicture(rune) || IsJoiner(rune));

    /// <summary>Half a character is none: it is read as the sign for what cannot be read, which is a symbol, too.</summary>
    private static bool IsPicture(Rune rune) =>
        rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol;

    /// <summary>Variation selectors, joiners and shades of skin.</summary>
    private static bool IsJoiner(Rune rune) =>
        rune.Value is 0x200D or (>= 0xFE00 and <= 0xFE0F) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.ModifierSymbol;

    /// <summary>As Slack writes them.</summary>
    private static bool IsCode(string word) =>
        word is [':', .. var name, ':']
        && name.Length > 1
        && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '+' or '-' or ':');

    private static IEnumerable<SentenceShape> Of(SmallTalk kind, params string[] shapes) =>
        shapes.Select(shape => new SentenceShape(SentencePattern.Of(shape), true, _ => new Request.MakeSmallTalk(kind)));
}
