namespace Interphase.Reports;

/// <summary>Software or data that took part.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Version">Its version.</param>
public sealed record ReportVersion(string Name, string Version);
