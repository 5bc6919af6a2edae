namespace Interphase.Descriptions.Tests;

public sealed class PropertyFieldTests
{
    [Fact]
    public void A_property_is_a_number_a_formula_or_a_table()
    {
        Read("diffusivity: 1e-12 cm2/s", Bench.Diffusivity).Constant!.Value.Number.ShouldBe(1e-12);
        Read("openCircuit: { formula: 4 - y, of: y, unit: V }", Bench.OpenCircuit).Formula!.Evaluate(0.5).ShouldBe(3.5);
        Read("openCircuit: { table: [[0, 4], [0.5, 3.5], [1, 3]], of: y, unit: V }", Bench.OpenCircuit).Table.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("{ formula: 4000 - 1000*y, unit: mV }")]
    [InlineData("{ table: [[0, 4000], [1, 3000]], unit: mV }")]
    public void A_curve_is_in_SI_whatever_the_unit(string text)
    {
        Read($"openCircuit: {text}", Bench.OpenCircuit).TryCurve(out Curve? curve, out _).ShouldBeTrue();
        curve!.Value(0.5).ShouldBe(3.5, 1e-9);
    }

    [Fact]
    public void A_property_may_depend_on_two_variables() =>
        Read("diffusivity: { formula: 1e-12*exp(y)*T/300, of: [y, T], unit: cm2/s }", Bench.Diffusivity).Variables.ShouldBe(["y", "T"]);

    [Fact]
    public void An_activation_energy_holds_from_the_temperature_of_the_value()
    {
        Property property = Read("diffusivity: { value: 1e-12 cm2/s, at: 25 °C, activationEnergy: 0.3 eV }", Bench.Diffusivity);
        property.Activation!.ReferenceTemperature.ShouldBe(298.15, 1e-9);
        property.Activation.MolarEnergy.ShouldBe(0.3 * 1.602176634e-19 * 6.02214076e23, 1e-3);
    }

    [Theory]
    [InlineData("diffusivity: { value: 1e-12 cm2/s, activationEnergy: 0.3 eV }", "without the temperature")]
    [InlineData("diffusivity: { value: 1e-12 cm2/s, at: 25 °C, activationEnergy: 30 eV }", "30 eV")]
    [InlineData("diffusivity: { value: 1e-12 cm2/s, at: 1e200 °C, activationEnergy: 0.3 eV }", "`1e200 °C` beside an activation energy")]
    [InlineData("diffusivity: { value: 1e-12 cm2/s, at: \"-400 °C, pressed\", activationEnergy: 0.3 eV }", "`-400 °C` beside an activation energy")]
    [InlineData("diffusivity: { value: 1e-12 cm2/s, at: 10 kPa, activationEnergy: 0.3 eV }", "`10 kPa` beside an activation energy")]
    [InlineData("diffusivity: { value: 1e-12 cm2/s, at: 99 K, activationEnergy: 0.3 eV }", "`99 K` beside an activation energy")]
    [InlineData("openCircuit: { value: 3 V, at: 25 °C, activationEnergy: 0.3 eV }", "an activation energy")]
    [InlineData("openCircuit: { formula: 4 - y, value: 3 V, unit: V }", "value and formula")]
    [InlineData("openCircuit: { of: y, unit: V }", "no value")]
    [InlineData("openCircuit: { formula: 4 - y }", "no unit")]
    [InlineData("openCircuit: { formula: 4 - y, unit: S/cm }", "a conductivity")]
    [InlineData("openCircuit: { formula: 4 - y, unit: V, of: z }", "`z`")]
    [InlineData("diffusivity: { formula: 1e-12*y, unit: cm2/s, of: [y, y] }", "twice")]
    [InlineData("openCircuit: { formula: 4 - y, unit: V, range: [1, 0] }", "[1, 0]")]
    [InlineData("openCircuit: { formula: 4 - y, unit: V, range: [0, 2] }", "[0, 2]")]
    [InlineData("diffusivity: { formula: 1e-12*T/300, unit: cm2/s, of: T, range: [-1e308, 1e308] }", "[-1E+308, 1E+308]")]
    [InlineData("openCircuit: { formula: 4 - y, unit: V, range: 1 }", "`1`")]
    [InlineData("openCircuit: { formula: 4 - y, unit: V, range: [0, x] }", "`x` for a range")]
    [InlineData("openCircuit: { formula: 4 - y + log(y - 0.5), unit: V }", "no finite value at y = 0")]
    [InlineData("openCircuit: { formula: 3 + y, unit: V }", "rises")]
    [InlineData("openCircuit: { formula: 400 - y, unit: V }", "400 V at y = 0")]
    [InlineData("openCircuit: { table: [[0, 3], [1, 4]], unit: V }", "rises at y = 1")]
    [InlineData("openCircuit: { table: [[0, 4], [0, 3]], unit: V }", "after 0")]
    [InlineData("openCircuit: { table: [[0, 4]], unit: V }", "a list of 1")]
    [InlineData("openCircuit: { table: [[0, 4], [1]], unit: V }", "a list of 1")]
    [InlineData("openCircuit: { table: [[0, 4], [2, 3]], unit: V }", "`2`")]
    [InlineData("openCircuit: { formula: 4 - a*y, unit: V, parameters: { a: 1 V } }", "`1 V` for the parameter `a`")]
    public void What_is_no_property_is_told(string text, string found) => Bench.ProblemOf($"part: {{ {text} }}").Found.ShouldContain(found);

