namespace Pricing;

/// <summary>What a customer wants to buy.</summary>
public sealed record Basket(string Customer, decimal[] Items);
