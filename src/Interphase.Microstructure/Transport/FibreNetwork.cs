namespace Interphase.Microstructure;

/// <summary>
/// Straight fibres of one length and diameter in a cubic box that closes on itself, joined where two come within a diameter of one another by contacts that resist. Nothing else lies in the box. docs/physics.md (84), (85).
/// </summary>
public sealed class FibreNetwork
{
    // Pieces in which contacts are looked for, in diameters: shorter ones are many, longer ones have many neighbours.
    private const double PieceDiameters = 6;

    // Contacts at one place of a fibre are set this part of a diameter apart, so that no piece between them is without resistance.
    private const double Apart = 1e-6;

    // Below this part of what all pieces would carry side by side, what is left is rounding.
    private const double Nothing = 1e-12;

    private readonly Vector3d[] middles, directions;
    private readonly double edge;

    // Ends of contacts, fibre after fibre and along each: where on the fibre, and which other end it touches how far away.
    private readonly int[] starts, others;
    private readonly double[] places;
    private readonly Vector3d[] gaps;

    internal FibreNetwork(IReadOnlyList<(Vector3d Middle, Vector3d Direction)> fibres, double length, double diameter, double edge)
    {
        if (!(diameter > 0 && length > diameter)) throw new ArgumentOutOfRangeException(nameof(length), length, "more than the diameter, which is above 0");
        if (!(edge >= length + 2 * diameter)) throw new ArgumentOutOfRangeException(nameof(edge), edge, "at least the length and two diameters, so that no fibre touches itself");
        (Length, Diameter, this.edge, Count) = (length, diameter, edge, fibres.Count);
        middles = [.. fibres.Select(fibre => fibre.Middle)];
        directions = [.. fibres.Select(fibre => fibre.Direction)];
        List<Contact> contacts = Contacts();
        ContactsPerFibre = Count == 0 ? 0 : 2.0 * contacts.Count / Count;

        starts = new int[Count + 1];
        foreach (Contact contact in contacts)
        {
            starts[contact.First + 1]++;
            starts[contact.Second + 1]++;
        }
        for (int i = 0; i < Count; i++) starts[i + 1] += starts[i];
        int[] ends = new int[2 * contacts.Count], filled = starts[..Count];
        double[] along = new double[ends.Length];
        for (int i = 0; i < contacts.Count; i++)
        {
            (int first, int second) = (filled[contacts[i].First]++, filled[contacts[i].Second]++);
            (ends[first], ends[second]) = (2 * i, 2 * i + 1);
            (along[first], along[second]) = (contacts[i].OnFirst, contacts[i].OnSecond);
        }
        for (int i = 0; i < Count; i++) Array.Sort(along, ends, starts[i], starts[i + 1] - starts[i]);
        int[] stands = new int[ends.Length];
        for (int k = 0; k < ends.Length; k++) stands[ends[k]] = k;
        (places, others, gaps) = (along, new int[ends.Length], new Vector3d[ends.Length]);
        for (int k = 0; k < ends.Length; k++)
        {
            Contact contact = contacts[ends[k] / 2];
            others[k] = stands[ends[k] ^ 1];
            gaps[k] = (ends[k] & 1) == 0 ? contact.Gap : contact.Gap * -1;
        }
    }

    /// <summary>Length of a fibre, m.</summary>
    public double Length { get; }

    /// <summary>Diameter of a fibre, m.</summary>
    public double Diameter { get; }

    /// <summary>How many fibres there are.</summary>
    public int Count { get; }

    /// <summary>How many others a fibre touches, on average.</summary>
    public double ContactsPerFibre { get; }

    /// <summary>Fibres anywhere and in any direction.</summary>
    /// <param name="share">Their volume over that of the box, 0 or more; what two share where they cross counts twice.</param>
    /// <param name="length">Of a fibre, m.</param>
    /// <param name="diameter">Of a fibre, m.</param>
    /// <param name="edge">Of the box, m, at least the length and two diameters.</param>
    /// <param name="seed">Another seed is another sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or length is out of range.</exception>
    public static FibreNetwork Random(double share, double length, double diameter, double edge, ulong seed)
    {
        if (!(share >= 0) || !double.IsFinite(share)) throw new ArgumentOutOfRangeException(nameof(share), share, "0 or more");
        double count = share * edge * edge * edge / (Math.PI / 4 * diameter * diameter * length);
        if (count > 1e7) throw new ArgumentOutOfRangeException(nameof(edge), edge, "a box of at most ten million fibres");
        var random = new RandomStream(seed, RandomPurpose.Fibres);
        var fibres = new (Vector3d, Vector3d)[(int)(count + 0.5)];
        for (int i = 0; i < fibres.Length; i++) fibres[i] = (new Vector3d(random.Uniform() * edge, random.Uniform() * edge, random.Uniform() * edge), random.Direction());
        return new FibreNetwork(fibres, length, diameter, edge);
    }

