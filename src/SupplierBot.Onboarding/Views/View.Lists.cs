namespace SupplierBot.Onboarding.Views;

public abstract partial record View
{
    /// <summary>What the register says of one supplier, for anyone.</summary>
    /// <param name="Lines">What is not about one service.</param>
    public sealed record Entry(string Title, IReadOnlyList<LabelledText> Lines) : View
    {
        /// <summary>For who asks whether they may use it: each with its answer, and for what.</summary>
        public IReadOnlyList<EntryAnswer> Answers { get; init; } = [];

        /// <summary>"Yes, you can use Acme Notes" says it as well.</summary>
        public bool HasTitle => Answers is not [{ Alone: true, HasFacts: true }];

        /// <summary>All of it, line by line.</summary>
        public IEnumerable<LabelledText> Words() => Answers.SelectMany(answer => answer.Words()).Concat(Lines);
    }

    /// <summary>Whether one service may be used, and for what.</summary>
    /// <param name="Facts">Of what may not be used there are none.</param>
    public sealed record EntryAnswer(string Service, NoticeBox Verdict, IReadOnlyList<LabelledText> Facts, string Small)
    {
        /// <summary>There is no other to tell it from.</summary>
        public bool Alone { get; init; }
        public bool HasService => Service.Length > 0 && !Alone;
        public bool HasText => Verdict.Text.Length > 0;
        public bool HasFacts => Facts.Count > 0;
        public bool HasSmall => Small.Length > 0;

        public IEnumerable<LabelledText> Words() =>
            [new($"{Verdict.Lead} {Verdict.Text}".Trim(), Service), .. Facts, .. HasSmall ? new[] { new LabelledText(Small) } : []];
    }

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
