namespace Interphase.Numerics;

/// <summary>How the solution of a linear program ended.</summary>
public enum ProgramOutcome
{
    /// <summary>A least cost was found.</summary>
    Optimal,

    /// <summary>No amounts satisfy the equations.</summary>
    Infeasible,

    /// <summary>The cost falls without end.</summary>
    Unbounded,

    /// <summary>Rounding kept the program from an end.</summary>
    Undecided,
}
