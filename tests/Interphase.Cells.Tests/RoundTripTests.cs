using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>What is listed can be given back.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Examples => [.. Cells.Examples];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Setting_a_listed_value_to_itself_changes_nothing(string name)
    {
        string file = Cells.ExampleFile(name);
        CellReading reading = CellReader.Read(file);
        foreach ((string path, ISetting setting) in reading.Description!.Settings())
        {
            if (path is "extends" || setting.Content is Property { Constant: null } or Property { Activation: not null }) continue;
            string shown = setting.Field.Show(setting.Content);
            if (setting.Content is string) shown = $"\"{shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
            CellReading again = CellReader.Read(file, $"{path}={shown}");
            again.Problems.ShouldBeEmpty($"{name}: --set {path}={shown}");
            Cells.ShouldBeTheSame(reading.Design!, again.Design!, $"{name}: --set {path}={shown}");
        }
    }
}
