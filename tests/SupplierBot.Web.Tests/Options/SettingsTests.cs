using System.Globalization;
using Microsoft.Extensions.Configuration;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Options;

public sealed class SettingsTests
{
    [Fact]
    public void All_faults_are_reported_at_once_with_key_place_and_remedy()
    {
        var faults = Read(
            ("Organisation:Id", "Not An Id"),
            ("Organisation:TimeZone", "Europe/Berln"),
            ("Organisation:WorkingDays:0", "Moonday"),
            ("Organisation:WorkingHours", "9 to 5"),
            ("Organisation:Holidays:0", "25.12.2026"),
            ("Storage:Kind", "Oracle"),
            ("Policy:Path", "nowhere.yaml"),
            ("Cards:Path", "nowhere"),
            ("Roles:boss:People:0:Id", "teams:x"),
            ("Roles:ciso:People:0:Id", "carla"),
            ("Admins:0:Id", "slack:T1:U1"),
            ("Local:Playground", "maybe"),
            ("Local:Ports:0", "1"),
            ("Local:AllowedServiceUrls:0", "https://example.com/"),
            ("Organisation:Nmae", "x")
        );
        Assert.Equal(
            [
                "Admins:0:Name",
                "Cards:Path",
                "Local:AllowedServiceUrls:0",
                "Local:Playground",
                "Local:Ports",
                "Organisation:Holidays:0",
                "Organisation:Id",
                "Organisation:Nmae",
                "Organisation:TimeZone",
                "Organisation:WorkingDays:0",
                "Organisation:WorkingHours",
                "Policy:Path",
                "Roles:boss:People:0:Id",
                "Roles:boss:People:0:Name",
                "Roles:ciso:People:0:Id",
                "Roles:ciso:People:0:Name",
                "Storage:Kind",
            ],
            faults.Select(fault => fault.Key).Order(StringComparer.Ordinal)
        );
        Assert.All(faults, fault => Assert.True(fault.Remedy.Length > 10 && fault.Place.Length > 0, fault.ToString()));
        var text = ConfigurationFaults.Text(faults);
        Assert.All(faults, fault => Assert.Contains(fault.ToString(), text, StringComparison.Ordinal));
    }

