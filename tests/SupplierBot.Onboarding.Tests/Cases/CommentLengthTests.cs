using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>
/// Where somebody else has to read why, blanks and signs are no words: nothing changes, and the form says what is wanted.
/// </summary>
public sealed class CommentLengthTests
{
    public static TheoryData<string, string, string> Said
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (
                var nothing in new[]
                {
                    "\u3164",
                    "\u2800",
                    "\uFFA0",
                    "\u115F",
                    "\u034F",
                    "\uFE0F",
                    "\U0001D173",
                    "\U000E0100",
                    "\u0301",
                    "!",
                    "👍",
                    "·",
                }
            )
            {
                foreach (
                    var (verb, input) in new[] { ("reject", "comment"), ("ask", "question"), ("approve_conditions", "condition_text") }
                )
                    data.Add(verb, input, string.Concat(Enumerable.Repeat(nothing, 12)));
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void It_is_asked_for_again(string verb, string input, string words)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var version = room.Case!.Version;
        room.Press(
            CaseScenario.Sam,
            verb,
            "sent",
            values: [(input, words), ("terms", "agreed"), ("terms_ref", "MSA v3"), ("condition_when", "before_use")]
        );
        Assert.Equal((CaseStatus.InReview, version), (room.Case.Status, room.Case.Version));
        Assert.Equal("Use at least 10 letters or digits. Rita will see this.", room.Problem);
    }

    [Theory]
    [InlineData("सुरक्षा टीम ने मना किया है।")]
    [InlineData("ไม่ผ่านการตรวจสอบความปลอดภัย")]
    [InlineData("供应商没有签署数据处理协议。")]
    [InlineData("No DPA, no deal.")]
    public void A_short_sentence_of_any_script_is_a_reason(string words)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(CaseScenario.Sam, "reject", "sent", values: [("comment", words)]);
        Assert.Equal(words, room.Case!.Decision?.Reason);
    }
}
