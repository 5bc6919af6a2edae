using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>A number of a cell file that can be varied: a quantity, a constant property, or a parameter of a formula.</summary>
/// <param name="Path">As for <c>--set</c>.</param>
/// <param name="Number">As written.</param>
/// <param name="Unit">The unit that was written.</param>
/// <param name="Si">The value in SI.</param>
/// <param name="PerNumber">What one more of <paramref name="Number"/> is in SI.</param>
public sealed record CellInput(string Path, double Number, string Unit, double Si, double PerNumber)
{
    private const string Inner = ".parameters.";

    // Where what acts on a cell stands; cut-offs, currents and what a source states are what is asked of it.
    private static readonly string[] Roots = ["cathode.", "anode.", "separator.", "pressure."];

    /// <summary>The value as it was written.</summary>
    public string Text => Unit.Length == 0 ? Quantity.Significant(Number, 6) : $"{Quantity.Significant(Number, 6)} {Unit}";

    /// <summary>Gives the number another value, as <c>path=value</c>.</summary>
    public string Override(double number) => $"{Path}={number.ToString("R", CultureInfo.InvariantCulture)} {Unit}";

    /// <summary>The number at a path; null where there is none.</summary>
    /// <param name="description">The cell.</param>
    /// <param name="path">The path.</param>
    public static CellInput? Find(Description description, string path)
    {
        int at = path.IndexOf(Inner, StringComparison.Ordinal);
        string field = at < 0 ? path : path[..at];
        foreach ((string each, ISetting setting) in description.Settings())
        {
            if (each != field) continue;
            return at >= 0 ? Parameters(each, setting).FirstOrDefault(parameter => parameter.Path == path) : Own(each, setting);
        }
        return null;
    }

    /// <summary>
    /// The numbers that may act on a cell and of which a share more or less can be thought: those of electrodes, separator and pressures but 0, voltages, curves of voltages, and what is completed from others.
    /// </summary>
    /// <param name="description">The cell.</param>
    public static IReadOnlyList<CellInput> All(Description description)
    {
        List<CellInput> inputs = [];
        foreach ((string path, ISetting setting) in description.Settings())
        {
            if (setting.Origin.Kind == OriginKind.Completed || !Array.Exists(Roots, root => path.StartsWith(root, StringComparison.Ordinal)) || IsVoltage(setting)) continue;
            if (Own(path, setting) is { } own) inputs.Add(own);
            inputs.AddRange(Parameters(path, setting));
        }
        // A path that several layers share names the first of them.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        inputs.RemoveAll(input => !seen.Add(input.Path) || input.Number == 0 || input.Path.Split('.')[^1].StartsWith("reference", StringComparison.Ordinal));
        return inputs;
    }

    private static CellInput? Own(string path, ISetting setting)
    {
        Quantity? quantity = setting.Content switch { Quantity own => own, Property property => property.Constant, Stoichiometry { Content: { } content } => new Quantity(content, Descriptions.Unit.One), _ => null };
        return quantity is { } found ? new CellInput(path, found.Number, found.Unit.Symbol, found.Si, found.Unit.DifferenceToSi(1)) : null;
    }

    private static IEnumerable<CellInput> Parameters(string path, ISetting setting) =>
        setting.Content is Property { Formula: { } formula } ? formula.Parameters.Select(parameter => new CellInput($"{path}{Inner}{parameter.Name}", parameter.Value, "", parameter.Value, 1)) : [];

    private static bool IsVoltage(ISetting setting) => setting.Content switch
    {
        Quantity quantity => quantity.Dimension == Measures.Voltage.Dimension,
        Property property => property.Measure.Dimension == Measures.Voltage.Dimension,
        _ => false,
    };
}
