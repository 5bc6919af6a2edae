using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>A step while it is carried out.</summary>
/// <param name="Cycle">Its cycle, from 1.</param>
/// <param name="Number">Its number as carried out, from 1.</param>
/// <param name="Step">The step of the protocol.</param>
/// <param name="Start">When it began, s.</param>
/// <param name="Ambient">Temperature of the surroundings, K.</param>
/// <param name="Pressure">Stack pressure, Pa; NaN where none is known.</param>
/// <typeparam name="T">The number type.</typeparam>
internal sealed record CarriedStep<T>(int Cycle, int Number, ProtocolStep Step, T Start, double Ambient, double Pressure)
    where T : unmanaged, IScalar<T>
{
    /// <summary>What it does, once it has begun.</summary>
    public string Type { get; set; } = "";
}
