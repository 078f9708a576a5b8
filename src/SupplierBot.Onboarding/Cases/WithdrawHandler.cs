using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The requester takes a request back; asked once whether they mean it.</summary>
internal static class WithdrawHandler
{
    public const string Yes = "yes";

    public static Outcome Handle(CaseRequest request)
    {
        if (Rights.Closed(request) is { } closed)
            return closed;
        if (!request.IsRequester)
            return request.Refuse("refusal.requester_only", ("requester", request.Case.Requester.Name));
        return request.Press.Target == Yes ? Withdrawn(request) : Outcome.Say(Asks(request));
    }

    private static View.Notice Asks(CaseRequest request)
    {
        var words = request.Say("withdraw.asks", ("id", request.Case.Id));
        return new("", [new LabelledText(words)])
        {
            Plain = Texts.Clip(words, 120),
            Stamp = CardStamp.OfCase(request.Case.Id, Slot.Receipt, request.Case.ContentVersion),
            Buttons =
            [
                new(request.Say("button.withdraw_yes"), Verbs.Withdraw, Yes, Style: ButtonStyle.Danger),
                new(request.Say("button.keep"), Verbs.Open),
            ],
        };
    }

    private static Outcome Withdrawn(CaseRequest request)
    {
        var current = request.Case;
        var after = current with
        {
            Status = CaseStatus.Withdrawn,
            Decision = new(CaseStatus.Withdrawn, request.Actor.Person, request.Now, ""),
        };
        return request.Accept(
            after,
            request.Event(AuditEventKind.Withdrawn),
            request.SayStored("story.withdrawn", ("name", request.Actor.Person.Name)),
            $"withdraw-{current.Id}",
            committed => ReceiptCard.Show(committed.Case, "", committed.Policy, committed.Context)
        );
    }
}
