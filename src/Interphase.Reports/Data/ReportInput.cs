namespace Interphase.Reports;

/// <summary>A file that was read.</summary>
/// <param name="Name">Its name or path.</param>
/// <param name="Hash">What tells it from every other, such as its SHA-256 in hexadecimal.</param>
public sealed record ReportInput(string Name, string Hash);
