using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>What is listed can be given back.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Examples => [.. Cells.Examples];

    // One file per recipe; what extends it differs in few values.
    public static TheoryData<string> Recipes => ["wang2026-nanofibre", "wu2025-li-al", "wu2025-mono", "xu2024-li3incl6"];

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Setting_a_listed_value_to_itself_changes_nothing(string name)
    {
        string file = Cells.ExampleFile(name);
        CellReading reading = CellReader.Read(file);
        // The nanofibre file says thickness, loading and composition: given beside it, one of them makes another follow.
        string[] inPlay = ["cathode.thickness=", "cathode.loading=", "cathode.porosity="];
        foreach (string setting in Listed(reading).Where(setting => name != "wang2026-nanofibre" || !inPlay.Any(setting.StartsWith)))
        {
            CellReading again = CellReader.Read(file, setting);
            again.Problems.ShouldBeEmpty($"{name}: --set {setting}");
            Cells.ShouldBeTheSame(reading.Design!, again.Design!, $"{name}: --set {setting}");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Setting_all_listed_values_to_themselves_changes_nothing(string name)
    {
        string file = Cells.ExampleFile(name);
        CellReading reading = CellReader.Read(file);
        string[] all = [.. Listed(reading)];
        all.Length.ShouldBeGreaterThan(20);
        CellReading again = CellReader.Read(file, all);
        again.Problems.ShouldBeEmpty();
        Cells.ShouldBeTheSame(reading.Design!, again.Design!, name);
    }

    // Formulas, tables and what has an activation energy print more than a plain value.
    private static IEnumerable<string> Listed(CellReading reading)
    {
        foreach ((string path, ISetting setting) in reading.Description!.Settings())
        {
            if (path == "extends" || setting.Content is Property { Constant: null } or Property { Activation: not null }) continue;
            string shown = setting.Field.Show(setting.Content);
            if (setting.Content is string) shown = $"\"{shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
            yield return $"{path}={shown}";
        }
    }
}
