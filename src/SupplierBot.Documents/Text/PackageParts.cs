using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace SupplierBot.Documents.Text;

/// <summary>
/// The parts of an Office file and what leads from one to another (Open Packaging Conventions). Written by hand because the library names
/// relationships at random and stamps every part with the time of day: here the same parts are the same bytes.
/// </summary>
internal sealed class PackageParts
{
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>The first day that a ZIP archive can name.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Path, string Type, byte[] Content)> parts = [];
    private readonly List<(string From, string Id, string Type, string Target)> relations = [];

    /// <param name="path">Without a slash in front: <c>word/document.xml</c>.</param>
    public void Add(string path, string contentType, byte[] content) => parts.Add((path, contentType, content));

    public void Add(string path, string contentType, string xml) =>
        Add(path, contentType, Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));

    /// <param name="from">The part it leads from; empty for the file itself.</param>
    /// <param name="target">As seen from the folder of that part.</param>
    /// <returns>Its id within that part.</returns>
    public string Relate(string from, string type, string target)
    {
        var id = $"rId{relations.Count(one => one.From == from) + 1}";
        relations.Add((from, id, type, target));
        return id;
    }

    public void Write(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Write(archive, "[Content_Types].xml", Xml(Types()));
        foreach (var from in relations.Select(one => one.From).Distinct())
            Write(archive, PathOf(from), Xml(RelationsOf(from)));
        foreach (var (path, _, content) in parts)
            Write(archive, path, content);
    }

    private XElement Types()
    {
        XNamespace types = ContentTypes;
        return new(
            types + "Types",
            new XElement(
                types + "Default",
                new XAttribute("Extension", "rels"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")
            ),
            parts.Select(part => new XElement(
                types + "Override",
                new XAttribute("PartName", $"/{part.Path}"),
                new XAttribute("ContentType", part.Type)
            ))
        );
    }

    private XElement RelationsOf(string from)
    {
        XNamespace names = Relations;
        return new(
            names + "Relationships",
            relations
                .Where(one => one.From == from)
                .Select(one => new XElement(
                    names + "Relationship",
                    new XAttribute("Id", one.Id),
                    new XAttribute("Type", one.Type),
                    new XAttribute("Target", one.Target)
                ))
        );
    }

    private static string PathOf(string from)
    {
        var slash = from.LastIndexOf('/') + 1;
        return $"{from[..slash]}_rels/{from[slash..]}.rels";
    }

    private static byte[] Xml(XElement root) =>
        Encoding.UTF8.GetBytes(
            $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{root.ToString(SaveOptions.DisableFormatting)}"""
        );

    private static void Write(ZipArchive archive, string path, byte[] content)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var part = entry.Open();
        part.Write(content);
    }
}
