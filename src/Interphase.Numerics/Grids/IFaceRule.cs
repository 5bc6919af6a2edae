namespace Interphase.Numerics;

/// <summary>What conducts between two cells of a box. It is asked from several threads at once.</summary>
public interface IFaceRule
{
    /// <summary>Conductance between two cells that share a face, 0 or more.</summary>
    /// <param name="axis">The axis along which they follow one another, 0 the slowest.</param>
    /// <param name="first">Place of the lower one; at a periodic end, of the last one.</param>
    /// <param name="second">Place of the one after it.</param>
    double Between(int axis, long first, long second);

    /// <summary>Conductance between an outermost cell and a potential that is given at its outer face, 0 or more.</summary>
    /// <param name="axis">The axis at whose end it lies.</param>
    /// <param name="cell">Place of the cell.</param>
    double Beyond(int axis, long cell);
}
