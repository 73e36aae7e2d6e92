using Graflow;
using Graflow.Payloads.Tests.Shapes;

// What the tests serialize and no task or channel key names.
[assembly: Payload(typeof(Level?))]
[assembly: Payload(typeof(Point[]))]
[assembly: Payload(typeof(Point?))]
[assembly: Payload(typeof(Mixed?))]
[assembly: Payload(typeof(Customer[]))]
[assembly: Payload(typeof(Dictionary<Level, Customer>))]
[assembly: Payload(typeof(Outer<int>))]
[assembly: Payload(typeof(Nest<int>.Inner<string>))]
[assembly: Payload(typeof(Flagged[]))]
[assembly: Payload(typeof(Odd?))]
[assembly: Payload(typeof((byte, Two, One)))]
[assembly: Payload(typeof(ArraySegment<Animal>))]
