using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>A question to the requester; the case's clock pauses until it is answered.</summary>
/// <param name="About">Ids of the open points asked again.</param>
public sealed record InformationRequest(
    int Number,
    Person By,
    DateTimeOffset At,
    IReadOnlyList<string> About,
    string Text,
    Person? AnsweredBy,
    DateTimeOffset? AnsweredAt,
    string Answer
)
{
    public bool Waiting => AnsweredAt is null;
}
