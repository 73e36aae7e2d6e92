namespace Graflow.Engine;

/// <summary>Points in time that are reckoned from others.</summary>
internal static class Moments
{
    /// <summary>Later by a time that is not negative; the last moment there is where that would be past it.</summary>
    internal static DateTimeOffset AddOrMax(this DateTimeOffset moment, TimeSpan time) =>
        time < DateTimeOffset.MaxValue - moment ? moment + time : DateTimeOffset.MaxValue;
}
