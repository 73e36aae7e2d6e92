using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>What a task takes or yields.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">Such as <c>The input 'order' of 'Price'</c>.</param>
/// <param name="Place">The parameter or the method.</param>
internal sealed record TaskValue(ITypeSymbol Type, string Text, ISymbol Place)
{
    public static IEnumerable<TaskValue> Of(IMethodSymbol method, TypeTexts texts)
    {
        foreach (var parameter in method.Parameters)
        {
            var what = ParameterReader.Read(parameter, texts, new ProblemList())?.Kind switch
            {
                ParameterKind.Input => "input",
                ParameterKind.Channel => "channel value",
                _ => null,
            };
            if (what is not null)
            {
                yield return new TaskValue(parameter.Type, $"The {what} '{parameter.Name}' of '{method.Name}'", parameter);
            }
        }

        if (OutputReader.ValueOf(method) is { } output && TypeProblems.Find(output) is null)
        {
            yield return new TaskValue(output, $"The output of '{method.Name}'", method);
        }
    }
}
