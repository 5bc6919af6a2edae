using System.Runtime.Intrinsics;

namespace Interphase.Microstructure;

/// <summary>The straight pieces that lines consist of, one in each tetrahedron that they pass, and which of them follow each other.</summary>
internal sealed class LinePieces
{
    private readonly Blocks<Joining> joints = new();
    private readonly Blocks<Piece> pieces = new();
    private readonly Dictionary<long, int> open = [];
    private readonly List<int> chain = [];
    private readonly List<int> points = [];

    public void Clear()
    {
        joints.Clear();
        pieces.Clear();
        open.Clear();
    }

    /// <summary>The point at which a line passes a face that two tetrahedra share.</summary>
    /// <param name="face">A name of that face and of the phases that meet.</param>
    /// <param name="place">Where, in voxels.</param>
    public int Joint(long face, Vector128<float> place)
    {
        if (open.Remove(face, out int joint)) return joint;
        joint = End(place);
        open.Add(face, joint);
        return joint;
    }

    /// <summary>A point at which a line ends.</summary>
    public int End(Vector128<float> place)
    {
        joints.Add(new Joining(place));
        return joints.Count - 1;
    }

    /// <summary>Adds a piece.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="triple">Which phases meet.</param>
    /// <param name="weight">How often it counts.</param>
    /// <param name="pull">What <see cref="LineCurve"/> needs of the shares around it.</param>
    public void Add(int from, int to, int triple, float weight, Vector256<float> pull)
    {
        pieces.Add(new Piece(from, to, triple, weight, pull));
        Attach(from);
        Attach(to);

        void Attach(int joint)
        {
            ref Joining at = ref joints[joint];
            if (at.First < 0) at.First = pieces.Count - 1;
            else at.Second = pieces.Count - 1;
        }
    }

    /// <summary>Adds the length of every line to that of its triple.</summary>
    public void Measure(LineCurve curve, double[] lengths)
    {
        // What has an end is followed from there; what is left then is closed.
        for (int start = 0; start < joints.Count; start++)
            if (joints[start].Second < 0) Follow(start, curve, lengths);
        for (int start = 0; start < joints.Count; start++) Follow(start, curve, lengths);
    }

    private void Follow(int start, LineCurve curve, double[] lengths)
    {
        if (joints[start].Passed) return;
        chain.Clear();
        points.Clear();
        int at = start, next = joints[start].First;
        bool counts = false;
        while (next >= 0)
        {
            joints[at].Passed = true;
            points.Add(at);
            chain.Add(next);
            counts |= pieces[next].Weight > 0;
            at = pieces[next].From == at ? pieces[next].To : pieces[next].From;
            if (at == start) break;
            next = joints[at].First == next ? joints[at].Second : joints[at].First;
        }
        joints[at].Passed = true;
        points.Add(at);
        if (!counts) return;
        curve.Begin();
        for (int i = 0; i < chain.Count; i++) curve.Add(joints[points[i]].Place, joints[points[i + 1]].Place, pieces[chain[i]].Weight, pieces[chain[i]].Pull);
        lengths[pieces[chain[0]].Triple] += curve.Length(closed: at == start);
    }

    private struct Joining(Vector128<float> place)
    {
        public readonly Vector128<float> Place = place;

        public int First = -1, Second = -1;

        public bool Passed;
    }

    /// <summary>Its last part in halves, since a whole one would be laid out at multiples of its size and leave gaps.</summary>
    private readonly struct Piece(int from, int to, int triple, float weight, Vector256<float> pull)
    {
        private readonly Vector128<float> lower = pull.GetLower(), upper = pull.GetUpper();

        public readonly int From = from, To = to, Triple = triple;

        public readonly float Weight = weight;

        public Vector256<float> Pull => Vector256.Create(lower, upper);
    }
}
