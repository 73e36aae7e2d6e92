namespace Graflow;

public static partial class Flow
{
    /// <summary>Waits for a signal, which <see cref="WorkflowEngine.SignalAsync{T}"/> sends, and yields its value. A wait holds no thread, slot or permit, and a durable run goes on waiting after its process ended.</summary>
    /// <remarks>The same value in two places of a flow is one wait; two values of one name are two waits, each of which takes one signal. Of several that are open, the one that has waited longest is answered first.</remarks>
    /// <typeparam name="T">What the signal must bring, exactly; a durable run writes it by the codec that the generator makes for it.</typeparam>
    /// <param name="name">What is waited for, such as <c>approval</c>; not empty, without <c>/ # [ ] !</c>.</param>
    /// <param name="timeout">How long at most, from the moment when the wait begins, by the clock, however often the program is restarted; then a failure with <see cref="TaskTimeoutException"/> goes on. More than zero; null means without end.</param>
    /// <param name="key">Tells waits of one name apart, for signals that are sent with a key; null means the wait's path in the run, such as <c>eu/approval[3]</c>. Signals without a key go to any wait of the name.</param>
    /// <exception cref="FlowDefinitionException">The name cannot stand in a path, the key is empty, or the timeout leaves no time (GRF302).</exception>
    public static Flow<Unit, T> WaitFor<T>(string name, TimeSpan? timeout = null, string? key = null) => new(new WaitExpression<T>(name, timeout, key));

    /// <summary>Waits for a time; what comes after begins then. Holds no thread, slot or permit, and a durable run keeps the moment when its process ends meanwhile.</summary>
    /// <param name="time">From the moment when the delay is reached; zero or more.</param>
    /// <exception cref="FlowDefinitionException"><paramref name="time"/> is negative (GRF302).</exception>
    public static Flow<Unit, Unit> Delay(TimeSpan time) => new(new DelayExpression<Unit>(time));

    /// <summary>Hands its input on after a time, as in <c>Next.To(Flow.Delay&lt;Order&gt;(hour) &gt;&gt; Tasks.Poll, order)</c>.</summary>
    /// <typeparam name="T">What it takes and yields.</typeparam>
    /// <inheritdoc cref="Delay(TimeSpan)"/>
    public static Flow<T, T> Delay<T>(TimeSpan time) => new(new DelayExpression<T>(time));
}
