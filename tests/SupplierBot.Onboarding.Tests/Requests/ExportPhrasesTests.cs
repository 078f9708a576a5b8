using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>How people ask for files, in every format, and what only looks like it.</summary>
public sealed class ExportPhrasesTests
{
    private static readonly RegisterFilter High = new() { Tiers = [Tier.High] };

    [Theory]
    [InlineData("download register", null)]
    [InlineData("Download the register, please", null)]
    [InlineData("download the supplier register", null)]
    [InlineData("export the register", null)]
    [InlineData("could you send me a copy of our complete supplier register?", null)]
    [InlineData("can I have the full vendor list", null)]
    [InlineData("download register as excel", ExportFormat.Excel)]
    [InlineData("download register as XLSX", ExportFormat.Excel)]
    [InlineData("register as csv", ExportFormat.Csv)]
    [InlineData("supplier register in a CSV file", ExportFormat.Csv)]
    [InlineData("register as json", ExportFormat.Json)]
    [InlineData("register excel", ExportFormat.Excel)]
    [InlineData("supplier list as an Excel spreadsheet", ExportFormat.Excel)]
    [InlineData("export all suppliers to excel", ExportFormat.Excel)]
    [InlineData("give me the register in excel", ExportFormat.Excel)]
    [InlineData("download register as pdf", ExportFormat.Text)]
    public void The_register_is_asked_for_in_the_words_of_people(string text, ExportFormat? format) =>
        Assert.Equal(new Request.DownloadRegister(RegisterFilter.None, format), RequestReader.Parse(text));

    [Theory]
    [InlineData("download register high", null)]
    [InlineData("register high as csv", ExportFormat.Csv)]
    [InlineData("export high suppliers to csv", ExportFormat.Csv)]
    [InlineData("send me all suppliers that are high in excel", ExportFormat.Excel)]
    public void A_filter_goes_with_the_file(string text, ExportFormat? format) =>
        Assert.Equal(new Request.DownloadRegister(High, format), RequestReader.Parse(text));

    [Theory]
    [InlineData("show me the complete supplier register")]
    [InlineData("list of all suppliers")]
    [InlineData("supplier list")]
    [InlineData("can I see the supplier inventory?")]
    public void What_is_to_be_shown_is_a_list(string text) =>
        Assert.Equal(new Request.ListRegister(RegisterFilter.None), RequestReader.Parse(text));

    [Theory]
    [InlineData("download policy", null)]
    [InlineData("Supplier Security Policy", null)]
    [InlineData("policy document", null)]
    [InlineData("can I have the supplier security policy?", null)]
    [InlineData("policy as word", ExportFormat.Word)]
    [InlineData("download the policy as docx", ExportFormat.Word)]
    [InlineData("download policy as markdown", ExportFormat.Markdown)]
    [InlineData("export policy as md", ExportFormat.Markdown)]
    [InlineData("send me the supplier security policy as a PDF", ExportFormat.Text)]
    public void The_policy_is_a_document(string text, ExportFormat? format) =>
        Assert.Equal(new Request.DownloadPolicy(format), RequestReader.Parse(text));

    [Theory]
    [InlineData("show me the supplier security policy")]
    [InlineData("who approved the policy?")]
    public void The_policy_is_shown_where_nobody_asks_for_a_file(string text) =>
        Assert.Equal(new Request.ShowPolicy(PolicyTopic.Overview), RequestReader.Parse(text));

    [Theory]
    [InlineData("management report", null, false, null)]
    [InlineData("download the management report", null, false, null)]
    [InlineData("management report this quarter", null, false, null)]
    [InlineData("KPIs", null, false, null)]
    [InlineData("management review figures", null, false, null)]
    [InlineData("management report last quarter", null, true, null)]
    [InlineData("management report Q4 2026", "2026-Q4", false, null)]
    [InlineData("management report 2026-Q4", "2026-Q4", false, null)]
    [InlineData("report for Q3", "2026-Q3", false, null)]
    [InlineData("quarterly report for the last quarter as word", null, true, ExportFormat.Word)]
    [InlineData("management report Q1 2026 as markdown", "2026-Q1", false, ExportFormat.Markdown)]
    public void A_quarter_is_said_as_people_say_it(string text, string? quarter, bool last, ExportFormat? format) =>
        Assert.Equal(
            (quarter, last, format),
            Assert.IsType<Request.DownloadReport>(Read(text)) is var read ? (read.Quarter?.Id, read.Last, read.Format) : default
        );

