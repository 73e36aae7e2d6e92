public static partial class @class
{
    [Task] public static int @if(int @else, int @for = 1) => @else;
    [Task] public static int await(int var) => var;
    [Task] public static int ToString(int x) => x;
    [Task] public static int Équilibre(int größe) => größe;
}

public static partial class Overloads
{
    [Task] public static int Sum(int[] numbers) => 0;
    [Task("sums.of-doubles")] public static double Sum(double[] numbers) => 0;
    [Task("3")] public static double Sum(string number) => 0;
    public static double Sum(long number) => 0;
    [Task("pinned.old")] public static int Renamed(int x) => x;
    [Task] public static int Case(int x) => x;
    [Task] public static int CASE(int x) => x;
}
