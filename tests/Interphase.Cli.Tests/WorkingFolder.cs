namespace Interphase.Cli.Tests;

/// <summary>Tests that change the working folder, which the whole process shares: they run alone.</summary>
[CollectionDefinition(nameof(WorkingFolder), DisableParallelization = true)]
public sealed class WorkingFolder;
