using System.Text;
using System.Text.RegularExpressions;

namespace Interphase.Cells.Tests;

/// <summary>Spoils a cell file the way people, editors and attackers do; the same seed gives the same file.</summary>
internal sealed partial class Mutator(int seed)
{
    private static readonly string[] Units = ["um", "mm", "mg/cm2", "cm2", "MPa", "°C", "K", "wt%", "vol%", "%", "V", "V vs Li", "mA/g", "mAh/cm2", "g/cm3", "", "C", "m^-3", "Wh/L", "nm", "km"];
    private static readonly string[] Numbers =
        ["1e999", "-1e308", "1e-320", "0", "-0", "NaN", "Infinity", ".inf", "-.inf", "1e-300", "99999999999999999999", "0x10", "1,5", "10^-400", "1.7976931348623157e308", "٣", "−5", "1e", "1_000", "4.9e-324"];
    private static readonly string[] Strange =
        ["\0", "\u001b[31m", "\u2028", "\u202e", "\ufeff", "\ud83d", "\u0085", "\t", "é́́", "𝟙", "\u00a0", "\r", "%", "`", "@", "&a", "*a", "!!int ", "? ", "|", ">", "{", "}", "[", "]", "'", "\"", "#", ": ", "- ", "<<: ", "~", "null", "---\n", "...\n", "\\x", "%YAML 99999999999.1\n", "\"\\U0011FFFF\"", "|99\n", "!<a b> ", "!e!x "];
    private readonly Random random = new(seed);

    /// <summary>The bytes of a spoilt file.</summary>
    public byte[] Spoil(string text)
    {
        int times = 1 + random.Next(random.Next(4) == 0 ? 12 : 3);
        for (int i = 0; i < times; i++) text = Once(text);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(12) == 0)
            for (int i = random.Next(1, 6); i > 0 && bytes.Length > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private string Once(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = random.Next(lines.Count), other = random.Next(lines.Count);
        switch (random.Next(17))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                return Replaced(text, Number(), match => $"{match}e{random.Next(-12, 13)}");
            case 4:
                return Replaced(text, Number(), _ => Pick(Numbers));
            case 5:
                return Replaced(text, NumberWithUnit(), match => $"{match.Split(' ')[0]} {Pick(Units)}");
            case 6:
                return Replaced(text, Key(), _ => $"{Pick([.. Key().Matches(text).Select(match => match.Value.TrimEnd(':')), "x"])}:");
            case 7:
                return text[..random.Next(text.Length + 1)];
            case 8:
                return text.Insert(random.Next(text.Length + 1), Pick(Strange));
            case 9:
                lines[at] = new string(' ', random.Next(6)) + lines[at].TrimStart();
                break;
            case 10:
                return Replaced(text, Value(), match => $": {{ value: {match[2..].Split('#')[0].Trim()} }}");
            case 11:
                return Replaced(text, Value(), _ => Pick([": [1, 2]", ": {}", ": []", ": ", ": { value: { value: 1 um } }", ": !!str 1", ": \"\"", ": ''", ": [[1]]", ": yes", ": { formula: 1/y, of: y, unit: V }", ": { table: [[0, 4], [1, 3]], of: y, unit: V }", ": { note: x }"]));
            case 12:
                lines[at] = string.Concat(Enumerable.Repeat(Pick(["[", "{a: ", "- ", "? ", "'"]), random.Next(1, 60))) + lines[at];
                break;
            case 13:
                lines[at] += new string(Pick(["x", "9", " ", "é"])[0], random.Next(1, 5_000));
                break;
            case 14:
                lines.Insert(at, Pick(["ideal: true", "  ideal: true", "  porosity: 0.95", "area: 1e-6 cm2", "area: 1e6 cm2", "diameter: 10 um", "  loading: 1e-4 mg/cm2", "  loading: 10000 mg/cm2", "  thickness: 0.01 um", "  foil: Li-In", "  foil: { material: lithium, thickness: 0.01 um }", "    share: 1e-320 vol%", "    share: 0 wt%", "initial: 0", "initial: 1", "initial: { cathode: 0.5, anode: 1 }", "    density: 0.1 g/cm3", "    openCircuit: 3 V", "    insertableLithium: 0.01"]));
                break;
            case 15:
                return Replaced(text, Material(), _ => $": {Pick(["NMC83", "LiCoO2", "Li6PS5Cl", "Li4Ti5O12", "carbon nanofibres", "LiNbO3", "Li2RuO3", "Li-In", "PTFE", "lithium", "nothing"])}");
            default:
                return Replaced(text, Word(), match => match.Length > 2 ? match.Remove(random.Next(match.Length), 1) : match + match);
        }
        return string.Join('\n', lines);
    }

    private string Replaced(string text, Regex pattern, Func<string, string> with)
    {
        MatchCollection matches = pattern.Matches(text);
        if (matches.Count == 0) return text;
        Match match = matches[random.Next(matches.Count)];
        return string.Concat(text.AsSpan(0, match.Index), with(match.Value), text.AsSpan(match.Index + match.Length));
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\d+(\.\d+)? [A-Za-z°%/0-9]+")]
    private static partial Regex NumberWithUnit();

    [GeneratedRegex(@"\b[A-Za-z]+:")]
    private static partial Regex Key();

    [GeneratedRegex(@": [^\n]+")]
    private static partial Regex Value();

    [GeneratedRegex(@": (NMC83|LiCoO2|Li6PS5Cl|Li4Ti5O12|Li2RuO3|carbon nanofibres)")]
    private static partial Regex Material();

    [GeneratedRegex(@"[A-Za-z]{2,}")]
    private static partial Regex Word();
}
