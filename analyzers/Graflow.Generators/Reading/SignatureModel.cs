using Graflow.Generators.Models;

namespace Graflow.Generators.Reading;

/// <summary>A method's parameters and output, and the library classes that its nodes derive from.</summary>
internal sealed record SignatureModel(EquatableArray<ParameterModel> Parameters, OutputModel Output, NodeBase Base, NodeBase DefaultsBase);
