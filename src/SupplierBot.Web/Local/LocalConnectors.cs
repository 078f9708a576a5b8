namespace SupplierBot.Web.Local;

/// <summary>Who may send in local mode.</summary>
internal sealed record LocalConnectors(IReadOnlyList<Uri> Allowed);
