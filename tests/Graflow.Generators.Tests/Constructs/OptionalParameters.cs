public static partial class Reports
{
    [Task] public static string Write(int total, string title = "Re\"port", double scale = 1.5, DayOfWeek day = DayOfWeek.Friday, int? most = null, CancellationToken ct = default) => title;

    [Task] public static string OnlyOptional(string title = "x") => title;

    [Task] public static int Rest(params int[] numbers) => numbers.Length;
}
