namespace Interphase.Descriptions.Tests;

/// <summary>A small vocabulary with every kind of field, a library of three materials, and a folder of files.</summary>
internal sealed class Bench : IDisposable
{
    public static readonly TextField Name = new("name", "A name.");
    public static readonly TextField Extends = new("extends", "A parent.");
    public static readonly QuantityField Thickness = new("thickness", Measures.Length, "1 um", "1000 um", "A thickness.");
    public static readonly QuantityField Temperature = new("temperature", Measures.Temperature, "-100 °C", "300 °C", "A temperature.");
    public static readonly QuantityField Share = new QuantityField("share", Measures.MassShare, "0 wt%", "100 wt%", "A share.").Or(Measures.VolumeShare, "0 vol%", "100 vol%");
    public static readonly PotentialField Cutoff = new("cutoff", "A cut-off.");
    public static readonly ChoiceField Kind = new("kind", "A kind.", "powder", "pellet", "film");
    public static readonly FlagField Ideal = new("ideal", "Whether it is ideal.");
    public static readonly TextListField Tags = new("tags", "Tags.", ["dry", "wet"]);
    public static readonly TextField Material = new("material", "A material.");
    public static readonly QuantityField Density = new("density", Measures.Density, "0.1 g/cm3", "25 g/cm3", "A density.");
    public static readonly ChemicalFormulaField Formula = new("formula", "A formula.");
    public static readonly PropertyField OpenCircuit = new("openCircuit", Measures.Voltage, "-2 V", "8 V", "A potential.", "y") { MustFall = true };
    public static readonly PropertyField Diffusivity = new("diffusivity", Measures.Diffusivity, "1e-22 cm2/s", "1e-2 cm2/s", "A diffusivity.", "y", "T") { MayBeActivated = true };

    private static readonly Section Active = new("active", "An active material.") { Fields = [Density, Formula, OpenCircuit, Diffusivity] };

    public static readonly Vocabulary Vocabulary = Vocabulary.From(
    [
        new("", new Section("", "All.")
        {
            Fields = [Name, Extends, Thickness, Temperature, Cutoff, Kind, Ideal, Tags],
            Sections =
            [
                new("part", "A part.") { Fields = [Material, Share], Shorthand = Material, Library = Active },
                new("layer", "A layer.") { Fields = [Material, Thickness], Shorthand = Material, IsRepeated = true },
                new("frame", "A frame.") { Fields = [Thickness] },
            ],
        }),
    ]);

    private readonly string folder = Directory.CreateTempSubdirectory("interphase-").FullName;

    public Problems Problems { get; } = [];

    public string this[string name] => Path.Combine(folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public Description? Read(string text, params string[] overrides)
    {
        Override[] given = [.. overrides.Select(each => Override.TryParse(each, Problems, out Override parsed) ? parsed : throw new ArgumentException(each))];
        return new DescriptionReader(Vocabulary, new Library()).ReadText(text, "cell.yaml", folder, given, Problems);
    }

    /// <summary>The description of a text without problems.</summary>
    public Description Sound(string text, params string[] overrides)
    {
        Description? description = Read(text, overrides);
        Problems.ShouldBeEmpty();
        return description!;
    }

    /// <summary>The only problem of a text.</summary>
    public static Problem ProblemOf(string text, params string[] overrides)
    {
        using var bench = new Bench();
        bench.Read(text, overrides);
        return bench.Problems.ShouldHaveSingleItem();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class Library : ITemplates
    {
        private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase)
        {
            ["oxide"] = "density: { value: 5 g/cm3, source: handbook }\nopenCircuit: { formula: \"a - stretch*y\", parameters: { a: 4.4, stretch: 1 }, of: y, unit: V, source: paper }\ndiffusivity: 1e-12 cm2/s\n",
            ["phosphate"] = "density: 3.6 g/cm3\nopenCircuit: 3.4 V\n",
        };

        public MapNode? Find(string name, Section section, Place place, string path, Problems problems)
        {
            string known = name == "LCO" ? "oxide" : name;
            if (!Texts.TryGetValue(known, out string? text))
            {
                problems.Add(place, path, Quoted.Of(name), "a material");
                return null;
            }
            var map = (MapNode)YamlReader.ReadText(text, $"library/{known}.yaml", problems)!;
            return map with { Entries = map.Entries.Insert(0, new MapEntry("material", map.Place, new ScalarNode(map.Place, known))) };
        }
    }
}