    /// <summary>What the network conducts along an axis, S/m; 0 where it does not join the box with itself.</summary>
    /// <param name="fibre">Conductivity along a fibre, S/m, &gt; 0.</param>
    /// <param name="contact">Resistance of a contact, ohm, &gt; 0.</param>
    /// <param name="axis">Along which it is driven.</param>
    /// <param name="tolerance">By how much of itself the value may be off, about.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A conductivity or resistance is not above 0.</exception>
    /// <exception cref="InvalidOperationException">Fibres resist so much more than contacts, or so much less, that nothing was found.</exception>
    public double Conductivity(double fibre, double contact, Axis axis = Axis.X, double tolerance = 1e-4, CancellationToken cancellation = default)
    {
        if (!(fibre > 0)) throw new ArgumentOutOfRangeException(nameof(fibre), fibre, "above 0");
        if (!(contact > 0)) throw new ArgumentOutOfRangeException(nameof(contact), contact, "above 0");
        int n = places.Length;
        // In conductances of a contact. Pieces[k] joins end k of a fibre with the next one.
        double[] pieces = new double[n], driven = new double[n];
        double section = Math.PI / 4 * Diameter * Diameter * fibre * contact, most = 0;
        for (int i = 0; i < Count; i++)
        {
            double slope = Along(directions[i], axis);
            for (int k = starts[i]; k < starts[i + 1]; k++)
            {
                double step = Along(gaps[k], axis);
                driven[k] += step;
                most += step * step / 2;
                if (k + 1 == starts[i + 1]) continue;
                double length = Math.Max(places[k + 1] - places[k], Apart * Diameter);
                pieces[k] = section / length;
                double drives = pieces[k] * slope * length;
                driven[k] += drives;
                driven[k + 1] -= drives;
                most += drives * slope * length;
            }
        }

        // Conjugate gradients, each fibre solved exactly against fixed neighbours: along a fibre the potential is stiff, between fibres it is not.
        double[] pivots = new double[n], u = new double[n], r = (double[])driven.Clone(), z = new double[n], p = new double[n], q = new double[n];
        for (int i = 0; i < Count; i++)
            for (int k = starts[i]; k < starts[i + 1]; k++)
            {
                double before = k > starts[i] ? pieces[k - 1] : 0;
                pivots[k] = 1 + before + pieces[k] - (k > starts[i] ? before * before / pivots[k - 1] : 0);
            }
        Relax(r, z);
        z.CopyTo(p, 0);
        double rz = Dot(r, z), carried = most;
        // What is left of the residual, as an energy, is held against what the network still turns into heat, far below the tolerance as fibres far apart settle last.
        for (int iteration = 0; rz > 0; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (iteration > 10 * n + 100) throw new InvalidOperationException($"The network did not come to rest: contacts of {contact:g4} ohm are too far from what fibres of {fibre:g4} S/m resist.");
            Apply(p, q);
            double curvature = Dot(p, q);
            if (!(curvature > 0)) break;
            double step = rz / curvature;
            carried -= rz * step;
            for (int k = 0; k < n; k++)
            {
                u[k] += step * p[k];
                r[k] -= step * q[k];
            }
            Relax(r, z);
            double next = Dot(r, z);
            if (next <= Nothing * tolerance * most || next <= 1e-2 * tolerance * tolerance * carried) break;
            double turn = next / rz;
            rz = next;
            for (int k = 0; k < n; k++) p[k] = z[k] + turn * p[k];
        }

        double energy = 0;
        for (int i = 0; i < Count; i++)
        {
            double slope = Along(directions[i], axis);
            for (int k = starts[i]; k < starts[i + 1]; k++)
            {
                double across = u[k] - u[others[k]] - Along(gaps[k], axis);
                energy += across * across / 2;
                if (k + 1 == starts[i + 1]) continue;
                double falls = u[k] - u[k + 1] - slope * Math.Max(places[k + 1] - places[k], Apart * Diameter);
                energy += pieces[k] * falls * falls;
            }
        }
        return energy <= 1e3 * Nothing * most ? 0 : energy / (contact * edge * edge * edge);

        void Apply(double[] from, double[] to)
        {
            for (int i = 0; i < Count; i++)
            {
                double flows = 0;
                for (int k = starts[i]; k < starts[i + 1]; k++)
                {
                    double on = k + 1 < starts[i + 1] ? pieces[k] * (from[k] - from[k + 1]) : 0;
                    to[k] = from[k] - from[others[k]] + on - flows;
                    flows = on;
                }
            }
        }

        void Relax(double[] from, double[] to)
        {
            for (int i = 0; i < Count; i++)
            {
                for (int k = starts[i]; k < starts[i + 1]; k++) to[k] = from[k] + (k > starts[i] ? pieces[k - 1] / pivots[k - 1] * to[k - 1] : 0);
                for (int k = starts[i + 1] - 1; k >= starts[i]; k--) to[k] = (to[k] + (k + 1 < starts[i + 1] ? pieces[k] * to[k + 1] : 0)) / pivots[k];
            }
        }
    }

