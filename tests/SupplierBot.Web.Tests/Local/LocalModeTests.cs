using Microsoft.Extensions.Configuration;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Local;

public sealed class LocalModeTests
{
    [Fact]
    public void Development_on_loopback_is_local_mode() =>
        Assert.Empty(LocalMode.Missing("Development", ["http://localhost:3978", "http://127.0.0.1:1", "http://[::1]:2"]));

    [Theory]
    [
        InlineData("Production", "http://localhost:3978"),
        InlineData("Development", "http://*:80"),
        InlineData("Development", "http://0.0.0.0:80"),
        InlineData("Development", "http://192.168.1.5:80"),
        InlineData("Development", "http://localhost.example.com:80")
    ]
    public void Anything_else_is_not_and_says_why(string environment, string address)
    {
        var missing = LocalMode.Missing(environment, ["http://localhost:1", address]);
        var fault = Assert.Single(LocalMode.Faults(missing));
        Assert.Contains(environment == "Production" ? "Production" : address, fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://localhost:1;http://*:2", new[] { "http://localhost:1", "http://*:2" })]
    [InlineData("http_ports", "8080", new[] { "http://*:8080" })]
    [InlineData("Kestrel:Endpoints:A:Url", "http://0.0.0.0:5", new[] { "http://0.0.0.0:5" })]
    [InlineData("nothing", "", new[] { "http://localhost:3978" })]
    public void The_addresses_are_known_before_the_host_listens(string key, string value, string[] addresses) =>
        Assert.Equal(
            addresses,
            ListenAddresses.Read(
                new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build()
            )
        );

    [Fact]
    public void The_personas_hold_the_roles_unless_some_are_configured()
    {
        var (settings, _) = Settings.Read(new ConfigurationBuilder().Build(), "/");
        var local = LocalMode.Apply(settings, [], _ => true).Settings;
        Assert.Equal(["Sam", "Priya"], local.Roles["security"].People.Select(person => person.Name));
        Assert.Equal([Personas.Carla.ChannelId], local.Roles["ciso"].Places);
        Assert.Equal(["Dana"], local.Roles["privacy"].People.Select(person => person.Name));
        var own = settings with { Roles = new Dictionary<string, RoleOptions> { ["legal"] = new([], [], []) } };
        Assert.Equal(["legal"], LocalMode.Apply(own, [], _ => true).Settings.Roles.Keys);
    }

    [Theory]
    [InlineData("http://localhost:3978", "http://localhost:3978/")]
    [InlineData("http://127.0.0.1:4000", "http://127.0.0.1:4000/")]
    public void A_browser_of_this_machine_gets_files_where_the_bot_listens(string address, string url)
    {
        var (settings, _) = Settings.Read(new ConfigurationBuilder().Build(), "/");
        Assert.Equal(new Uri(url), LocalMode.Apply(settings, [address], _ => true).Settings.PublicUrl);
        var own = settings with { PublicUrl = new("https://bot.example.com/") };
        Assert.Equal(own.PublicUrl, LocalMode.Apply(own, [address], _ => true).Settings.PublicUrl);
    }

    [Fact]
    public void With_a_larger_policy_everybody_who_decides_holds_what_it_cannot_do_without()
    {
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(FullForm.Of(DefaultPolicy.Text()))).Policy;
        var (settings, _) = Settings.Read(new ConfigurationBuilder().Build(), "/");
        var local = LocalMode.WithRolesOf(policy, LocalMode.Apply(settings, [], _ => true).Settings);
        Assert.Equal(
            ["ai_governance", "business_owner", "ciso", "director", "executive", "legal", "privacy", "security"],
            local.Roles.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(["Sam", "Priya"], local.Roles["security"].People.Select(person => person.Name));
        Assert.Equal(["Sam", "Priya", "Carla", "Dana"], local.Roles["business_owner"].People.Select(person => person.Name));
        Assert.Equal(4, local.Roles["business_owner"].Places.Count);
        var own = settings with { Roles = new Dictionary<string, RoleOptions> { ["legal"] = new([], [], []) } };
        Assert.Same(own, LocalMode.WithRolesOf(policy, own));
    }

    [Fact]
    public void With_the_shipped_policy_or_a_smaller_one_they_hold_what_it_has()
    {
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text())).Policy;
        Assert.Equal(Personas.DefaultRoles.Keys, Personas.RolesOf(policy).Keys);
        var alone = policy with
        {
            Roles = [new("security", "Security")],
            Approvals = [.. policy.Approvals.Where(rule => rule.Role == "security")],
        };
        Assert.Equal(["security"], Personas.RolesOf(alone).Keys);
    }

    [Fact]
    public void Busy_default_ports_give_way_and_busy_chosen_ones_are_faults()
    {
        var local = new LocalOptions(true, [56150, 56151, 56152, 56153, 56154], PortsChosen: false, []);
        var (ports, faults) = PortChoice.Choose(local, port => port is not (56150 or 56152));
        Assert.Equal([56151, 56153, 56154, 56155, 56156], ports);
        Assert.Empty(faults);
        Assert.Equal(
            ["port 56152 is in use by another program."],
            PortChoice.Choose(local with { PortsChosen = true }, port => port != 56152).Faults.Select(fault => fault.Problem)
        );
    }

    [Fact]
    public void Each_playground_has_five_others_and_ids_of_its_own()
    {
        var files = Personas
            .All.Select(persona =>
                new YamlDotNet.Serialization.DeserializerBuilder()
                    .Build()
                    .Deserialize<Dictionary<string, object>>(PlaygroundYaml.For(persona))
            )
            .ToList();
        Assert.All(files, file => Assert.Equal(5, ((List<object>)file["users"]).Count));
        Assert.All(files, file => Assert.DoesNotContain(Id(file["currentUser"]), ((List<object>)file["users"]).Select(Id)));
        foreach (var part in (string[])["personalChat", "groupChat", "team", "currentUser"])
            Assert.Equal(5, files.Select(file => Id(file[part])).Distinct().Count());
    }

    private static object Id(object part) => ((Dictionary<object, object>)part)["id"];
}