    [Theory]
    [InlineData("pack", null, null, 0, null, 0, false)]
    [InlineData("audit pack", null, null, 0, null, 0, false)]
    [InlineData("download the auditor's pack", null, null, 0, null, 0, false)]
    [InlineData("pack 2026", "2026-01-01", "2026-12-31", 0, null, 0, false)]
    [InlineData("pack Q3 2026", "2026-07-01", "2026-09-30", 0, null, 0, false)]
    [InlineData("pack last year", "2025-01-01", "2025-12-31", 0, null, 0, false)]
    [InlineData("pack this year", null, null, 0, null, 0, false)]
    [InlineData("pack from 2026-01-01 to 2026-06-30", "2026-01-01", "2026-06-30", 0, null, 0, false)]
    [InlineData("pack 2026 sample 5 high seed 7 with files", "2026-01-01", "2026-12-31", 5, Tier.High, 7, true)]
    [InlineData("Pack for 2026, with files, seed 7, sample high 5", "2026-01-01", "2026-12-31", 5, Tier.High, 7, true)]
    [InlineData("pack sample 3", null, null, 3, null, 0, false)]
    [InlineData("sample 5 high", null, null, 5, Tier.High, 0, false)]
    [InlineData("give me a random sample of 5 high risk suppliers", null, null, 5, Tier.High, 0, false)]
    [InlineData("sample of 2 critical suppliers with documents", null, null, 2, Tier.Critical, 0, true)]
    public void A_pack_has_a_period_and_a_sample_in_any_order(
        string text,
        string? from,
        string? to,
        int count,
        Tier? tier,
        int seed,
        bool files
    )
    {
        var read = Assert.IsType<Request.DownloadPack>(Read(text));
        Assert.Equal(
            (from, to, new PackSample(count, tier, seed), files, ""),
            (Text(read.From), Text(read.To), read.Sample, read.WithFiles, read.Unread)
        );
    }

    [Theory]
    [InlineData("schedule SUP-0003", null)]
    [InlineData("security schedule for sup 3 as markdown", ExportFormat.Markdown)]
    [InlineData("schedule SUP-0003 in word", ExportFormat.Word)]
    public void A_schedule_is_of_one_supplier(string text, ExportFormat? format) =>
        Assert.Equal(new Request.DownloadSchedule { Number = "SUP-0003", Format = format }, RequestReader.Parse(text));

    [Theory]
    [InlineData("needs SUP-0003")]
    [InlineData("what we need from SUP-0003")]
    public void The_mail_is_to_one_supplier(string text) =>
        Assert.Equal(new Request.DownloadNeeds { Number = "SUP-0003" }, RequestReader.Parse(text));

    [Theory]
    [InlineData("policy read")]
    [InlineData("I have read the policy")]
    [InlineData("read and understood the policy, thanks")]
    public void Whoever_has_read_the_policy_says_so(string text) => Assert.IsType<Request.AcknowledgePolicy>(RequestReader.Parse(text));

    [Theory]
    [InlineData("download register of Acme", "of Acme")]
    [InlineData("download register high due on Friday as csv", "on Friday")]
    public void Words_that_are_no_filter_are_given_back(string text, string unread) =>
        Assert.EndsWith(unread, Assert.IsType<Request.DownloadRegister>(RequestReader.Parse(text)).Unread, StringComparison.Ordinal);

    [Theory]
    [InlineData("pack 2026 sample many", "sample many")]
    [InlineData("pack from January", "from January")]
    [InlineData("pack 2026 sample 0 high", "sample 0 high")]
    [InlineData("pack 2026 for Acme", "Acme")]
    public void Words_that_say_nothing_about_a_pack_are_given_back(string text, string unread) =>
        Assert.Equal(unread, Assert.IsType<Request.DownloadPack>(RequestReader.Parse(text)).Unread);

