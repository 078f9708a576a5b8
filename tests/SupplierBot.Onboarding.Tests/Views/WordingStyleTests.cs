using System.Text.Json;
using System.Text.RegularExpressions;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Views;

/// <summary>How the product writes, wherever people read it: the sentences of the cards, of each channel, and of the policy.</summary>
public sealed partial class WordingStyleTests
{
    private static readonly Wording Wording = WordingText.Wording;
    private static readonly (string Where, string Text)[] Everything = [.. Cards(), .. PolicyLines()];

    [Fact]
    public void Nobody_is_begged_told_or_reassured() => Assert.DoesNotContain(Everything, line => Banned().IsMatch(line.Text));

    [Fact]
    public void People_are_spoken_to_as_people_speak() => Assert.DoesNotContain(Cards(), line => Stiff().IsMatch(line.Text));

    /// <summary>"4 open points" is English; "Open points: 4" is the label of a form.</summary>
    [Fact]
    public void A_number_stands_before_what_it_counts() => Assert.DoesNotContain(Cards(), line => LabelledNumber().IsMatch(line.Text));

    [Fact]
    public void Whatever_is_counted_has_a_sentence_for_one()
    {
        var counting = Wording
            .Keys.Where(key => !key.EndsWith("_one", StringComparison.Ordinal) && Plural().IsMatch(Wording[key]))
            // A minute ago has a sentence of its own, three services are what it is about, and five questions are the most there may be.
            .Except(["ask.again", "note.again", "ask.too_many", "story.critical_services", "told.critical_services_title"])
            // As are those that depend on a provider.
            .Except(["story.critical_provider", "told.critical_provider_title"])
            .Where(key => !OfProvider().IsMatch(key));
        Assert.DoesNotContain(counting, key => !Wording.Has(key + "_one"));
    }

    [Fact]
    public void The_sentence_for_one_is_said_where_one_is_counted()
    {
        foreach (var key in Wording.Keys.Where(key => Wording.Has(key + "_one") && Plural().IsMatch(Wording[key])))
        {
            var hole = Plural().Match(Wording[key]).Groups["hole"].Value;
            Assert.Equal(Wording[key + "_one"].Replace($"{{{hole}}}", "1", StringComparison.Ordinal), Wording.Fill(key, (hole, "1")));
            Assert.Equal(Wording[key].Replace($"{{{hole}}}", "2", StringComparison.Ordinal), Wording.Fill(key, (hole, "2")));
        }
    }

    [Theory]
    [InlineData("words.seats", "Security", "2 from Security")]
    [InlineData("digest.age", "1 working day", "2 working days")]
    [InlineData("roles.places", "to 1 channel (1 can't be reached)", "to 2 channels (1 can't be reached)")]
    [InlineData("told.too_few", "REQ needs 1 approver, but only 1 can decide it.", "REQ needs 2 approvers, but only 1 can decide it.")]
    public void Only_what_is_counted_makes_it_one(string key, string one, string two)
    {
        Assert.StartsWith(one, Filled("1"), StringComparison.Ordinal);
        Assert.StartsWith(two, Filled("2"), StringComparison.Ordinal);

        string Filled(string n) => Wording.Fill(key, ("n", n), ("m", "1"), ("lost", "1"), ("role", "Security"), ("id", "REQ"));
    }

    [Fact]
    public void A_state_has_one_word_everywhere()
    {
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            var word = Wording[$"words.status.{status}"];
            Assert.StartsWith(char.ToLowerInvariant(word[0]) + word[1..], Wording[$"words.outcome.{status}"], StringComparison.Ordinal);
        }
        // Deadlines are paused; what nobody may use is suspended.
        Assert.All(
            Cards().Where(line => line.Text.Contains("paused", StringComparison.OrdinalIgnoreCase)),
            line => Assert.Contains("eadline", line.Text, StringComparison.Ordinal)
        );
        Assert.Equal(Wording["words.entry.Suspended"], Wording["told.condition_overdue_title"].Split(':')[0]);
    }

    /// <summary>Slack cuts the title of a modal at 24 characters: what is always there leaves room for the supplier.</summary>
    [Fact]
    public void Titles_of_modals_fit()
    {
        Assert.All(PolicyText.Policy.Pages, page => Assert.InRange(page.Title.Length, 1, 24));
        Assert.All(
            Wording.Keys.Where(key =>
                key.StartsWith("form.", StringComparison.Ordinal) && key.EndsWith("_title", StringComparison.Ordinal)
            ),
            key => Assert.InRange(Wording[key].Replace("{supplier}", "", StringComparison.Ordinal).Length, 1, 14)
        );
    }

    /// <summary>A prompt is a choice of its own on the form for questions, and help stands under its field.</summary>
    [Fact]
    public void Questions_are_short_and_not_sure_stands_last()
    {
        foreach (var question in PolicyText.Policy.Questions)
        {
            Assert.InRange(question.Prompt.Length, 1, 75);
            Assert.InRange((question.Help ?? "").Length, 0, 120);
            Assert.DoesNotContain(question.Choices.SkipLast(1), choice => choice.Id == "not_sure");
        }
    }

    private static IEnumerable<(string Where, string Text)> Cards()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "cards"), "wording*.json"))
        {
            using var sentences = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var sentence in sentences.RootElement.EnumerateObject())
                yield return ($"{Path.GetFileName(file)}: {sentence.Name}", sentence.Value.GetString()!);
        }
    }

    /// <summary>Without the comments, and without the words that are looked for in what people typed.</summary>
    private static IEnumerable<(string Where, string Text)> PolicyLines() =>
        PolicyText
            .Shipped.Split('\n')
            .Select((line, index) => ($"policy.yaml, line {index + 1}", Comment().Replace(line, "")))
            .Where(line => !line.Item2.TrimStart().StartsWith("words: [", StringComparison.Ordinal));

    [GeneratedRegex(@"^(story|told)\.provider_\w+_due$")]
    private static partial Regex OfProvider();

    [GeneratedRegex(
        @"\b(anew|please|somebody of|stands? still|may be used on|(is|are|was|were|been|be) told|looked after it|said more about"
            + @"|it is not forgotten|nobody is in trouble|taken? back|of today|at most)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Banned();

    [GeneratedRegex(
        @"\b(somebody|anybody|everybody|sub-processors?|cannot|(do|does|is|are|was|were|has|have|could|would|should) not"
            + @"|(that|there|here) is(?![.?!]))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Stiff();

    [GeneratedRegex(@"^[A-Z][A-Za-z ]*: \{(n|open|left|lost)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex LabelledNumber();

    [GeneratedRegex(
        @"\{(?<hole>n|open|left|lost)\} (more )?([a-z]+ )?(approvals?|approvers|attempts|changes|channels|checks|days|documents|lines|messages"
            + @"|minutes|months|people|points|questions|requests|reviews|services)\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Plural();

    [GeneratedRegex(@"(^|\s)#.*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();
}
