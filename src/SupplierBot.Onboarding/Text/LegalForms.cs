using System.Collections.Frozen;

namespace SupplierBot.Onboarding.Text;

/// <summary>
/// What kind of company a name says it is: of many countries, dotted or not, before or behind the name. A guess goes by the name without
/// it.
/// </summary>
internal static class LegalForms
{
    /// <summary>"S. à r. l." comes in four pieces.</summary>
    private const int MostPieces = 4;

    private static readonly string[] Behind = Words(
        """
        inc incorporated corp corporation co company llc lllp llp lp ltd limited plc pllc pbc pc cic ltda
        limitada eireli gmbh ggmbh mbh ag ug haftungsbeschränkt kg kgaa ohg gbr ev eg ek se sce sa sas sasu
        sarl sàrl eurl sci scs snc sca sprl srl srls spa sapa scarl soc asbl scrl bv bvba nv vof cv vzw ab
        aktiebolag hb as asa ans aps ivs oy oyj ky tmi hf ehf sl slu slne sau sc scp cb lda unipessoal
        sapidecv sadecv srldecv sapib decv spzoo spolkazoo spk spj sro spolsro as doo dooel dd jdoo ood eood
        ad ead kft zrt nyrt bt rt srl oü as sia uab ooo oao zao pao ao ооо оао зао пао ао тов ип epe ae ike
        επε αε ικε as aş şti ltdşti tic san pty ptyltd proprietary pte pteltd pvt pvtltd private sdn bhd
        sdnbhd berhad tbk jsc cjsc ojsc pjsc fze fzco fzllc wll kk gk yk opco holdco holding holdings group
        intl international limitedcompany بم שבעמ בעמ จำกัด มหาชน प्राइवेट लिमिटेड
        """
    );

    private static readonly string[] Before = Words(
        """
        the pt ooo oao zao pao ооо оао зао пао тов uab sia บริษัท שבע
        """
    );

    /// <summary>Written without a space beside the name.</summary>
    private static readonly string[] Attached = Words(
        """
        株式会社 有限会社 合同会社 合資会社 股份有限公司 有限责任公司 有限責任公司 有限公司 集团 集團 公司 주식회사 유한회사
        """
    );

    private static readonly string[] Joining = ["and", "und", "et", "en", "og", "och", "e", "y"];

    private static readonly FrozenSet<string> FoldedBehind = Folded(Behind);
    private static readonly FrozenSet<string> FoldedBefore = Folded(Before);
    private static readonly FrozenSet<string> FoldedJoining = Folded(Joining);
    private static readonly string[] FoldedAttached = [.. Folded(Attached)];

    /// <summary>The pieces of the name alone; at least one is left.</summary>
    /// <param name="pieces">Folded as a guess folds them.</param>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> pieces)
    {
        var (from, to) = (0, pieces.Count);
        for (var taken = 1; taken > 0; to -= taken)
            taken = FormBefore(pieces, from, to);
        while (to - from > 1 && FoldedBefore.Contains(pieces[from]))
            from++;
        var left = pieces.Take(to).Skip(from).ToList();
        if (left.Count > 2)
            left = [left[0], .. left.Skip(1).Where((piece, at) => at == left.Count - 2 || !FoldedJoining.Contains(piece))];
        return left;
    }

    /// <summary>How many of the last pieces are one form; the longest counts.</summary>
    private static int FormBefore(IReadOnlyList<string> pieces, int from, int to)
    {
        for (var count = Math.Min(MostPieces, to - from - 1); count > 0; count--)
        {
            if (FoldedBehind.Contains(string.Concat(pieces.Skip(to - count).Take(count))))
                return count;
        }
        return 0;
    }

    /// <summary>The name without forms that are written into it; something is left.</summary>
    public static string Detached(string joined)
    {
        var left = joined;
        for (var shorter = Once(left); shorter != left; shorter = Once(left))
            left = shorter;
        return left;

        static string Once(string text)
        {
            foreach (var form in FoldedAttached)
            {
                if (text.Length <= form.Length)
                    continue;
                if (text.StartsWith(form, StringComparison.Ordinal))
                    return text[form.Length..];
                if (text.EndsWith(form, StringComparison.Ordinal))
                    return text[..^form.Length];
            }
            return text;
        }
    }

    /// <summary>More than two hundred forms, readable at a glance.</summary>
    private static string[] Words(string table) => table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Folded(string[] forms) =>
        [.. forms.SelectMany(form => Enum.GetValues<LetterShape>().Select(shape => SupplierNames.Skeleton(form, shape)))];
}
