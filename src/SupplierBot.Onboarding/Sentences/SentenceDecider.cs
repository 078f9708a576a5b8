using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>What sentences with a known shape are answered with. Every answer is words, a card, or a question with buttons.</summary>
internal static class SentenceDecider
{
    public static Outcome Handle(Request.Sentence said, TurnState state, Actor actor, Policy policy, Context context)
    {
        var request = new SentenceRequest(state, actor, policy, context);
        return Answer(said, request) is { ChangesNothing: true, Answer: View.Notice or View.Entry } answer
            ? answer with
            {
                Answer = request.Show(answer.Answer).Answer,
            }
            : Answer(said, request);
    }

    private static Outcome Answer(Request.Sentence said, SentenceRequest request) =>
        said switch
        {
            Request.WantSupplier want => SupplierSentences.Want(want, request),
            Request.HirePerson => SupplierSentences.Hire(request),
            Request.NameSite site => SupplierSentences.Site(site, request),
            Request.CheckSupplier check => SupplierSentences.Check(check, request),
            Request.FindForPurpose or Request.FindAlternatives => RegisterSentences.Alternatives(said, request),
            Request.ShowPassport(var name) => PassportSentence.Handle(name, request),
            Request.ListRegister listed => RegisterLists.Show(listed, request),
            Request.AskForRecords(var topic) => RecordSentences.Where(topic, request),
            Request.ListIncidents(var from) => RecordLists.Incidents(from, request),
            Request.ListPolicyReaders => RecordLists.PolicyReaders(request),
            Request.CountSuppliers(var tier) => RegisterSentences.Count(tier, request),
            Request.AskOwner or Request.AskNextReview or Request.LeaveOwnership => RegisterSentences.Owner(said, request),
            Request.ReportOnSupplier report => SupplierSentences.Report(report.Name, report.Verb, request),
            Request.AskOnRequest asked => RequestSentences.Asked(asked, request),
            Request.NoLongerNeeded(var name) => RequestSentences.NoLongerNeeded(name, request),
            Request.SayConditionDone(var text) => RequestSentences.ConditionDone(text, request),
            Request.DoNotKnow => OpenQuestions.DoNotKnow(request),
            Request.DecideInWords decision => ApproverSentences.Decide(decision, request),
            Request.AskWhatWaits(var first) => ApproverSentences.Waiting(first, request),
            Request.AssignByName assign => ApproverSentences.Assign(assign, request),
            Request.AskPerson ask => ApproverSentences.Ask(ask, request),
            Request.SayVacation(var until) => ApproverSentences.Vacation(until, request),
            Request.AskStandIn(var until) => ApproverSentences.StandIn(until, request),
            Request.AskWhyNotMe => ApproverSentences.WhyNotMe(request),
            Request.AskToExplain explain => Explanations.Handle(explain, request),
            Request.MakeSmallTalk(var kind) => SmallTalkAnswers.Handle(kind, request),
            Request.Mistyped typo => SmallTalkAnswers.Mistyped(typo, request),
            Request.AskInAnotherLanguage(var name) => SmallTalkAnswers.OtherLanguage(name, request),
            Request.OpenOwnChat => SmallTalkAnswers.Handle(SmallTalk.Greeting, request),
            _ => DraftSentences.Handle(said, request),
        };
}
