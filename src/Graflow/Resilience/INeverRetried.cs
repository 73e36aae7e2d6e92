namespace Graflow.Resilience;

/// <summary>Marks an error that another attempt cannot cure, such as a payload that does not decode.</summary>
internal interface INeverRetried;
