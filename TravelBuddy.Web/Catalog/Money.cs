namespace TravelBuddy.Web.Catalog;

/// <summary>An amount in a currency (ISO 4217 code in capitals).</summary>
public readonly record struct Money(decimal Amount, string Currency);