    private static double Along(Vector3d vector, Axis axis) => axis switch { Axis.X => vector.X, Axis.Y => vector.Y, _ => vector.Z };

    private static double Dot(double[] first, double[] second)
    {
        double sum = 0;
        for (int k = 0; k < first.Length; k++) sum += first[k] * second[k];
        return sum;
    }

    private List<Contact> Contacts()
    {
        int perFibre = Math.Max(1, (int)(Length / (PieceDiameters * Diameter)));
        double piece = Length / perFibre;
        // Middles of pieces that touch lie no farther apart than a piece and a diameter.
        int cells = Math.Max(1, (int)(edge / (piece + Diameter)));
        double cell = edge / cells;
        int total = Count * perFibre;
        int[] at = new int[total], order = new int[total];
        for (int i = 0; i < total; i++)
        {
            Vector3d middle = Middle(i);
            at[i] = (Cell(middle.X) * cells + Cell(middle.Y)) * cells + Cell(middle.Z);
            order[i] = i;
        }
        Array.Sort((int[])at.Clone(), order);
        int[] first = new int[cells * cells * cells + 1];
        foreach (int c in at) first[c + 1]++;
        for (int c = 0; c + 1 < first.Length; c++) first[c + 1] += first[c];

        var found = new List<Contact>();
        var seen = new HashSet<(int, int, int)>();
        // In a box of two cells a step to either side is the same cell.
        int least = cells > 2 ? -1 : 0, last = cells > 1 ? 1 : 0;
        for (int one = 0; one < total; one++)
        {
            int i = one / perFibre;
            Vector3d middle = Middle(one);
            (int x, int y, int z) = (Cell(middle.X), Cell(middle.Y), Cell(middle.Z));
            for (int dx = least; dx <= last; dx++)
                for (int dy = least; dy <= last; dy++)
                    for (int dz = least; dz <= last; dz++)
                    {
                        int c = (Wrap(x + dx) * cells + Wrap(y + dy)) * cells + Wrap(z + dz);
                        for (int k = first[c]; k < first[c + 1]; k++)
                        {
                            int j = order[k] / perFibre;
                            if (j <= i) continue;
                            Vector3d way = Middle(order[k]) - middle, image = new(-edge * Math.Round(way.X / edge), -edge * Math.Round(way.Y / edge), -edge * Math.Round(way.Z / edge));
                            way += image;
                            if (way.Length > piece + Diameter) continue;
                            // Fibre j where it lies beside this piece, seen from the middle of fibre i; the two touch once in every image.
                            Vector3d apart = middle + way - directions[j] * Place(order[k]) - (middle - directions[i] * Place(one));
                            if (Touch(apart, directions[i], directions[j]) is not (double s, double t)) continue;
                            if (!seen.Add((i, j, Image(apart, middles[j] - middles[i])))) continue;
                            found.Add(new Contact(i, j, s, t, apart + directions[j] * t - directions[i] * s));
                        }
                    }
        }
        return found;

        double Place(int index) => (index % perFibre + 0.5) * piece - Length / 2;

        Vector3d Middle(int index)
        {
            Vector3d place = middles[index / perFibre] + directions[index / perFibre] * Place(index);
            return new Vector3d(Inside(place.X), Inside(place.Y), Inside(place.Z));
        }

        double Inside(double place) => place - edge * Math.Floor(place / edge);

        int Cell(double place) => Math.Min((int)(place / cell), cells - 1);

        int Wrap(int place) => (place + cells) % cells;

        // Which of the images of a fibre: by how many boxes it is moved along each axis.
        int Image(Vector3d apart, Vector3d own) => ((Boxes(apart.X - own.X) + 8) * 32 + Boxes(apart.Y - own.Y) + 8) * 32 + Boxes(apart.Z - own.Z) + 8;

        int Boxes(double difference) => (int)Math.Round(difference / edge);
    }

    // Where two fibres are nearest, from the middle of each, if they are no farther apart there than a diameter.
    private (double, double)? Touch(Vector3d apart, Vector3d first, Vector3d second)
    {
        double half = Length / 2, cosine = first.Dot(second), a = first.Dot(apart), b = second.Dot(apart), sine = 1 - cosine * cosine;
        double s = sine > 1e-12 ? Math.Clamp((a - cosine * b) / sine, -half, half) : Math.Clamp(a, -half, half);
        double t = Math.Clamp(cosine * s - b, -half, half);
        s = Math.Clamp(a + cosine * t, -half, half);
        return (apart + second * t - first * s).Length <= Diameter ? (s, t) : null;
    }

    private readonly record struct Contact(int First, int Second, double OnFirst, double OnSecond, Vector3d Gap);
}
