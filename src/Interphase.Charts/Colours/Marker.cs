namespace Interphase.Charts;

/// <summary>The shape of a point; it tells series apart where colour cannot.</summary>
public enum Marker
{
    /// <summary>A filled disc.</summary>
    Circle,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A filled triangle, point upwards.</summary>
    Triangle,

    /// <summary>A filled square on its corner.</summary>
    Diamond,

    /// <summary>An open circle.</summary>
    Ring,

    /// <summary>Two crossed strokes.</summary>
    Cross,
}
