namespace Interphase.Cli;
internal static class ResultDocument { public const string Ending = ".result.json"; }
