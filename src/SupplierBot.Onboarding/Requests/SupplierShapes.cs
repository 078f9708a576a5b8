using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Requests;

/// <summary>What people say about a supplier: that they want it, whether they may use it, what happened to it.</summary>
internal static class SupplierShapes
{
    private const string Get = "buy|purchase|order|procure|license|subscribe_to [a|an|some|the]";
    private const string GetMe = "get|buy|order me|us [a|an|some|the]";
    private const string MayGet = "can|could|may|should i|we buy|purchase|order|get [a|an|some|the]";
    private const string Need = "i|we need|want|would_like [a|an|the|to_buy|to_get|to_order]";
    private const string TeamNeeds = "our|my|the team|department|company|boss needs|wants";
    private const string Use = "use|try|trial|test|install|add|get";
    private const string Seats = "license|licence|licenses|licences|account|accounts|subscription|seat|seats";
    private const string Ok = "[still|already|now|currently] approved|allowed|ok|okay|permitted|safe|vetted|available|fine|usable [to_use]";

    public static readonly SentenceShape[] All =
    [
        new(
            SentencePattern.Of(
                "hire|contract|engage [a|an|some|another] freelancer|freelancers|contractor|contractors|consultant|consultants|agency *"
            ),
            false,
            _ => new Request.HirePerson()
        ),
        .. Alternatives(
            "[any|an|what_are|what_are_the|show_me|show|list|is_there|are_there] [an|any] alternative|alternatives|replacement|replacements to|for|of {name}",
            "what can|could|should i|we use instead_of {name}",
            "something|anything like {name}"
        ),
        .. ForPurpose(
            "what|which [tool|tools|app|apps|supplier|suppliers|software] can|could|should|may|do i|we use for|to {purpose}",
            "do|does we|i have something|anything|a_tool|an_app|a_supplier|tools|apps for|to {purpose}",
            "is_there|are_there something|anything|a_tool|an_app|a_supplier|tools|apps for|to {purpose}",
            "what do we have|use for {purpose}"
        ),
        .. Shapes(
            true,
            caught => caught.Name.Length == 0 ? null : new Request.ShowPassport(caught.Name),
            "[the|an] [approval] passport [of|for] {name}"
        ),
        .. Listed(
            RegisterFilter.None,
            "find|search|look_up|search_for|browse",
            "[list|show|browse] [me] [all] [the|our] suppliers|vendors|supplier_register|register|supplier_list"
        ),
        .. Listed(new() { Part = RegisterPart.InUse }, "[list|show] [me] suppliers in_use", "all in_use"),
        .. Listed(new() { Part = RegisterPart.InReview }, "[list|show] [me] suppliers in_review"),
        .. Listed(
            new() { Tiers = [Tier.High, Tier.Critical] },
            "[list|show] [me] suppliers at|with|of high_risk",
            "[list|show] [me] high_risk|high-risk suppliers"
        ),
        // The list begins with how many there are of each tier and status.
        .. Shapes(
            true,
            _ => new Request.ListRegister(RegisterFilter.None),
            "[how_many|number_of|count|show] [all] [the|our] suppliers|vendors by|per|in [each] [risk] tier|tiers|status|state|level|risk|class *",
            "[supplier|vendor] population [by] [risk|tier|status] *"
        ),
        .. Shapes(true, caught => new Request.CountSuppliers(""), "how many suppliers|vendors|tools *"),
        .. Shapes(true, caught => new Request.CountSuppliers(caught.Text("tier")), "how many {tier} suppliers|vendors|tools *"),
        .. Shapes(
            true,
            caught => new Request.AskOwner(caught.Name),
            "who owns|manages|looks_after {name}",
            "who is|'s the_owner|responsible|the_contact of|for {name}",
            "who's the_owner|responsible|the_contact of|for {name}",
            "[the] owner of {name}"
        ),
        .. Shapes(
            true,
            caught => new Request.AskNextReview(caught.Name),
            "when_is|when's|whens [the] [next] review of|for {name}",
            "when_is|when's|whens {name} reviewed|due [next|again|for_review]",
            "when does {name} get reviewed",
            "[the] next review of|for {name}"
        ),
        .. Checked(
            "is it ok|okay|fine|allowed|possible to_use {name}",
            $"is|are {{name}} {Ok}",
            "is {name} in_use|on_the_register|on_our_register|in_the_register",
            "do|does we|i|our_company have|use {name}",
            "did|have we approve|approved {name}"
        ),
        .. Shapes(
            true,
            caught => new Request.CheckSupplier(caught.Name, caught.Text("data")),
            $"is|are {{name}} {Ok} for|with {{data}}",
            "is it ok|okay|fine|allowed|possible to_use {name} for|with {data}",
            "am|are i|we allowed|permitted to_put|to_enter|to_upload|to_share|to_paste|to_send {data} in|into|to|with|on {name}",
            "can|may|could|should i|we put|enter|upload|share|paste|send {data} in|into|to|with|on {name}"
        ),
        .. Reports(
            Verbs.Incident,
            "{name} got|was|has_been|were|have_been|is hacked|breached|attacked|compromised",
            "{name} had|has|have|reported|suffered [a|an|another] [data|security|serious] breach|incident|outage|leak|attack *",
            "[data|security] breach|incident|outage|leak at|with {name}"
        ),
        .. Reports(
            Verbs.Exit,
            "we|i|we've|i've [have] stopped|quit using {name}",
            "we|i no_longer use {name}",
            "we|i don't|do_not|dont use {name} any_more|anymore|any_longer",
            "exit|offboard|decommission|terminate|stop_using|get_rid_of {name}"
        ),
        .. Reports(
            Verbs.Changed,
            "{name} changed|updated|has_changed|have_changed|has_updated|is_changing|are_changing|raised|has_new|have_new|introduced *",
            "{name} was|has_been|got|is_being acquired|bought|sold|taken_over *",
            "something|a_lot changed at|with {name}"
        ),
        .. Shapes(
            false,
            caught => new Request.LeaveOwnership(caught.Name),
            "i'm|i_am not|no_longer [the|its] owner|responsible [any_more|anymore|any_longer]",
            "i'm|i_am not|no_longer [the] owner|responsible of|for {name}",
            "i'm|i_am not|no_longer [the] owner|responsible of|for {name} any_more|anymore|any_longer",
            "i'm|i_am not|no_longer [the] owner|responsible any_more|anymore|any_longer of|for {name}"
        ),
        .. Wanted(
            WantedAs.InUseAlready,
            "we|i already|currently use|have",
            "we're|we_are|i'm|i_am already|currently using",
            "we've|we_have been using"
        ),
        .. Shapes(
            true,
            Free,
            "can|could|may i|we use|try|test the free plan|version of {name}",
            "can|could|may i|we use|try|test {name} for_free",
            "can|could|may i|we try|test {name}"
        ),
        .. Shapes(false, Free, "use|try|test {name} for_free", "use|try|test the free plan|version of {name}"),
        .. Shapes(false, caught => new Request.WantSupplier(caught.Name, "", WantedAs.OpenModel), "download {name}"),
        .. Wanted(WantedAs.Bought, Get, GetMe, Need, TeamNeeds, Use, "hire"),
        .. Wanted(WantedAs.Bought, MayGet).Select(shape => shape with { Firm = true }),
    ];

