namespace SupplierBot.Onboarding.Views;

public abstract partial record View
{
    /// <summary>One line of the register, for anyone.</summary>
    public sealed record Entry(string Title, IReadOnlyList<LabelledText> Lines) : View;

    /// <summary>A file that was written for the person who reads this: a button leads their browser to it.</summary>
    /// <param name="Label">Of the button.</param>
    public sealed record Download(string Title, string Text, string Label, string Address, string Small) : View
    {
        /// <summary>What the file says, in a few sentences; may be empty.</summary>
        public string Lead { get; init; } = "";
        public bool HasLead => Lead.Length > 0;
    }

    /// <summary>mine, pending, find, the digest: groups of rows, each a target of its own.</summary>
    /// <param name="Pick">A choice among what cannot be shown as rows that are pressed; null where there is none.</param>
    public sealed record Entries(string Title, string Small, IReadOnlyList<EntryGroup> Groups, Field? Pick, string More) : View
    {
        /// <summary>What the press before came to; never what was not done, which has a card of its own.</summary>
        public string Problem { get; init; } = "";
        private protected override string Said => Problem;
        public bool HasSmall => Small.Length > 0;
        public bool HasMore => More.Length > 0;
        public bool HasPick => Pick is not null;
    }
}
