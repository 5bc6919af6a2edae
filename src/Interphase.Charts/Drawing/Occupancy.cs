namespace Interphase.Charts;

/// <summary>What the data cover, so that legends and labels can keep off it.</summary>
internal sealed class Occupancy
{
    private readonly List<(PixelPoint From, PixelPoint To)> _segments = [];
    private readonly List<PixelBox> _boxes = [];

    public void Add(PixelPoint from, PixelPoint to) => _segments.Add((from, to));

    public void Add(PixelBox box) => _boxes.Add(box);

    public bool IsFree(PixelBox box)
    {
        foreach (var occupied in _boxes)
        {
            if (occupied.Meets(box))
                return false;
        }

        foreach (var (from, to) in _segments)
        {
            if (PixelBox.Around(from, to).Meets(box) && box.Clip(from, to) is not null)
                return false;
        }

        return true;
    }

    /// <summary>How far a box may grow on all sides before it meets something, in steps, up to a limit; negative when it already does.</summary>
    public double Clearance(PixelBox box, double step, double limit)
    {
        var clearance = -step;
        while (clearance < limit && IsFree(box.Grow(clearance + step)))
            clearance += step;
        return clearance;
    }
}
