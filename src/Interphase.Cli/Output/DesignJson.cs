using System.Text.Json.Nodes;
using Interphase.Cells;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>The document of <c>interphase check --json</c>.</summary>
internal static class DesignJson
{
    private static readonly double[] Rates = [0.05, 0.1, 0.2, 0.5, 1, 2, 5];

    public static JsonNode Of(CellReading reading)
    {
        var document = new JsonObject { ["file"] = reading.File };
        if (reading.Design is { } design) Add(document, design);
        document["values"] = reading.Description is null || reading.Design is null ? new JsonArray() : new JsonArray([.. reading.Description.Settings().Select(value => ValueJson.Of(value.Path, value.Setting))]);
        document["remarks"] = reading.Design is null ? new JsonArray() : new JsonArray([.. reading.Design.Remarks.Select(remark => (JsonNode)JsonText.Of(remark))]);
        document["problems"] = JsonText.Problems(reading.Problems);
        return document;
    }

    private static void Add(JsonObject document, CellDesign design)
    {
        document["name"] = design.Name;
        document["area"] = JsonText.Scalar(design.Area, Measures.Area);
        document["temperature"] = JsonText.Scalar(design.Temperature, Measures.Temperature);
        document["areal"] = new JsonObject
        {
            ["loading"] = JsonText.Scalar(design.Cathode?.Loading ?? Derived.None("the cathode is no composite"), Measures.ArealMass),
            ["capacity"] = JsonText.Scalar(design.ArealCapacity, Measures.ArealCapacity),
            ["basis"] = design.Stated is { ArealCapacity.Exists: true } ? "stated capacity" : "nominal capacity",
            ["anodeCapacity"] = JsonText.Scalar(design.AnodeCapacity, Measures.ArealCapacity),
        };
        document["nominal"] = Column(design.Nominal);
        document["stated"] = design.Stated is null ? null : Column(design.Stated);
        document["cathode"] = Electrode(design.Cathode, design.CathodeFoil);
        document["anode"] = Electrode(design.Anode, design.AnodeFoil);
        document["anode"]!["nominalPotential"] = JsonText.Scalar(design.AnodePotential, Measures.Voltage);
        document["separator"] = new JsonObject
        {
            ["units"] = new JsonObject { ["thickness"] = "um", ["mass"] = "mg/cm2" },
            ["layers"] = new JsonArray([.. design.Separator.Select(layer => (JsonNode)new JsonObject
            {
                ["material"] = layer.Material,
                ["thickness"] = JsonText.Rounded(Measures.Length.Display.FromSi(layer.Thickness)),
                ["porosity"] = JsonText.Rounded(layer.Porosity),
                ["mass"] = JsonText.Bare(layer.ArealMass, Measures.ArealMass.Display),
            })]),
        };
        document["cutoffs"] = new JsonObject(design.Cutoffs.Select(cutoff => KeyValuePair.Create(cutoff.Name, (JsonNode?)Cutoff(cutoff))));
        document["currents"] = new JsonObject
        {
            ["oneC"] = JsonText.Scalar(design.OneC, Measures.CurrentDensity),
            ["units"] = new JsonObject { ["currentDensity"] = "mA/cm2", ["current"] = "mA" },
            ["rates"] = design.OneC.Exists
                ? new JsonArray([.. Rates.Select(rate => (JsonNode)new JsonObject
                {
                    ["rate"] = rate,
                    ["currentDensity"] = JsonText.Rounded(Measures.CurrentDensity.Display.FromSi(rate * design.OneC.Value.Value)),
                    ["current"] = JsonText.Rounded(Measures.Current.Display.FromSi(rate * design.OneC.Value.Value * design.Area)),
                })])
                : new JsonArray(),
        };
    }

    private static JsonObject Cutoff(CutoffDesign cutoff)
    {
        var json = new JsonObject
        {
            ["written"] = cutoff.Written.ToString(),
            ["units"] = new JsonObject { ["terminal"] = "V", ["cathode"] = "V" },
            ["terminal"] = JsonText.Rounded(cutoff.Terminal),
            ["cathode"] = JsonText.Bare(cutoff.Cathode, Measures.Voltage.Display),
            ["endsOn"] = cutoff.IsCathode ? "cathode" : "terminals",
        };
        if (!cutoff.Cathode.Exists) json["reason"] = cutoff.Cathode.Reason;
        return json;
    }

