namespace Graflow;

/// <summary>Hears of everything that happens in the runs of an engine. Called in order, one event at a time, off the threads that run tasks; an exception is logged and never touches a run; a slow observer loses nothing and holds up nobody.</summary>
public interface IRunObserver
{
    /// <summary>Called for each event, those of one run in their order.</summary>
    void OnEvent(RunEvent runEvent);
}
