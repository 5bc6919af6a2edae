using System.Globalization;
using System.Text.Json.Nodes;
using Interphase.Bench;
using Interphase.Cells;
using Interphase.Charts;
using Interphase.Descriptions;
using Interphase.Materials;

// Usage: dotnet run -c Release --project bench/Interphase.Bench [PUBLISHED-INTERPHASE]
// Run from the repository's root; prints medians, multiples of the yardstick, and ratios to bench/baseline.json.
const string Example = "examples/wang2026-nanofibre.yaml";
(double? yard, string from) = Yardstick.Measure();
Console.WriteLine(yard is { } y ? $"yardstick Y = {y * 1e3:0.0} ms ({from})" : $"no yardstick: {from}; ratios to the baseline are left out");

var cells = new CellWork();
Property open = MaterialLibrary.BuiltIn().Find("NCM811", new Problems())!.Description.Get(MaterialFields.OpenCircuit)!.Value;
open.TryCurve(out Curve? curve, out _);
double[] places = [.. Enumerable.Range(0, 10_000).Select(i => 0.1 + 0.9 * (i * 0.6180339887498949 % 1))], values = new double[places.Length], slopes = new double[places.Length];
double[] x = [.. Enumerable.Range(0, 100_000).Select(i => i * 1e-3)], waves = [.. x.Select(Math.Sin)];
var chart = new Chart("", new Axis("time", "s"), new Axis("voltage", "V"), [new LineSeries("signal", x, waves)]);

var work = new (string Name, double Per, string Unit, Action Call)[]
{
    ("read and derive a cell file", 1, "", () => Sound(CellReader.Read(Example).Design is not null)),
    ("tabulate an open-circuit formula", 1, "", () => Sound(open.TryCurve(out _, out _))),
    ("evaluate a curve with its slope, random places", places.Length, " per place", () => curve!.Evaluate(places, values, slopes)),
    ("evaluate the formula itself", places.Length, " per place", () => { foreach (double place in places) values[0] += open.Formula!.Evaluate(place); }),
    ("discharge at 1C, warm", 1, "", cells.Discharge),
    ("discharge at 1C, collapsing diffusivity", 1, "", cells.CollapsingDischarge),
    ("1,000 discharges of different cells, 2 threads", 1, "", () => cells.ManyDischarges(1000, 2)),
    ("impedance, 70 frequencies", 1, "", CellWork.Spectrum()),
    ("window of Li6PS5Cl", 1, "", ThermodynamicsWork.Window),
    ("NCM811 with Li6PS5Cl, all kinks", 1, "", ThermodynamicsWork.LargePair),
    ("LiCoO2 with Li6PS5Cl, all voltages", 1, "", ThermodynamicsWork.Sweep),
    ("draw 100,000 points", 1, "", () => Sound(SvgRenderer.Render(chart, Theme.Light).Length > 0)),
};
JsonObject? baseline = File.Exists("bench/baseline.json") ? (JsonObject)JsonNode.Parse(File.ReadAllText("bench/baseline.json"))! : null;
foreach ((string name, double per, string unit, Action call) in work) Print(name, Measurement.Median(call) / per, unit);
if (ThermodynamicsWork.ReferencePairs() is { } pairs) Print("reference pairs, all kinks", Measurement.Median(pairs), "");
if (ThermodynamicsWork.AllCompositions(2) is { } hulls)
{
    Print("85,014 decomposition energies, 2 threads", hulls.Seconds, "");
    Console.WriteLine(hulls.Errors);
}
Interphase.Microstructure.VoxelImage small = MicrostructureWork.Spheres(200), large = MicrostructureWork.Spheres(300);
Print("effective conductivity to 1e-3, 200^3, 2 threads", Measurement.Long(() => MicrostructureWork.Conduct(small, 2), 5), "");
Print("all other measures, 200^3, 2 threads", Measurement.Long(() => MicrostructureWork.Measure(small, 2), 5), "");
Print("effective conductivity to 1e-3, 300^3, 2 threads", Measurement.Long(() => MicrostructureWork.Conduct(large, 2), 3), "");
(double voltage, double end) = cells.Error();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"error of the discharge: largest {voltage * 1e3:0.000} mV from 5 s on, end {end:0.000} s"));
foreach (int refine in (ReadOnlySpan<int>)[1, 2, 4, 8]) Print($"discharge at 1C, refine {refine}", Measurement.Median(CellWork.Refined(refine)), "");
foreach (int count in (ReadOnlySpan<int>)[100, 1000])
{
    (double seconds, double bytes) = CellWork.Cycles(count);
    Print($"{count} cycles of discharge, charge, hold", seconds, "");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    memory grows by {bytes:0} bytes a cycle"));
}
var ageing = new AgeingWork();
(double aged, double retention) = ageing.Cycles();
Print("1,000 cycles, every mechanism", aged, "");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    of the first capacity {100 * retention:0.0} % are left"));
(double jumped, double kept) = ageing.Cycles("0.3 %");
Print("the same, jumping over cycles at 0.3 %", jumped, "");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    retention off by {100 * (kept - retention):0.000} points"));
(Action with, Action without) = AgeingWork.Overhead();
(double alone, double together) = (Measurement.Median(without), Measurement.Median(with));
Print("a charge and a discharge, every mechanism", together, "");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {100 * (together / alone - 1):0} % more than without them"));
Print("1,000 cycles, losses of 20 by cause, 2 threads", ageing.Losses(2), "");
Print("retention at cycle 500 by 20 inputs, 2 threads", ageing.Sensitivities(2), "");
if (args is [string published])
{
    Print("whole process: interphase --version", Measurement.MedianProcess(published, "--version"), "");
    Print("whole process: interphase check, published", Measurement.MedianProcess(published, "check", Example), "");
    Print("whole process: interphase react, published", Measurement.MedianProcess(published, "react", "LiCoO2", "Li6PS5Cl"), "");
    string folder = Directory.CreateTempSubdirectory("interphase-bench-").FullName;
    Print("whole process: interphase run, published", Measurement.MedianProcess(published, "run", "examples/reference/assb-1C.yaml", "--out", folder), "");
    Directory.Delete(folder, recursive: true);
}

void Print(string name, double? seconds, string unit)
{
    if (seconds is not { } median)
    {
        Console.WriteLine($"{name,-50} failed");
        return;
    }
    string yards = yard is { } one ? $"{median / one,12:0.000e+0} Y" : "";
    double? before = baseline?[name]?.GetValue<double>();
    string ratio = yard is { } unitOfWork && before is { } once ? $"   {median / unitOfWork / once,6:0.00} x baseline" : "";
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-50} {Time(median),10}{unit,-10}{yards}{ratio}"));
}

static string Time(double seconds) => seconds < 1e-6 ? $"{seconds * 1e9:0.0} ns" : seconds < 1e-3 ? $"{seconds * 1e6:0.0} us" : $"{seconds * 1e3:0.00} ms";

static void Sound(bool sound)
{
    if (!sound) throw new InvalidOperationException("the work to be measured went wrong");
}
