using Interphase.Numerics;

namespace Interphase.Descriptions.Tests.Formulas;

public class FormulaGrammarTests
{
    private static readonly FormulaNames Y = FormulaNames.Of("y");

    [Theory]
    [InlineData("-2**2", -4)]
    [InlineData("2**-1", 0.5)]
    [InlineData("2**3**2", 512)]
    [InlineData("2^3^2", 512)]
    [InlineData("-2**-2", -0.25)]
    [InlineData("(-2)**2", 4)]
    [InlineData("2*-3", -6)]
    [InlineData("8/4/2", 1)]
    [InlineData("8/4*2", 4)]
    [InlineData("1 - 2 - 3", -4)]
    [InlineData("2 + 3*4**2/8", 8)]
    [InlineData("--3", 3)]
    [InlineData("+3", 3)]
    [InlineData("2**+2", 4)]
    [InlineData(".5 + 5. + 1e-6*1E6", 6.5)]
    [InlineData("-y**2", -9)]
    [InlineData("2*y**2*3", 54)]
    [InlineData("1/y/3", 1.0 / 9)]
    [InlineData("max(1, y, 2)", 3)]
    [InlineData("min(4, y)", 3)]
    [InlineData("pow(y, 2)", 9)]
    [InlineData("heaviside(y) + heaviside(0) + heaviside(-y) + sign(-y)", 0.5)]
    [InlineData("log(exp(2)) + ln(exp(1)) + log10(1000)", 6)]
    [InlineData("cos(pi)", -1)]
    [InlineData("abs(-y) + cbrt(-27)", 0)]
    [InlineData("atan(1)*4/pi", 1)]
    [InlineData("erf(0.5)", 0.52049987781304653768)]
    [InlineData("erf(-3)", -0.99997790950300141456)]
    [InlineData("1 +\n\t2", 3)]
    public void Precedence_and_functions_are_those_of_Python(string text, double expected) =>
        FormulaDerivativeTests.Parsed(text, Y).Evaluate(3).ShouldBe(expected, 1e-14);

    [Fact]
    public void Definitions_see_variables_parameters_and_earlier_definitions()
    {
        FormulaNames names = Y.With("stretch", 1.1).Where("u", "1 - (1 - y)/stretch").Where("v", "u^2");
        FormulaDerivativeTests.Parsed("v - u", names).Evaluate(0.45).ShouldBe(0.25 - 0.5, 1e-15);
    }

    [Fact]
    public void A_definition_that_doubles_itself_two_hundred_times_stays_small()
    {
        FormulaNames names = Y.Where("u0", "y + y");
        for (int i = 1; i < 200; i++)
            names = names.Where($"u{i}", $"u{i - 1} + u{i - 1}");
        FormulaDerivativeTests.Parsed("u199", names).Evaluate(1).ShouldBe(Math.Pow(2, 200));
    }

    [Fact]
    public void Parameters_are_listed_and_may_be_changed_or_fixed()
    {
        Formula formula = FormulaDerivativeTests.Parsed("a*y + b", Y.With("a", 2).With("b", 3).With("c", 4));
        formula.Parameters.Select(parameter => parameter.Name).ShouldBe(["a", "b", "c"]);
        formula.DependsOn("a").ShouldBeTrue();
        formula.DependsOn("c").ShouldBeFalse();
        formula.DependsOn("d").ShouldBeFalse();
        formula.With("b", 5).Evaluate(1).ShouldBe(7);
        formula.Evaluate<Real>([new(1)], [new(10), new(20), new(0)]).Value.ShouldBe(30);
        formula.Fix("a", 7).Parameters.Count.ShouldBe(2);
        Should.Throw<ArgumentException>(() => formula.Fix("d", 1));
    }

    [Fact]
    public void A_fault_is_found_with_its_edge_and_its_reason()
    {
        Formula formula = FormulaDerivativeTests.Parsed("log(0.25 - y)", Y);
        FormulaFault fault = formula.FirstFault(0, 1)!;
        fault.At.ShouldBe(0.25, 1e-15);
        fault.Reason.ShouldBe("log of 0 is infinite");
        formula.FirstFault(0, 0.2).ShouldBeNull();
        FormulaDerivativeTests.Parsed("1/y", Y).FirstFault(0, 1)!.ShouldBe(new FormulaFault(0, double.PositiveInfinity, "1 / 0 is infinite"));
        FormulaDerivativeTests.Parsed("1/(1 - y)", Y).FirstFault(0, 1)!.At.ShouldBe(1);
        FormulaDerivativeTests.Parsed("sqrt(y - 2)", Y).FirstFault(0, 1)!.Reason.ShouldBe("sqrt of -2 is not a number");
        FormulaDerivativeTests.Parsed("y + 1/0", Y).FirstFault(0, 1)!.Value.ShouldBe(double.PositiveInfinity);
    }
}
