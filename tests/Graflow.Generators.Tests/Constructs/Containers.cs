namespace Deep.@namespace
{
    public partial record Outer
    {
        public partial struct Middle
        {
            internal static partial class Inner
            {
                [Task] public static int One(int x) => x;
            }

            [Task] public static int Two(int x) => x;
        }

        public partial record struct Plain
        {
            [Task] internal static int Three(int x) => x;
        }
    }

    public partial interface IContract
    {
        [Task] static int Four(int x) => x;
    }

    public readonly partial struct ReadOnly
    {
        [Task] public static int Five(int x) => x;
    }
}

public partial class Parent
{
    [Task] public static int Up(int x) => x;
}

public partial class Child : Parent
{
    [Task] public static int Down(int x) => x;
}

[TasksClass("Steps")]
public partial class Renamed
{
    public static int Tasks => 1;

    [Task] public static int Step(int x) => x;
}
