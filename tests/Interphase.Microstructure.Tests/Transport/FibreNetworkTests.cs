namespace Interphase.Microstructure.Tests;

public class FibreNetworkTests
{
    private const double Fibre = 1e6, Contact = 500;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Two_fibres_that_cross_are_their_lengths_and_the_contact_in_series(int steps)
    {
        // A staircase in the plane: one fibre along x, one along y, and so on, until the box closes.
        const double Step = 10e-6, Diameter = 0.2e-6, Over = 1e-6;
        double edge = steps * Step;
        var fibres = new List<(Vector3d, Vector3d)>();
        for (int i = 0; i < steps; i++)
        {
            fibres.Add((new Vector3d((i + 0.5) * Step, i * Step, 0), new Vector3d(1, 0, 0)));
            fibres.Add((new Vector3d((i + 1) * Step, (i + 0.5) * Step, 0), new Vector3d(0, 1, 0)));
        }
        var network = new FibreNetwork(fibres, Step + 2 * Over, Diameter, edge);
        network.ContactsPerFibre.ShouldBe(2);
        double resistance = 2 * steps * (Step / (Fibre * Math.PI / 4 * Diameter * Diameter) + Contact);
        network.Conductivity(Fibre, Contact, Axis.X).ShouldBe(1 / (resistance * edge), 1e-6 / (resistance * edge));
        network.Conductivity(Fibre, Contact, Axis.Y).ShouldBe(1 / (resistance * edge), 1e-6 / (resistance * edge));
        network.Conductivity(Fibre, Contact, Axis.Z).ShouldBe(0);
    }

    [Fact]
    public void A_square_lattice_conducts_as_a_row_of_pieces_and_nodes()
    {
        // At each node two fibres of the row lie above and below two of the column, which carry nothing: four contacts, as one.
        const int Nodes = 4;
        const double Step = 10e-6, Diameter = 0.02e-6, Edge = Nodes * Step;
        var fibres = new List<(Vector3d, Vector3d)>();
        for (int i = 0; i < Nodes; i++)
            for (int j = 0; j < Nodes; j++)
            {
                double aside = (i % 2 == 0 ? 0.6 : -0.6) * Diameter, across = (j % 2 == 0 ? 0.6 : -0.6) * Diameter;
                fibres.Add((new Vector3d((i + 0.5) * Step, j * Step, aside), new Vector3d(1, 0, 0)));
                fibres.Add((new Vector3d(i * Step + across, (j + 0.5) * Step, 0), new Vector3d(0, 1, 0)));
            }
        var network = new FibreNetwork(fibres, 1.5 * Step, Diameter, Edge);
        network.ContactsPerFibre.ShouldBe(4);
        double resistance = Step / (Fibre * Math.PI / 4 * Diameter * Diameter) + Contact;
        network.Conductivity(Fibre, Contact).ShouldBe(1 / (resistance * Edge), 2e-3 / (resistance * Edge));
    }

    [Fact]
    public void Fibres_touch_as_often_as_bodies_of_their_excluded_volume()
    {
        const double Length = 15e-6, Diameter = 0.2e-6, Edge = 45e-6;
        var network = FibreNetwork.Random(0.03, Length, Diameter, Edge, 1);
        double excluded = Math.PI / 2 * Length * Length * Diameter + 2 * Math.PI * Length * Diameter * Diameter + 4.0 / 3 * Math.PI * Diameter * Diameter * Diameter;
        double expected = (network.Count - 1) * excluded / (Edge * Edge * Edge);
        network.ContactsPerFibre.ShouldBe(expected, 4 * Math.Sqrt(2 * expected / network.Count));
    }

    [Fact]
    public void Many_contacts_conduct_nearly_as_if_each_fibre_had_the_potential_of_its_middle()
    {
        // docs/physics.md (85), with the contacts that there are.
        const double Length = 15e-6, Diameter = 0.2e-6, Edge = 20e-6, Resistance = 1e5;
        var network = FibreNetwork.Random(0.2, Length, Diameter, Edge, 1);
        double mean = network.Count * network.ContactsPerFibre / 2 / (Edge * Edge * Edge) * Length * Length / 18 / Resistance;
        Enum.GetValues<Axis>().Average(axis => network.Conductivity(1e9, Resistance, axis)).ShouldBeInRange(0.93 * mean, 1.02 * mean);
    }

    [Fact]
    public void Fibres_of_much_resistance_between_good_contacts_carry_a_third_of_their_volume()
    {
        const double Share = 0.05;
        double value = FibreNetwork.Random(Share, 15e-6, 0.1e-6, 20e-6, 1).Conductivity(1, 1e6);
        value.ShouldBeInRange(0.8 * Share / 3, Share / 3);
    }

    [Fact]
    public void Few_fibres_do_not_join()
    {
        // Critical for long rods: half of the excluded volume, 0.7 d / L by volume.
        const double Length = 15e-6, Diameter = 0.2e-6;
        FibreNetwork.Random(0.3 * Diameter / Length, Length, Diameter, 60e-6, 1).Conductivity(1e6, 1e4).ShouldBe(0);
        FibreNetwork.Random(1.4 * Diameter / Length, Length, Diameter, 60e-6, 1).Conductivity(1e6, 1e4).ShouldBeGreaterThan(0);
    }
}
