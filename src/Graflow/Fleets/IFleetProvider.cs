namespace Graflow.Fleets;

/// <summary>What the package of a fleet does for the commands of a program, which do not refer to it.</summary>
internal interface IFleetProvider
{
    /// <summary>Lets engines keep their runs in the fleet's store. What the program has set up for its own fleet stays, but for the address.</summary>
    /// <param name="options">The options of an engine that is to be made.</param>
    /// <param name="address">Where the store is.</param>
    /// <exception cref="ArgumentException">The address cannot be read.</exception>
    void Use(WorkflowEngineOptions options, string address);

    /// <summary>Runs tasks of the fleet until it is told to stop, and then as long as it takes to end what runs.</summary>
    /// <exception cref="GraflowException">The store cannot be reached, or would lose runs.</exception>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    Task RunWorkerAsync(WorkerOrder order, CancellationToken stop);
}
