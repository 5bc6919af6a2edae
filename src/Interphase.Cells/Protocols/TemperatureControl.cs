namespace Interphase.Cells;

/// <summary>A change of the surroundings' temperature; takes no time.</summary>
/// <param name="Temperature">K.</param>
public sealed record TemperatureControl(double Temperature) : Control;
