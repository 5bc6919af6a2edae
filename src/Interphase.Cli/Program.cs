using System.Text;
using Interphase.Cli;

if (!Console.IsOutputRedirected) return CommandLine.Run(args, Console.Out, Console.Error);

// Into a pipe or a file nothing is watched line by line, and the console's writer would flush each one.
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024);
return CommandLine.Run(args, output, Console.Error);
