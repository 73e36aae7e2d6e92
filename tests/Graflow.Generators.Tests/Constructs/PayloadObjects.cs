namespace Shop;

public static partial class Orders
{
    [Task] public static Order Load(int id) => new();
}

public class Order : Document
{
    public int Id { get; set; }
    public Customer? Customer { get; set; }
    public List<Line> Lines { get; set; } = [];
    public Status Status;
    public DateTimeOffset? Placed { get; set; }
    public decimal Total => Lines.Sum(line => line.Price);
    [PayloadIgnore] public int Cached { get; set; }
    public override string Title { get; set; } = "Order";
    public static int Count { get; set; }
    public string this[int index] => "";
    private string? Secret { get; set; }
}

public class Document
{
    public virtual string Title { get; set; } = "";
    public Uri? Source { get; set; }
}

public sealed record Customer(string Name, int Age = 18, bool IsNew = false);

public readonly record struct Line(string Sku, decimal Price);

public enum Status : byte { Open, Closed }
