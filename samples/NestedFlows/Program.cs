// Flows are made of flows. A flow stands wherever a task can: as a step, as a branch, as the body of a ForEach, inside another ForEach,
// as what a task continues with; and it is checked there in the same way.
using Graflow;

var engine = new WorkflowEngine();
var school = new School("North", [new("1a", [3, 5, 4]), new("1b", [2, 2]), new("2a", [5])]);

// A flow for a class is the body of a ForEach in the flow for a school, which is a branch of the flow for the letter.
Console.WriteLine(await engine.RunAsync(Marks.Letter, school));

// The same flow for many schools: a ForEach inside a ForEach. Results keep the order on every level.
School[] schools = [school, new("South", [new("9c", [4, 4])])];
foreach (var letter in await engine.RunAsync(Marks.Letter.ForEach(maxConcurrency: 2), schools))
{
    Console.WriteLine(letter);
}

// An error says where it was: the class, in the school.
try
{
    await engine.RunAsync(Marks.Letter.ForEach(), [school, new("East", [new("1a", [1]), new("1b", [])])]);
}
catch (ParallelGroupException error)
{
    for (Exception? cause = error; cause is ParallelGroupException group; cause = cause.InnerException)
    {
        Console.WriteLine($"failed: {string.Join(", ", group.Failed.Select(branch => branch.TaskId))}");
    }

    Console.WriteLine($"because {error.GetBaseException().Message}");
}

// One level can tolerate what another must not: classes may fail here, schools may not.
var tolerant = Marks.Tasks.Classes >> Marks.OfClass.ForEach().WithPolicy(GroupPolicy.BestEffort);
var outcomes = await engine.RunAsync(tolerant, new School("West", [new("1a", [4]), new("1b", [])]));
Console.WriteLine(string.Join(", ", outcomes.Select(outcome => outcome.IsSuccess ? outcome.Value : "no marks")));

internal sealed record Class(string Name, int[] Marks);

internal sealed record School(string Name, Class[] Classes);

internal static partial class Marks
{
    /// <summary>Mean and best of one class, in parallel.</summary>
    public static Flow<Class, string> OfClass { get; } = (Tasks.ClassName | Tasks.Mean | Tasks.Best).Named("marks") >> Tasks.Line;

    /// <summary>All classes of a school, three at a time.</summary>
    public static Flow<School, string> OfSchool { get; } = Tasks.Classes >> OfClass.ForEach(maxConcurrency: 3).Named("classes") >> Tasks.Table;

    /// <summary>The letter to the parents.</summary>
    [Workflow]
    public static Flow<School, string> Letter { get; } = (Tasks.SchoolName | OfSchool).Named("letter") >> Tasks.Write;

    [Task]
    public static string ClassName(Class @class) => @class.Name;

    [Task]
    public static double Mean(Class @class) => @class.Marks.Length > 0 ? @class.Marks.Average() : throw new InvalidDataException($"class {@class.Name} has no marks");

    [Task]
    public static int Best(Class @class) => @class.Marks.DefaultIfEmpty().Max();

    [Task]
    public static string Line(string name, double mean, int best) => $"{name} {mean} (best {best})";

    [Task]
    public static Class[] Classes(School school) => school.Classes;

    [Task]
    public static string Table(IReadOnlyList<string> lines) => string.Join(", ", lines);

    [Task]
    public static string SchoolName(School school) => school.Name;

    [Task]
    public static string Write(string school, string table) => $"{school}: {table}";
}
