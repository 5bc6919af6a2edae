using System.CommandLine;

namespace Interphase.Cli;

/// <summary><c>interphase structure</c>: the composite in three dimensions.</summary>
internal static class StructureVerb
{
    public static Command Create()
    {
        var command = new Command("structure", "Voxel structures: what they conduct, where phases meet, what is connected.");
        command.Subcommands.Add(StructureMeasureVerb.Create());
        command.Subcommands.Add(StructureViewVerb.Create());
        command.Subcommands.Add(StructureGenerateVerb.Create());
        command.Subcommands.Add(StructureGenerateVerb.CreateComparison());
        return command;
    }
}
