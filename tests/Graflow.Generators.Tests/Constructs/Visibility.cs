public partial class Visible
{
    [Task] public static int Public(int x) => x;
    [Task] internal static int Internal(Hidden x) => x.Value;
    [Task] private static int Private(int x) => x;
    [Task] protected static int Protected(int x) => x;
    [Task] private protected static int PrivateProtected(int x) => x;
    [Task] protected internal static int ProtectedInternal(Nested x) => x.Value;

    protected internal record Nested(int Value);
}

internal record Hidden(int Value);

internal partial class HiddenHolder
{
    [Task] private static int Only(Hidden x) => x.Value;
}