    /// <summary>In a calendar of its own, a machine would read 2026 as another year.</summary>
    [Fact]
    public void Dates_and_times_are_read_alike_whatever_the_machine_speaks()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
        var (settings, _) = Settings.Read(
            Configured(("Organisation:Holidays:0", "2026-12-25"), ("Organisation:WorkingHours", "08:30-16:45")),
            Path.GetTempPath()
        );
        Assert.Equal([new DateOnly(2026, 12, 25)], settings.Organisation.Holidays);
        Assert.Equal(new(new(8, 30), new(16, 45)), settings.Organisation.Hours);
    }

    [Fact]
    public void The_place_is_the_source_that_wins()
    {
        var folder = Directory.CreateTempSubdirectory("settings-");
        File.WriteAllText(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Organisation": { "TimeZone": "Nowhere", "Id": "X" }, "Organization": { "Id": "x" } }"""
        );
        var configuration = new ConfigurationBuilder()
            .SetBasePath(folder.FullName)
            .AddJsonFile("appsettings.json")
            .AddCommandLine(["--Organisation:TimeZone", "Neverland"])
            .Build();
        var faults = Settings.Read(configuration, folder.FullName).Faults.ToDictionary(fault => fault.Key);
        folder.Delete(recursive: true);
        Assert.Equal("command line", faults["Organisation:TimeZone"].Place);
        Assert.Equal("appsettings.json", faults["Organisation:Id"].Place);
        Assert.Contains("sections are: Organisation", faults["Organization:Id"].Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/opt/bot/data/supplierbot.db", true)]
    [InlineData("/opt/bot/supplierbot.db", true)]
    [InlineData("/opt/bot/../data/supplierbot.db", false)]
    [InlineData("/opt/bots/data/supplierbot.db", false)]
    [InlineData("/var/lib/supplierbot/supplierbot.db", false)]
    public void A_register_in_the_programs_own_folder_is_noticed(string path, bool noticed) =>
        Assert.Equal(
            noticed,
            Settings
                .Read(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Sqlite:Path", path)]).Build(), "/opt/bot")
                .Settings.Storage.IsWithTheProgram("/opt/bot/")
        );

    [Fact]
    public void A_span_out_of_its_range_is_reported_with_how_to_write_one() =>
        Assert.Contains(
            "written as days or days.hours:minutes:seconds",
            Assert.Single(Read(("Retention:Drafts", "5"))).Remedy,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_the_machine_and_the_host_configure_is_not_ours_to_judge() =>
        Assert.Empty(
            Read(("PATH", "/bin"), ("Policy", "someone else's"), ("Logging:LogLevel:Default", "Debug"), ("urls", "http://localhost:1"))
        );

    [Theory]
    [InlineData("--Organisaton:Id", "Organisaton:Id", "`Organisation:Id`")]
    [InlineData("--Foo:Bar", "Foo:Bar", "sections are: Organisation")]
    [InlineData("--url", "url", "`Urls`")]
    [InlineData("--Storage", "Storage", "Storage:Kind")]
    public void What_nobody_reads_is_refused_on_the_command_line(string option, string key, string remedy)
    {
        var fault = Assert.Single(Settings.Read(new ConfigurationBuilder().AddCommandLine([option, "1"]).Build(), "/").Faults);
        Assert.Equal((key, "command line"), (fault.Key, fault.Place));
        Assert.Contains(remedy, fault.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [
        InlineData("--urls"),
        InlineData("--contentRoot"),
        InlineData("--environment"),
        InlineData("--applicationName"),
        InlineData("--hostBuilder:reloadConfigOnChange")
    ]
    [
        InlineData("--Logging:LogLevel:Default"),
        InlineData("--Kestrel:Endpoints:A:Url"),
        InlineData("--OTEL_EXPORTER_OTLP_ENDPOINT"),
        InlineData("--preferHostingUrls"),
        InlineData("--Organisation:Id")
    ]
    public void What_somebody_reads_is_accepted_on_the_command_line(string option) =>
        Assert.Empty(Settings.Read(new ConfigurationBuilder().AddCommandLine([option, "1"]).Build(), "/").Faults);

    [Theory]
    [InlineData("Organisaton__Id", 1), InlineData("Polcy__Path", 1), InlineData("Foreign__Thing", 0), InlineData("Organisaton", 0)]
    public void In_the_environment_only_a_section_nearly_ours_is_refused(string variable, int faults)
    {
        var prefix = $"T{Guid.NewGuid():N}_";
        Environment.SetEnvironmentVariable(prefix + variable, "x");
        Assert.Equal(faults, Settings.Read(new ConfigurationBuilder().AddEnvironmentVariables(prefix).Build(), "/").Faults.Count);
    }

    [Theory]
    [
        InlineData("09:00"),
        InlineData("17:00-09:00"),
        InlineData("09:00-09:00"),
        InlineData("00:00-24:00"),
        InlineData("9-17"),
        InlineData("09:00-12:00-17:00")
    ]
    public void Working_hours_are_two_times_in_their_order(string hours) =>
        Assert.Equal("Organisation:WorkingHours", Assert.Single(Read(("Organisation:WorkingHours", hours))).Key);

    [Theory]
    [InlineData("Digest:Schedule", "Mondays", "is not a cron expression")]
    [InlineData("Decisions:UndoSeconds", "121", "is not a number of seconds")]
    [InlineData("Digest:Schedule", "0 9 31 2 *", "never comes")]
    [InlineData("Digest:Schedule", "0 9 * * *", "more than once in some week")]
    [InlineData("Digest:TimeZone", "Europe/Lundon", "is not a time zone")]
    [InlineData("Digest:WhenEmpty", "1", "neither Silence nor OneLine")]
    [InlineData("Digest:Weekday", "Monday", "is not a setting")]
    public void A_digest_that_cannot_be_meant_is_reported(string key, string value, string words)
    {
        var fault = Assert.Single(Read((key, value)));
        Assert.Equal(key, fault.Key);
        Assert.Contains(words, fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Europe/Berlin", "Organisation:TimeZone", "Europe/Berlin")]
    [InlineData("Asia/Kolkata", "Organisation:TimeZone", "Europe/Berlin", "Digest:TimeZone", "Asia/Kolkata", "Digest:WhenEmpty", "oneline")]
    public void The_digest_goes_by_its_own_zone_or_that_of_the_organisation(string zone, params string[] settings)
    {
        var (read, faults) = Settings.Read(Configured([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]), "/");
        Assert.Empty(faults);
        Assert.Equal(("0 9 * * MON", zone), (read.Digest.Schedule.Text, read.Digest.Schedule.Zone.Id));
        Assert.Equal(settings.Length > 2 ? WhenEmpty.OneLine : WhenEmpty.Silence, read.Digest.WhenEmpty);
    }

    [Theory]
    [InlineData("30 days", "400.00:00:00", "Retention:Drafts")]
    [InlineData("6", "400", "Retention:Drafts")]
    [InlineData("366", "400", "Retention:Drafts")]
    [InlineData("-30", "400", "Retention:Drafts")]
    [InlineData("30", "4000", "Retention:Markers")]
    [InlineData("30", "30", "Retention:Markers")]
    [InlineData("30", "29.23:59:59", "Retention:Markers")]
    public void Drafts_are_kept_for_a_while_and_markers_outlive_them(string drafts, string markers, string key) =>
        Assert.Equal(key, Assert.Single(Read(("Retention:Drafts", drafts), ("Retention:Markers", markers))).Key);

    [Fact]
    public void Retention_is_days_or_a_time_span()
    {
        var retention = Settings.Read(Configured(("Retention:Drafts", "7"), ("Retention:Markers", "7.00:00:01")), "/").Settings.Retention;
        Assert.Equal((TimeSpan.FromDays(7), new TimeSpan(7, 0, 0, 1)), (retention.Drafts, retention.Markers));
    }

    [Fact]
    public void An_empty_list_is_no_fault()
    {
        using var json = new MemoryStream("""{ "Admins": [], "Roles": {}, "Local": { "AllowedServiceUrls": [] } }"""u8.ToArray());
        Assert.Empty(Settings.Read(new ConfigurationBuilder().AddJsonStream(json).Build(), "/").Faults);
    }

    [Fact]
    public void One_person_twice_in_a_role_is_a_fault() =>
        Assert.Equal(
            "Roles:ciso:People",
            Assert
                .Single(
                    Read(
                        ("Roles:ciso:People:0:Id", "teams:5B0A3A2E-6F0D-4C61-9A53-000000000004"),
                        ("Roles:ciso:People:0:Name", "Carla"),
                        ("Roles:ciso:People:1:Id", "teams:5b0a3a2e-6f0d-4c61-9a53-000000000004"),
                        ("Roles:ciso:People:1:Name", "Carla")
                    )
                )
                .Key
        );

    [Fact]
    public void Nothing_configured_is_no_fault_and_means_the_defaults()
    {
        var (settings, faults) = Settings.Read(new ConfigurationBuilder().Build(), Path.GetTempPath());
        Assert.Empty(faults);
        Assert.Equal(
            ("local", TimeZoneInfo.Utc, new WorkingHours(new(9, 0), new(17, 0))),
            (settings.Organisation.Id, settings.Organisation.Zone, settings.Organisation.Hours)
        );
        Assert.Equal(5, settings.Organisation.WorkingDays.Count);
        Assert.Equal(Path.Combine(Path.GetTempPath(), "data", "supplierbot.db"), settings.Storage.SqlitePath);
        Assert.Equal([56150, 56151, 56152, 56153, 56154], settings.Local.Ports);
    }

    [Fact]
    public void A_role_is_read_with_people_and_places()
    {
        var (settings, _) = Settings.Read(
            Configured(
                ("Roles:Security:People:0:Id", "slack:T1:U1"),
                ("Roles:Security:People:0:Name", "Sam"),
                ("Roles:Security:Places:0", "C1")
            ),
            "/"
        );
        var security = settings.Roles[RoleNames.Security];
        Assert.Equal(new Person(new PersonId("slack:T1:U1"), "Sam"), Assert.Single(security.People));
        Assert.Equal(["C1"], security.Places);
    }

    private const string Secret = "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData("Storage:ConnectionString", "Storage:AccountUrl", "")]
    [InlineData(
        "Storage:AccountUrl",
        "beside Storage:ConnectionString",
        "ConnectionString",
        Secret,
        "AccountUrl",
        "https://contoso.table.core.windows.net"
    )]
    [InlineData("Storage:ConnectionString", "is not the connection string", "ConnectionString", "AccountName=c2VjcmV0")]
    [InlineData("Storage:ConnectionString", "is not the connection string", "ConnectionString", "c2VjcmV0")]
    [InlineData("Storage:ConnectionString", "white space", "ConnectionString", Secret + "\n")]
    [InlineData(
        "Storage:ConnectionString",
        "in the clear",
        "ConnectionString",
        "DefaultEndpointsProtocol=http;AccountName=contoso;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net"
    )]
    [InlineData("Storage:AccountUrl", "is not the https address", "AccountUrl", "http://contoso.table.core.windows.net")]
    [InlineData("Storage:AccountUrl", "is not the https address", "AccountUrl", "contoso")]
    [InlineData("Storage:AccountUrl", "is not the https address", "AccountUrl", "https://contoso.table.core.windows.net/?sv=token")]
    [InlineData("Storage:ClientId", "is not the client id", "AccountUrl", "https://contoso.table.core.windows.net", "ClientId", "me")]
    [InlineData("Storage:ClientId", "there is none", "ConnectionString", Secret, "ClientId", "5b0a3a2e-6f0d-4c61-9a53-000000000004")]
    [InlineData("Storage:Table", "is not the name of a table", "ConnectionString", Secret, "Table", "supplier-bot")]
    [InlineData("Storage:Table", "is not the name of a table", "ConnectionString", Secret, "Table", "Tables")]
    [InlineData("Storage:ConnectionString", "everything is kept in a file", "Kind", "Sqlite", "ConnectionString", Secret)]
    [InlineData(
        "Storage:AccountUrl",
        "everything is kept in a file",
        "Kind",
        "Sqlite",
        "AccountUrl",
        "https://contoso.table.core.windows.net"
    )]
    public void A_storage_account_that_cannot_be_meant_is_reported_without_its_secret(string key, string words, params string[] settings)
    {
        var given = settings.Where(text => text.Length > 0).Chunk(2).Select(pair => ($"Storage:{pair[0]}", pair[1]));
        var fault = Assert.Single(Read([.. given, ("Storage:Kind", "AzureTables")]));
        Assert.Equal(key, fault.Key);
        Assert.Contains(words, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_storage_account_is_read_by_its_address_or_its_connection_string()
    {
        var (byUrl, none) = Settings.Read(
            Configured(
                ("Storage:Kind", "AzureTables"),
                ("Storage:AccountUrl", "https://contoso.table.core.windows.net"),
                ("Storage:ClientId", "5B0A3A2E-6F0D-4C61-9A53-000000000004")
            ),
            "/"
        );
        Assert.Empty(none);
        Assert.Equal(
            new AzureAccount.ByIdentity(new("https://contoso.table.core.windows.net"), "5b0a3a2e-6f0d-4c61-9a53-000000000004"),
            byUrl.Storage.Account
        );
        Assert.Equal("table SupplierBot at https://contoso.table.core.windows.net", byUrl.Storage.Place);
        var (byText, nothing) = Settings.Read(
            Configured(("Storage:Kind", "azuretables"), ("Storage:ConnectionString", Secret), ("Storage:Table", "Suppliers2")),
            "/"
        );
        Assert.Empty(nothing);
        Assert.Equal("table Suppliers2 at https://contoso.table.core.windows.net", byText.Storage.Place);
        Assert.DoesNotContain("c2VjcmV0", byText.ToString(), StringComparison.Ordinal);
        Assert.False(BotSetup.ChatSettingsOf(byText).Alone);
    }

    private static IReadOnlyList<ConfigurationFault> Read(params (string Key, string Value)[] values) =>
        Settings.Read(Configured(values), Path.GetTempPath()).Faults;

    private static IConfigurationRoot Configured(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => (string?)pair.Value))
            .Build();
}