    [Fact]
    public void What_is_said_of_a_reference_temperature_names_what_may_stand_there() =>
        Bench.ProblemOf("part: { diffusivity: { value: 1e-12 cm2/s, at: 10 kPa, activationEnergy: 0.3 eV } }").ToString().ShouldEndWith("part.diffusivity.at: found `10 kPa` beside an activation energy; expected the temperature at which the property holds, between 100 K and 2000 K; write `at: \"25 °C\"` beside it");

    [Theory]
    [InlineData("4 - zz*y", 4)]
    [InlineData("\"4 - zz*y\"", 5)]
    [InlineData("'4 - zz*y'", 5)]
    [InlineData("\"4 - \\u007Az*y\"", 0)]
    public void A_fault_in_a_formula_is_told_at_its_character_of_the_file(string formula, int offset)
    {
        Problem problem = Bench.ProblemOf($"part:\n  openCircuit: {{ unit: V, formula: {formula} }}");
        (problem.Place.Line, problem.Place.Column).ShouldBe((2, 36 + offset));
    }

    [Fact]
    public void A_fault_in_a_definition_is_told_where_the_definition_stands() =>
        Bench.ProblemOf("part:\n  openCircuit:\n    formula: 4 - w\n    unit: V\n    where:\n      w: y + zz\n").Place.ShouldBe(new Place("cell.yaml", 6, 14));

    [Fact]
    public void A_formula_too_rough_and_long_for_its_budget_is_no_curve()
    {
        string rough = string.Concat(Enumerable.Range(1, 500).Select(i => $" + 1e-7*sin({i}e4*y)"));
        var formula = FormulaOf($"3 - y{rough}");
        Curve.TryTabulate(formula, 0, 1, out _, out CurveError? error).ShouldBeFalse();
        error!.Found.ShouldContain("still too rough");
    }

    [Fact]
    public void Definitions_cannot_multiply_a_formula_beyond_its_operations()
    {
        FormulaNames names = FormulaNames.Of("y");
        for (int i = 0; i < 20; i++) names = names.Where($"w{i}", string.Join("+", Enumerable.Range(0, 900).Select(k => $"sin({1000 * i + k}*y)")) + (i > 0 ? $"+w{i - 1}" : ""));
        Formula.TryParse("w19", names, out _, out FormulaError? error).ShouldBeFalse();
        error!.Expected.ShouldContain("at most 10000");
    }

    private static Formula FormulaOf(string text) => Formula.TryParse(text, FormulaNames.Of("y"), out Formula? formula, out FormulaError? error) ? formula : throw new FormatException(error.ToString());

    private static Property Read(string text, PropertyField field)
    {
        using var bench = new Bench();
        return bench.Sound($"part: {{ {text} }}").Within("part")!.Get(field)!.Value;
    }
}
