namespace SupplierBot.Onboarding;

/// <summary>The requester takes a request back; asked once whether they mean it.</summary>
internal static class Withdrawing
{
    public const string Yes = "yes";

    public static Outcome Handle(Hearing hearing)
    {
        if (Rights.Closed(hearing) is { } closed) return closed;
        if (!hearing.IsRequester) return hearing.Refuse("refusal.requester_only", ("requester", hearing.Case.Requester.Name));
        return hearing.Press.Target == Yes ? Withdrawn(hearing) : Outcome.Say(Asks(hearing));
    }

    private static View.Notice Asks(Hearing hearing)
    {
        var words = hearing.Say("withdraw.asks", ("id", hearing.Case.Id));
        return new("", [new Line(words)])
        {
            Plain = Texts.Clip(words, 120),
            Stamp = Stamp.OfCase(hearing.Case.Id, Slot.Receipt, hearing.Case.ContentVersion),
            Buttons =
            [
                new(hearing.Say("button.withdraw_yes"), "withdraw", Yes, Style: ButtonStyle.Danger),
                new(hearing.Say("button.keep"), "open"),
            ],
        };
    }

    private static Outcome Withdrawn(Hearing hearing)
    {
        var current = hearing.Case;
        var after = current with
        {
            Status = CaseStatus.Withdrawn,
            Decision = new(CaseStatus.Withdrawn, hearing.Actor.Person, hearing.Now, ""),
        };
        return hearing.Accept(after, hearing.Fact(FactKind.Withdrawn), hearing.Say("story.withdrawn", ("name", hearing.Actor.Person.Name)), $"withdraw-{current.Id}", heard => ReceiptCard.Show(heard.Case, "", heard.Policy, heard.Context));
    }
}
