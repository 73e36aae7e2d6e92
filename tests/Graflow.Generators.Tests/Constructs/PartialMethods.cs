public static partial class Split
{
    [Task] public static partial Next<int> OnDefinition(int x);
    public static partial Next<int> OnDefinition(int x) => Next.To(Tasks.OnImplementation, x);

    public static partial int OnImplementation(int x);
    [Task] public static partial int OnImplementation(int x) => x;
}
