using FlowLibrary;
using Graflow;
using Pricing;

var engine = new WorkflowEngine();

Console.WriteLine(await engine.RunAsync(Checkout.Receipt, new Basket("Ada", [10m, 20m, 30m])));
Console.WriteLine(await engine.RunAsync(Checkout.Receipt, new Basket("Grace", [5m])));
