using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Web.Commands;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Commands;

/// <summary>The app package: what Teams reads in it, against what the bot does.</summary>
public sealed class ManifestCommandsTests : IDisposable
{
    private const string App = "aaaaaaaa-0000-0000-0000-0000000000aa";
    private static readonly PackValues Values = new(App, "suppliers.example.com", "Ann \"&\" Söhne", "1.0.0");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("package-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Three_files_and_no_placeholder_left()
    {
        var files = Unpacked(ManifestCommands.Zip(ManifestCommands.Folder, Values));
        Assert.Equal(["color.png", "manifest.json", "outline.png"], files.Keys.Order());
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        Assert.Equal(
            (App, App, Values.Company),
            ((string?)manifest["id"], (string?)manifest["bots"]![0]!["botId"], (string?)manifest["developer"]!["name"])
        );
        Assert.DoesNotContain("${", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(ManifestCommands.Zip(ManifestCommands.Folder, Values), ManifestCommands.Zip(ManifestCommands.Folder, Values));
    }

    [Fact]
    public void It_names_the_schema_of_its_version() =>
        Assert.Equal(
            $"https://developer.microsoft.com/json-schemas/teams/v{Manifest()["manifestVersion"]}/MicrosoftTeams.schema.json",
            (string?)Manifest()["$schema"]
        );

    /// <summary>Limits of the schema that a hand could break.</summary>
    [Theory]
    [
        InlineData("name", "short", 30),
        InlineData("name", "full", 100),
        InlineData("description", "short", 80),
        InlineData("description", "full", 4000)
    ]
    public void Texts_are_as_long_as_Teams_takes_them(string text, string form, int most) =>
        Assert.InRange(((string)Manifest()[text]![form]!).Length, 1, most);

    /// <inheritdoc cref="Texts_are_as_long_as_Teams_takes_them"/>
    [Fact]
    public void Lists_of_commands_are_as_long_as_Teams_takes_them()
    {
        Assert.All(Lists(Manifest()), list => Assert.InRange(list.Count, 1, 12));
        Assert.All(
            Lists(Manifest()).SelectMany(list => list),
            command => Assert.True(command.Title.Length <= 32 && command.Description.Length <= 128, command.Title)
        );
    }

    [Fact]
    public void Every_command_of_the_package_is_one_the_bot_knows() =>
        Assert.All(
            Lists(Manifest()).SelectMany(list => list),
            command =>
                Assert.IsNotType<Request.Unclear>(
                    RequestReader.Parse(command.Title is "can I use" or "find" ? command.Title + " Acme" : command.Title)
                )
        );

    /// <summary>What nobody types: buttons of cards, and what the platform says.</summary>
    private static readonly Type[] OnlyPressed =
    [
        typeof(Request.Installed),
        typeof(Request.Removed),
        typeof(Request.Unclear),
        typeof(Request.BrowseRegister),
        typeof(Request.StartFromMessage),
        typeof(Request.StartElsewhere),
        typeof(Request.ChangeFromMessage),
        typeof(Request.ChangeElsewhere),
        typeof(Request.AnswerPage),
        typeof(Request.StepBack),
        typeof(Request.EditAnswers),
        typeof(Request.Submit),
        typeof(Request.DiscardDraft),
        typeof(Request.ShowDraft),
        typeof(Request.StartAnotherDraft),
        typeof(Request.ContinueDraft),
        typeof(Request.ShowCaseDetails),
        typeof(Request.ShowDetails),
        typeof(Request.UnknownOnDraft),
        typeof(Request.BackToCase),
        typeof(Request.ReviewCase),
        typeof(Request.Approve),
        typeof(Request.ApproveWithConditions),
        typeof(Request.Reject),
        typeof(Request.RequestInformation),
        typeof(Request.ProvideInformation),
        typeof(Request.ResolveOpenPoint),
        typeof(Request.ClaimCase),
        typeof(Request.ReuseAnswers),
        typeof(Request.RevokeApproval),
        typeof(Request.ReportConditionDone),
        typeof(Request.ConfirmCondition),
        typeof(Request.SendBackCondition),
        typeof(Request.NameOwner),
        typeof(Request.AddEvidence),
        typeof(Request.CheckEvidence),
        typeof(Request.OpenEvidence),
        typeof(Request.SettleClause),
        typeof(Request.CoverClauses),
        typeof(Request.AcceptClause),
        typeof(Request.GiveFile),
        typeof(Request.ImportRegister),
        typeof(Request.ConfirmOffboarding),
        typeof(Request.UnknownOnCase),
        typeof(Request.RetryUndelivered),
    ];

    [Fact]
    public void Every_command_the_bot_knows_is_in_the_package()
    {
        var known = typeof(Request)
            .GetNestedTypes()
            .Where(type => !type.IsAbstract && !type.IsAssignableTo(typeof(Request.Sentence)) && !OnlyPressed.Contains(type))
            .Select(type => type.Name);
        // Teams takes twelve. "roles add …" is said with what follows it: the description has an example. The others are in the help of
        // those who decide.
        var listed = Lists(Manifest())
            .SelectMany(list => list)
            .Select(command =>
                RequestReader.Parse(command.Title is "can I use" or "find" ? command.Title + " Acme" : command.Title).GetType().Name
            )
            .Append(nameof(Request.ChangeRole))
            .Concat([
                nameof(Request.ListUndelivered),
                nameof(Request.Delegate),
                nameof(Request.GoAway),
                nameof(Request.ComeBack),
                nameof(Request.AssignCase),
                nameof(Request.ChangeOwner),
                nameof(Request.HandOver),
                nameof(Request.ChangeTier),
                nameof(Request.AddAlias),
                nameof(Request.RemoveAlias),
                nameof(Request.RenameSupplier),
                nameof(Request.MergeSuppliers),
                nameof(Request.UndoMerge),
                nameof(Request.ShowClauses),
                nameof(Request.RecordCheck),
                nameof(Request.RecordReport),
                nameof(Request.Remind),
                nameof(Request.StartReview),
                nameof(Request.ReportChange),
                nameof(Request.ReportIncident),
                nameof(Request.StartOffboarding),
                nameof(Request.ShowEvidence),
                nameof(Request.RecordContract),
                nameof(Request.DownloadRegister),
                nameof(Request.DownloadPolicy),
                nameof(Request.DownloadReport),
                nameof(Request.DownloadPack),
                nameof(Request.DownloadSchedule),
                nameof(Request.DownloadNeeds),
                nameof(Request.ExplainCase),
                nameof(Request.AcknowledgePolicy),
                nameof(Request.PublishPolicy),
                nameof(Request.Undo),
            ])
            .Distinct();
        Assert.Equal(known.Order(), listed.Order());
    }

    /// <summary>
    /// Both ways: what the package offers is what the bot reads, under the names it reads, and nothing it reads is missing.
    /// </summary>
    [Fact]
    public void The_message_extension_offers_what_the_bot_answers()
    {
        Assert.Equal(App, (string?)Extension()["botId"]);
        Assert.Equal([MessageExtension.Find, MessageExtension.RequestSupplier, MessageExtension.ChangeSupplier], ExtensionCommands().Keys);
    }

    [Fact]
    public void Its_search_sends_the_text_the_bot_reads()
    {
        var find = ExtensionCommands()[MessageExtension.Find];
        Assert.Equal(
            ("query", MessageExtension.TypedText),
            ((string?)find["type"], (string?)Assert.Single(find["parameters"]!.AsArray())!["name"])
        );
    }

    [Theory]
    [InlineData(MessageExtension.RequestSupplier), InlineData(MessageExtension.ChangeSupplier)]
    public void Its_requests_are_actions_on_a_message_whose_form_comes_from_the_bot(string command)
    {
        var request = ExtensionCommands()[command];
        Assert.Equal(
            ("action", true, "message"),
            ((string?)request["type"], (bool)request["fetchTask"]!, (string?)Assert.Single(request["context"]!.AsArray()))
        );
    }

    [Fact]
    public void Its_titles_and_descriptions_are_as_long_as_Teams_takes_them() =>
        Assert.All(
            ExtensionCommands().Values.Concat(ExtensionCommands()[MessageExtension.Find]["parameters"]!.AsArray()!),
            named =>
            {
                Assert.InRange(((string)named!["title"]!).Length, 1, 32);
                Assert.InRange(((string)named["description"]!).Length, 1, 128);
            }
        );

    [Fact]
    public void Icons_have_the_sizes_and_the_outline_is_white_on_nothing()
    {
        Assert.Equal((192, 192), Size("color.png"));
        Assert.Equal((32, 32), Size("outline.png"));
        var pixels = Pixels("outline.png", 32);
        Assert.Contains(pixels, pixel => pixel[3] == 255);
        Assert.Equal(0, pixels[0][3]);
        Assert.All(pixels.Where(pixel => pixel[3] > 0), pixel => Assert.True(pixel[0] == 255 && pixel[1] == 255 && pixel[2] == 255));
    }

    [Theory]
    [
        InlineData("bot", "example.com", "A", "--app-id"),
        InlineData("00000000-0000-0000-0000-000000000000", "example.com", "A", "--app-id"),
        InlineData(App, "https://example.com", "A", "--host"),
        InlineData(App, "example.com/bot", "A", "--host"),
        InlineData(App, "localhost", "A", "--host"),
        InlineData(App, "example.com", " ", "--company")
    ]
    public void What_is_wrong_is_named(string app, string host, string company, string option) =>
        Assert.StartsWith(option, Assert.Single(ManifestCommands.Faults(new(app, host, company, "1.0.0"))), StringComparison.Ordinal);

    [Fact]
    public async Task The_command_writes_the_package_or_says_why_not()
    {
        var path = Path.Combine(folder.FullName, "bot.zip");
        var (done, _, errors) = await Executable.RunAsync(
            "manifest",
            "pack",
            "--app-id",
            App,
            "--host",
            "suppliers.example.com",
            "--output",
            path
        );
        Assert.Equal((0, ""), (done, errors));
        Assert.Equal(3, Unpacked(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).Count);
        var (refused, _, said) = await Executable.RunAsync("manifest", "pack", "--app-id", "x", "--host", "y", "--output", path);
        Assert.Equal(CommandLine.Refused, refused);
        Assert.Equal(2, said.Trim().Split('\n').Length);
        Assert.Equal(
            CommandLine.Refused,
            (
                await Executable.RunAsync(
                    "manifest",
                    "pack",
                    "--app-id",
                    App,
                    "--host",
                    "suppliers.example.com",
                    "--output",
                    folder.FullName
                )
            ).ExitCode
        );
    }

    private static JsonNode Manifest() => JsonNode.Parse(Unpacked(ManifestCommands.Zip(ManifestCommands.Folder, Values))["manifest.json"])!;

    private static JsonNode Extension() => Assert.Single(Manifest()["composeExtensions"]!.AsArray())!;

    private static Dictionary<string, JsonNode> ExtensionCommands() =>
        Extension()["commands"]!.AsArray().ToDictionary(command => (string)command!["id"]!, command => command!);

    private static List<List<(string Title, string Description)>> Lists(JsonNode manifest) =>
        [
            .. manifest["bots"]![0]!["commandLists"]!
                .AsArray()
                .Select(list =>
                    list!["commands"]!.AsArray().Select(command => ((string)command!["title"]!, (string)command["description"]!)).ToList()
                ),
        ];

    private static Dictionary<string, byte[]> Unpacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, Bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static (int Width, int Height) Size(string icon)
    {
        var bytes = File.ReadAllBytes(Path.Combine(ManifestCommands.Folder, icon));
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }

    /// <summary>RGBA, eight bits each, not interlaced: https://www.w3.org/TR/png-3/#9Filters.</summary>
    private static List<byte[]> Pixels(string icon, int size)
    {
        var file = File.ReadAllBytes(Path.Combine(ManifestCommands.Folder, icon));
        Assert.Equal((8, 6, 0), (file[24], file[25], file[28]));
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(file, at + 8, length);
            at += length + 12;
        }
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var (lines, above) = (new List<byte[]>(), new byte[size * 4]);
        for (var row = 0; row < size; row++)
        {
            var filter = unpacked.ReadByte();
            var line = new byte[size * 4];
            unpacked.ReadExactly(line);
            for (var at = 0; at < line.Length; at++)
            {
                var (left, up, corner) = (at < 4 ? 0 : line[at - 4], above[at], at < 4 ? 0 : above[at - 4]);
                line[at] += (byte)(
                    filter switch
                    {
                        1 => left,
                        2 => up,
                        3 => (left + up) / 2,
                        4 => Paeth(left, up, corner),
                        _ => 0,
                    }
                );
            }
            lines.AddRange(line.Chunk(4));
            above = line;
        }
        return lines;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left
            : b <= c ? up
            : corner;
    }
}
