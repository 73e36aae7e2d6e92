public static partial class Flaky
{
    [Task(Handler = "docker", Queue = "gpu", Timeout = "00:00:30", Priority = -2)]
    [Retry(3, Delay = "00:00:01", Backoff = Backoff.Exponential, MaxDelay = "1.00:00:00", Jitter = true, On = new[] { typeof(IOException), typeof(Inner.Oops) })]
    [Limit(2, PerSecond = 0.5, Key = "api")]
    [Cache("00:05:00", Key = "shared")]
    [CircuitBreaker(5, "00:00:10", Key = "api")]
    public static int All(int x) => x;

    [Task, Retry(2)] public static int Least(int x) => x;

    public static class Inner
    {
        public sealed class Oops : Exception;
    }
}