    [Theory]
    [InlineData("report SUP-0003")]
    [InlineData("supplier report for Acme")]
    [InlineData("report")]
    [InlineData("pack of cards supplier")]
    [InlineData("security policy")]
    [InlineData("we need suppliers for cleaning")]
    [InlineData("sample")]
    [InlineData("download Llama 3")]
    public void What_only_begins_like_it_is_something_else(string text) =>
        Assert.False(RequestReader.Parse(text) is Request.Download { } and not Request.DownloadPack { Unread.Length: > 0 });

    [Theory]
    [InlineData("Supplier Security Policy")]
    [InlineData("policy document")]
    [InlineData("I have read the policy")]
    [InlineData("management report")]
    [InlineData("report Q4 2026")]
    [InlineData("pack")]
    [InlineData("Pack of four licences")]
    [InlineData("audit evidence")]
    [InlineData("supplier list as excel")]
    [InlineData("export of our data every month")]
    [InlineData("download register of their customers")]
    [InlineData("statistics")]
    [InlineData("list incidents")]
    [InlineData("accepted risks")]
    [InlineData("which suppliers use OpenAI")]
    public void A_text_that_was_asked_for_is_no_command(string text) =>
        Assert.IsType<Request.Unclear>(RequestReader.Typed(text).Typed!.IfAwaited);

    [Theory]
    [InlineData("download register high as csv")]
    [InlineData("download policy")]
    [InlineData("policy read")]
    [InlineData("management report Q4 2026")]
    [InlineData("pack 2026 sample 5 high")]
    public void What_is_clearly_a_command_is_one_everywhere(string text) =>
        Assert.Equal(RequestReader.Parse(text), RequestReader.Typed(text).Typed!.IfAwaited);

    public static readonly TheoryData<ExportOrder> Orders =
    [
        new ExportOrder.Register(RegisterFilter.None, ExportFormat.Excel),
        new ExportOrder.Register(High with { Owner = "Priya Shah", With = "OpenAI" }, ExportFormat.Json),
        new ExportOrder.PolicyText(ExportFormat.Word),
        new ExportOrder.PolicyText(ExportFormat.Markdown),
        new ExportOrder.Report(new(2026, 4), ExportFormat.Word),
        new ExportOrder.Schedule("REQ-2026-0012", ForLegal: false, ExportFormat.Markdown),
        new ExportOrder.Schedule("REQ-2026-0012", ForLegal: true, ExportFormat.Word),
        new ExportOrder.Needs("REQ-2026-0012"),
        new ExportOrder.Pack(new(2026, 1, 1), new(2026, 6, 30), new(5, Tier.High, 7), WithFiles: true),
        new ExportOrder.Pack(new(2026, 1, 1), new(2026, 6, 30), new(0, Tier.Low, 0), WithFiles: false),
        new ExportOrder.Pack(new(2026, 1, 1), new(2026, 6, 30), PackSample.Everything, WithFiles: false),
    ];

    /// <summary>"Try again" asks for the very same.</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public void What_a_button_says_asks_for_the_same_file(ExportOrder order) =>
        Assert.Equal<object>(
            order,
            RequestReader.Parse(ExportPhrases.Command(order)) switch
            {
                Request.DownloadRegister { Unread: "" } register => new ExportOrder.Register(register.Filter, register.Format!.Value),
                Request.DownloadPolicy policy => new ExportOrder.PolicyText(policy.Format!.Value),
                Request.DownloadReport { Quarter: { } quarter } report => new ExportOrder.Report(quarter, report.Format!.Value),
                Request.DownloadSchedule schedule => new ExportOrder.Schedule(schedule.Number!, schedule.ForLegal, schedule.Format!.Value),
                Request.DownloadNeeds needs => new ExportOrder.Needs(needs.Number!),
                Request.DownloadPack { Unread: "" } pack => new ExportOrder.Pack(
                    pack.From!.Value,
                    pack.To!.Value,
                    pack.Sample,
                    pack.WithFiles
                ),
                var other => other,
            }
        );

    private static Request Read(string text) => RequestReader.Parse(text, 2026);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
