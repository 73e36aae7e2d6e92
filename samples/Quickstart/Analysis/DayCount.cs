namespace Quickstart.Analysis;

/// <summary>How many quakes a day (UTC) had, and how many of them were felt widely: magnitude 4 and above.</summary>
public sealed record DayCount(DateOnly Day, int Quakes, int Felt);
