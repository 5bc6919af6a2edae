using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The one direction in which coefficients are varied: a coefficient's own change with the parameter is taken from the coefficients a step above and a step below, which are cheap;
/// everything after that is differentiated exactly.
/// </summary>
/// <param name="Parameter">The parameter, varying; a constant where nothing varies.</param>
/// <param name="Step">Distance of each neighbour.</param>
/// <typeparam name="T">The number type.</typeparam>
internal readonly record struct Variation<T>(T Parameter, double Step)
    where T : unmanaged, IScalar<T>
{
    /// <summary>A coefficient that is <paramref name="value"/> and has these two neighbours.</summary>
    public T Of(double value, double above, double below) =>
        T.Order == 0 || above == below ? T.Constant(value) : T.Compose(Parameter, value, (above - below) / (2 * Step), 0);
}
