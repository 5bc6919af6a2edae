using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Descriptions.Tests.Formulas;

/// <summary>Random smooth expressions in y and a, finite for every argument.</summary>
internal static class RandomFormulas
{
    private static readonly Gen<string> Leaves = Gen.OneOf(
        Gen.Constant("y"),
        Gen.Constant("a"),
        Gen.Choose(-30, 30).Select(n => n < 0 ? $"({n / 10.0})" : $"{n / 10.0}"));

    private static readonly string[] Unary =
    [
        "tanh({0})", "sin({0})", "cos({0})", "atan({0})", "erf({0})", "exp(tanh({0}))", "log(2 + ({0})^2)", "log10(3 + sin({0}))", "sqrt(1 + ({0})**2)",
        "cbrt(2 + cos({0}))", "sinh(sin({0}))", "cosh(cos({0}))", "tan(0.5*tanh({0}))", "-{0}", "-({0})**2", "(1 + tanh({0}))^3", "(2 + sin({0}))**-2",
    ];

    private static readonly string[] Binary =
        ["{0} + {1}", "({0}) - ({1})", "tanh({0})*({1})", "({0})/(2 + ({1})^2)", "pow(1.5 + sin({0}), tanh({1}))", "(2 + cos({0}))^sin({1})"];

    internal static Gen<string> Expressions(int size) => size <= 0 ? Leaves : Gen.OneOf(
        Leaves,
        from pattern in Gen.Elements(Unary) from inner in Expressions(size - 1) select string.Format(pattern, inner),
        from pattern in Gen.Elements(Binary) from left in Expressions(size / 2) from right in Expressions(size / 2) select string.Format(pattern, left, right));
}
