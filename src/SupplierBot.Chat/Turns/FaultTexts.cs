using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>What a person reads about a turn that ended in a fault: never more than is known about what was saved.</summary>
public static class FaultTexts
{
    /// <param name="reference">What the log has beside the turn's id.</param>
    public static string Of(Exception fault, string reference, Wording wording) =>
        fault switch
        {
            OutcomeUnknownException => wording["fault.not_confirmed"],
            // What is kept could not be reached: nothing was written.
            IOException => wording["fault.try_again"],
            // The same press would meet the same row again: somebody has to act.
            UnreadableRowException => wording.Fill("fault.damaged", ("ref", reference)),
            _ => wording.Fill("fault.fault", ("ref", reference)),
        };
}
