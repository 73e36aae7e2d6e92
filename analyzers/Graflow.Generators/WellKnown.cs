namespace Graflow.Generators;

/// <summary>The library's names as the generator meets and writes them.</summary>
internal static class WellKnown
{
    public const string TaskAttribute = "Graflow.TaskAttribute";
    public const string WorkflowAttribute = "Graflow.WorkflowAttribute";
    public const string ModuleAttribute = "Graflow.CompilerServices.GraflowModuleAttribute";

    public const string ProgramAttribute = "Graflow.GraflowProgramAttribute";
    public const string Server = "Graflow.CompilerServices.GraflowServer";
    public const string Commands = "Graflow.CompilerServices.GraflowCommands";
    public const string CommandsAssembly = "Graflow.CommandLine";

    public const string LibraryAssembly = "Graflow";
    public const string Host = "GraflowHost";
    public const string TasksClass = "Tasks";
    public const string Unit = "global::Graflow.Unit";
    public const string TaskContext = "global::Graflow.TaskContext";
    public const string CompilerServices = "global::Graflow.CompilerServices";
    public const string Inject = CompilerServices + ".Inject";

    public const string PayloadAttribute = "Graflow.PayloadAttribute";
    public const string PayloadException = "global::Graflow.PayloadException";

    public const int MaxInputs = 16;
}
