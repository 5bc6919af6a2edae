using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>Where a boundary process is made: the composite, the direction in which its coefficients are varied, and which of its boundaries this is.</summary>
/// <param name="Composite">The composite.</param>
/// <param name="Above">The same a step above in the parameter that is varied.</param>
/// <param name="Below">A step below.</param>
/// <param name="Variation">That direction.</param>
/// <param name="Points">Points along the electrode.</param>
/// <param name="Index">Its place among the composite's boundaries.</param>
/// <param name="IsHeld">Whether slow states keep what they are, and only what goes back and forth within a cycle goes on.</param>
/// <typeparam name="T">The number type.</typeparam>
internal sealed record ProcessSite<T>(CompositeCoefficients Composite, CompositeCoefficients Above, CompositeCoefficients Below, Variation<T> Variation, int Points, int Index, bool IsHeld)
    where T : unmanaged, IScalar<T>
{
    /// <summary>A coefficient of the composite.</summary>
    public T Of(Func<CompositeCoefficients, double> each) => Variation.Of(each(Composite), each(Above), each(Below));

    /// <summary>A coefficient of the boundary.</summary>
    public T Of<C>(Func<C, double> each)
        where C : BoundaryCoefficients => Of(composite => each((C)composite.Boundaries[Index]));

    /// <summary>A curve of the boundary.</summary>
    public VariedCurve<T> Curve<C>(Func<C, Descriptions.Curve> each)
        where C : BoundaryCoefficients => new(Variation, each((C)Composite.Boundaries[Index]), each((C)Above.Boundaries[Index]), each((C)Below.Boundaries[Index]));
}
