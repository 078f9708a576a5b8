using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Questions about words, choices and the way a request goes. In the middle of a form the form stays as it is.</summary>
internal static class Explanations
{
    private static readonly string[] Terms = ["subprocessor", "dpa", "tier", "clause", "floor", "condition", "register", "owner"];
    private static readonly string[] Between = [" and ", " or ", " & ", " vs ", " versus "];

    public static Outcome Handle(Request.AskToExplain explain, SentenceRequest request)
    {
        var wording = request.Context.Wording;
        return explain.Topic switch
        {
            ExplainedTopic.HowLong => request.Reply(
                HowLong(request),
                request.Says("talk.start_button", "new", ButtonStyle.Main),
                request.Mine
            ),
            ExplainedTopic.HowItWorks => request.Reply(
                wording["talk.how_it_works"],
                request.Says("talk.start_button", "new", ButtonStyle.Main),
                request.CanIUse,
                request.Help
            ),
            ExplainedTopic.Needed => request.Reply(
                explain.Word.Length > 0
                    ? request.Say("talk.needed_for", ("what", SentenceRequest.Short(explain.Word)))
                    : wording["talk.needed"],
                request.Says("talk.start_button", "new", ButtonStyle.Main),
                request.Cancel
            ),
            ExplainedTopic.Readers => request.Reply(wording["talk.readers"]),
            ExplainedTopic.Optional => request.Draft is null ? NotUnderstood.Of(request) : Optional(request),
            ExplainedTopic.NotSure => OpenQuestions.DoNotKnow(request),
            _ => Term(explain.Word, request),
        };
    }

    public static Outcome NotSure(SentenceRequest request) => request.Reply(request.Context.Wording["talk.not_sure"], request.Back);

    private static Outcome Optional(SentenceRequest request) =>
        request.Reply(request.Context.Wording["talk.optional"], request.Back, request.Says("page.stop", "cancel"));

    private static string HowLong(SentenceRequest request)
    {
        var days = request.Policy.Tiers.ToDictionary(tier => tier.Tier, tier => tier.WorkingDays);
        return request.Count(
            "talk.how_long",
            days[Tier.Low],
            ("medium", CaseTexts.Number(days[Tier.Medium])),
            ("high", CaseTexts.Number(days[Tier.High])),
            ("critical", CaseTexts.Number(days[Tier.Critical]))
        );
    }

    /// <summary>A word of ours, a choice of the policy, or a supplier's name.</summary>
    private static Outcome Term(string typed, SentenceRequest request)
    {
        var means = Between
            .Where(word => typed.Contains(word, StringComparison.OrdinalIgnoreCase))
            .Select(word => typed.Split(word, 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault([typed])
            .Select(word => Meaning(word, request))
            .OfType<string>()
            .Distinct()
            .ToList();
        if (means.Count > 0)
            return request.Draft is null
                ? request.Reply(means, CardStamp.None, request.Says("talk.start_button", "new"), request.Help)
                : request.Reply([.. means, request.Context.Wording["talk.answers_saved"]], CardStamp.None, request.Back);
        return request.State.SameName.Count > 0 ? RegisterLookup.Known(request.State.SameName, request)
            : request.Draft is null ? NotUnderstood.Of(request)
            : request.Reply(
                [request.Say("talk.unknown_word", ("word", SentenceRequest.Short(typed))), request.Context.Wording["talk.answers_saved"]],
                CardStamp.None,
                request.Back
            );
    }

    private static string? Meaning(string typed, SentenceRequest request)
    {
        var word = Bare(typed);
        if (Terms.FirstOrDefault(term => term == word) is { } own)
            return request.Context.Wording[$"term.{own}"];
        var choices = request.Policy.Questions.SelectMany(question => question.Choices).ToList();
        return
            (
                choices.FirstOrDefault(choice => Bare(choice.Words) == word)
                ?? choices.FirstOrDefault(choice => Bare(Head(choice.Label)) == word)
                ?? choices.FirstOrDefault(choice => Bare(Head(choice.Label)).StartsWith(word + ' ', StringComparison.Ordinal))
            )
                is { } found
            ? MeaningOf(found, request)
            : null;
    }

    /// <summary>"Confidential: customers, prices" says what it means behind its colon.</summary>
    private static string MeaningOf(Choice choice, SentenceRequest request) =>
        choice.Label.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, { Length: > 0 } means]
            ? request.Say("talk.means", ("word", name), ("text", means))
            : request.Say("talk.means_choice", ("text", choice.Label));

    private static string Head(string label) => label.Split(':', '(', ',')[0];

    /// <summary>One or several, with or without a hyphen: "sub-processors" is about a subprocessor.</summary>
    private static string Bare(string word)
    {
        var bare = string.Join(' ', CommandText.Words(word).Select(one => one.Plain.Replace("-", "", StringComparison.Ordinal)));
        bare =
            bare.StartsWith("an ", StringComparison.Ordinal) ? bare[3..]
            : bare.StartsWith("a ", StringComparison.Ordinal) ? bare[2..]
            : bare;
        return bare.Length > 4 && bare.EndsWith('s') && !bare.EndsWith("ss", StringComparison.Ordinal) ? bare[..^1] : bare;
    }
}