    private static JsonObject Column(DesignColumn column) => new()
    {
        ["capacity"] = JsonText.Scalar(column.Capacity, Measures.SpecificCapacity),
        ["arealCapacity"] = JsonText.Scalar(column.ArealCapacity, Measures.ArealCapacity),
        ["meanVoltage"] = JsonText.Scalar(column.MeanVoltage, Measures.Voltage),
        ["meanPotential"] = JsonText.Scalar(column.MeanPotential, Measures.Voltage),
        ["nOverP"] = column.NegativeToPositive.Exists ? JsonText.Rounded(column.NegativeToPositive.Value.Value) : null,
        ["nOverPReason"] = column.NegativeToPositive.Reason,
        ["units"] = new JsonObject { ["specificEnergy"] = "Wh/kg", ["energyDensity"] = "Wh/L", ["impliedMeanVoltage"] = "V" },
        ["specificEnergy"] = Rows(column, perVolume: false),
        ["energyDensity"] = Rows(column, perVolume: true),
    };

    private static JsonArray Rows(DesignColumn column, bool perVolume) =>
    [
        .. column.Energies.Where(row => row.PerVolume == perVolume).Select(row =>
        {
            var json = new JsonObject
            {
                ["basis"] = row.Basis,
                ["value"] = JsonText.Bare(row.Value, (perVolume ? Measures.EnergyDensity : Measures.SpecificEnergy).Display),
                ["dividedBy"] = row.Divisor,
            };
            if (!row.Value.Exists) json["reason"] = row.Value.Reason;
            if (row.ImpliedMeanVoltage is { } implied) json["impliedMeanVoltage"] = JsonText.Bare(implied, Measures.Voltage.Display);
            if (row.Remark is { } remark) json["remark"] = remark;
            return (JsonNode)json;
        }),
    ];

    private static JsonObject Electrode(CompositeDesign? composite, FoilDesign? foil)
    {
        if (composite is not null)
        {
            var made = new JsonObject
            {
                ["kind"] = "composite",
                ["thickness"] = JsonText.Scalar(composite.Thickness, Measures.Length),
                ["porosity"] = JsonText.Rounded(composite.Porosity),
                ["arealMass"] = JsonText.Scalar(composite.ArealMass, Measures.ArealMass),
                ["units"] = new JsonObject { ["mass"] = "mg/cm2" },
                ["components"] = new JsonArray([.. composite.Components.Select(component => (JsonNode)new JsonObject
                {
                    ["role"] = component.Role,
                    ["material"] = component.Material,
                    ["volumeFraction"] = JsonText.Rounded(component.VolumeFraction),
                    ["massFraction"] = component.MassFraction.Exists ? JsonText.Rounded(component.MassFraction.Value.Value) : null,
                    ["mass"] = JsonText.Bare(component.ArealMass, Measures.ArealMass.Display),
                })]),
                ["figures"] = new JsonObject
                {
                    ["areaActiveElectrolyte"] = Figure(composite.AreaActiveElectrolyte, Measures.VolumetricArea),
                    ["areaCarbonElectrolyte"] = Figure(composite.AreaCarbonElectrolyte, Measures.VolumetricArea),
                    ["areaActiveCarbon"] = Figure(composite.AreaActiveCarbon, Measures.VolumetricArea),
                    ["triplePhaseLength"] = Figure(composite.TriplePhaseLength, Measures.VolumetricLength),
                    ["utilisation"] = Figure(composite.Utilisation, Measures.Number),
                },
            };
            if (composite.Structure is { } structure)
                made["structure"] = new JsonObject { ["file"] = composite.StructurePath, ["origin"] = structure.From, ["closedForms"] = ComparisonTables.Json(composite.Comparison) };
            return made;
        }
        if (foil is null) return new JsonObject { ["kind"] = "ideal" };
        return new JsonObject
        {
            ["kind"] = "foil",
            ["material"] = foil.Material,
            ["thickness"] = JsonText.Scalar(foil.Thickness, Measures.Length),
            ["arealMass"] = JsonText.Scalar(foil.ArealMass, Measures.ArealMass),
            ["remaining"] = JsonText.Scalar(foil.Remaining, Measures.ArealCapacity),
            ["held"] = JsonText.Scalar(foil.Held, Measures.ArealCapacity),
        };
    }

    private static JsonObject Figure(CompositeFigure figure, Measure measure)
    {
        JsonObject told = JsonText.Scalar(figure.Value, measure);
        told["error"] = JsonText.Finite(figure.Error);
        told["origin"] = figure.Origin switch { FigureOrigin.Given => "given", FigureOrigin.Structure => "structure", _ => "closedForm" };
        told["from"] = figure.From;
        told["isEstimate"] = figure.IsEstimate;
        return told;
    }
}