    private static Request.WantSupplier Free(CaughtWords caught) => new(caught.Name, "", WantedAs.FreePlan);

    /// <summary>The longer shapes first: "for the marketing team" is no part of a name.</summary>
    private static IEnumerable<SentenceShape> Wanted(WantedAs kind, params string[] openings) =>
        openings
            .SelectMany(opening =>
                new[]
                {
                    $"{opening} {{name}} {Seats} for|to {{purpose}}",
                    $"{opening} {{name}} {Seats}",
                    $"{opening} {{name}} for|to {{purpose}}",
                    $"{opening} {{name}}",
                }
            )
            .SelectMany(shape =>
                Shapes(
                    false,
                    caught => IsWanted(caught.Name) ? new Request.WantSupplier(caught.Name, caught.Text("purpose"), kind) : null,
                    shape
                )
            );

    /// <summary>"I want to …" goes on with what is wanted.</summary>
    private static bool IsWanted(string name) => name.Length > 0 && !name.StartsWith("to ", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SentenceShape> Checked(params string[] shapes) =>
        Shapes(true, caught => caught.Name.Length == 0 ? null : new Request.CheckSupplier(caught.Name, ""), shapes);

    private static IEnumerable<SentenceShape> Alternatives(params string[] shapes) =>
        Shapes(true, caught => new Request.FindAlternatives(caught.Name), shapes);

    private static IEnumerable<SentenceShape> ForPurpose(params string[] shapes) =>
        Shapes(true, caught => new Request.FindForPurpose(caught.Text("purpose")), shapes);

    private static IEnumerable<SentenceShape> Listed(RegisterFilter filter, params string[] shapes) =>
        Shapes(false, _ => new Request.ListRegister(filter), shapes);

    private static IEnumerable<SentenceShape> Reports(string verb, params string[] shapes) =>
        Shapes(false, caught => new Request.ReportOnSupplier(caught.Name, verb), shapes);

    private static IEnumerable<SentenceShape> Shapes(bool firm, Func<CaughtWords, Request?> read, params string[] shapes) =>
        shapes.Select(shape => new SentenceShape(SentencePattern.Of(shape), firm, caught => caught.IsNoName ? null : read(caught)));
}
