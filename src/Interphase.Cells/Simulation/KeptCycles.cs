using System.Collections.Immutable;

namespace Interphase.Cells;

/// <summary>Which cycles of a run are kept: all of a short one; of a long one the first, the last and some between, closer together at the beginning.</summary>
internal sealed class KeptCycles
{
    private const int Shares = 5, Few = 10;

    private readonly HashSet<int>? _chosen;
    private readonly int _last;
    private readonly bool _isGiven;
    private int[]? _inOrder;

    public KeptCycles(Protocol protocol, ImmutableArray<int>? chosen)
    {
        _last = Math.Max(1, Count(protocol.Items));
        if (chosen is { } given) (_chosen, _isGiven) = ([.. given], true);
        else if (_last > RunOptions.AllKept)
        {
            _chosen = [_last];
            for (int decade = 1; decade <= _last; decade *= 10)
                foreach (int factor in (ReadOnlySpan<int>)[1, 2, 3, 5])
                    if ((long)decade * factor <= _last) _chosen.Add(decade * factor);
            // At most a hundredth apart, so that a fade is drawn with its shape.
            for (int i = 1; i <= 20; i++) _chosen.Add((int)((long)_last * i / 20));
        }
    }

    /// <summary>Cycles that the protocol can have at most.</summary>
    public int Last => _last;

    /// <summary>Whether a cycle's rows are kept.</summary>
    public bool Keeps(int cycle) => _chosen?.Contains(cycle) ?? true;

    /// <summary>The first kept cycle from one on.</summary>
    public int Next(int cycle)
    {
        if (_chosen is null) return cycle;
        _inOrder ??= [.. _chosen.Order()];
        int place = Array.BinarySearch(_inOrder, cycle);
        return place >= 0 ? cycle : ~place < _inOrder.Length ? _inOrder[~place] : int.MaxValue;
    }

    /// <summary>Whether a cycle's loss budget is wanted.</summary>
    public bool Budget(int cycle) => cycle <= 3 || (Keeps(cycle) && (cycle == _last || _last <= 10));

    /// <summary>Whether it is wanted what a cycle lost, by cause: of chosen ones up to a number, else of some up to the last.</summary>
    public bool Attributes(int cycle)
    {
        if (cycle == 1 || cycle > _last) return false;
        if (_isGiven) return _chosen!.Contains(cycle) && (_chosen.Count <= RunOptions.MostAttributed || _chosen.Order().Take(RunOptions.MostAttributed).Contains(cycle));
        // Of a few cycles the last says all.
        for (int i = _last < Few ? Shares : 1; i <= Shares; i++)
            if (cycle == Math.Max(2, (int)((long)_last * i / Shares))) return true;
        return false;
    }

    // As the driver counts: passes of the innermost repetitions, and charges after discharges outside them.
    private static int Count(ImmutableArray<ProtocolItem> items)
    {
        long cycles = 0;
        int direction = 0;
        bool used = false;
        foreach (ProtocolItem item in items)
        {
            if (item is ProtocolRepeat { IsCycle: true } repeat)
            {
                cycles += (used ? 1 : 0) + (long)repeat.Count * Math.Max(1, Inner(repeat.Items));
                (used, direction) = (false, 0);
                continue;
            }
            if (item is ProtocolStep { Control: CurrentControl { Density: not 0 and var density } })
            {
                if (density > 0 && direction < 0) cycles++;
                direction = Math.Sign(density);
            }
            used = true;
        }
        return (int)Math.Min(int.MaxValue, cycles + (used ? 1 : 0));
    }

    private static int Inner(ImmutableArray<ProtocolItem> items) => items.OfType<ProtocolRepeat>().Where(repeat => repeat.IsCycle).Sum(repeat => repeat.Count * Math.Max(1, Inner(repeat.Items)));
}
