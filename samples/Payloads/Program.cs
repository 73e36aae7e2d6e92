// What tasks take and yield can leave the process: the generator writes a codec for each type, in MemoryPack's binary format,
// without attributes and without reflection. Here the codecs are called by hand, to see what they do.
using Graflow;

var order = new Order(7, new Customer("Ada"), [new Line("tea", 2), new Line("jam", 1)]) { Payment = new Card("4711") };
var payload = PayloadSerializer.Serialize(order);
var read = PayloadSerializer.Deserialize<Order>(payload);
Console.WriteLine($"{payload.Length} bytes: {read.Customer.Name} pays {string.Join(" and ", read.Lines)} with {read.Payment}");

// An object is the count of its members, then each of them in the order of its declaration: 02 for two, the text, the number.
Console.WriteLine(Convert.ToHexStringLower(PayloadSerializer.Serialize(new Line("tea", 2))));

// An older version wrote fewer members: those that are missing take the default of their parameter or their initializer.
// So new members go to the end, with a default.
var older = PayloadSerializer.Deserialize<Customer>(PayloadSerializer.Serialize(new CustomerOfLastYear("Grace")));
Console.WriteLine($"{older.Name} speaks {older.Language}");

// A newer version is refused, as is everything else that is no value. The error says where.
try
{
    PayloadSerializer.Deserialize<CustomerOfLastYear>(PayloadSerializer.Serialize(older));
}
catch (PayloadException error)
{
    Console.WriteLine(error.Message);
}

try
{
    PayloadSerializer.Deserialize<Order>(payload.AsSpan(0, 40));
}
catch (PayloadException error)
{
    Console.WriteLine(error.Message);
}

// A payload never chooses a type: an interface lists what it may be, and a value of any other type is refused when it is written.
try
{
    PayloadSerializer.Serialize(order with { Payment = new Shells() });
}
catch (NotSerializableException error)
{
    Console.WriteLine(error.Message);
}

internal sealed record Order(int Id, Customer Customer, List<Line> Lines)
{
    public IPayment? Payment { get; init; }

    // A member that is computed can be left out.
    [PayloadIgnore]
    public int Count => Lines.Sum(line => line.Quantity);
}

internal sealed record Customer(string Name, string Language = "English");

internal sealed record Line(string Item, int Quantity)
{
    public override string ToString() => $"{Quantity} {Item}";
}

[Union(0, typeof(Card)), Union(1, typeof(Cash))]
internal interface IPayment;

internal sealed record Card(string Number) : IPayment;

internal sealed record Cash : IPayment;

internal sealed record Shells : IPayment;

// No task takes it, so it asks for its codec.
[Payload]
internal sealed record CustomerOfLastYear(string Name);

internal static partial class Shop
{
    // All that these reach has a codec: Order, Customer, Line, List<Line>, IPayment and the types of its union.
    [Task] public static Order Check(Order order) => order;
}
