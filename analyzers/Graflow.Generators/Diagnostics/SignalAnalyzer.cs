using System.Collections.Concurrent;
using System.Collections.Immutable;
using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Diagnostics;

/// <summary>GRF207: a signal is sent as a type that no wait of its name is for, while one is for another type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SignalAnalyzer : DiagnosticAnalyzer
{
    private const string Send = "SignalAsync";
    private const string Wait = "WaitFor";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SignalRules.TwoTypes];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var uses = new ConcurrentBag<SignalUse>();
            start.RegisterSyntaxNodeAction(node => Find(node, uses), SyntaxKind.InvocationExpression);
            start.RegisterCompilationEndAction(end => Report(end, uses));
        });
    }

    private static void Find(SyntaxNodeAnalysisContext context, ConcurrentBag<SignalUse> uses)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (!SignalCalls.MayBe(call)
            || SignalCalls.Read(call, context.SemanticModel, context.CancellationToken) is not { Source: IMethodSymbol { Name: Send or Wait } method } root
            || NameOf(call, method) is not { } argument
            || context.SemanticModel.GetConstantValue(argument, context.CancellationToken) is not { HasValue: true, Value: string name })
        {
            return;
        }

        uses.Add(new SignalUse(name, root.Type, method.Name == Wait, argument.GetLocation()));
    }

    /// <summary>The argument that names the signal, by its place or by the parameter's name.</summary>
    private static ExpressionSyntax? NameOf(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var place = method.Name == Wait ? 0 : 1;
        var arguments = call.ArgumentList.Arguments;
        return arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "name")?.Expression
            ?? (arguments.Count > place && arguments[place].NameColon is null ? arguments[place].Expression : null);
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentBag<SignalUse> uses)
    {
        foreach (var signal in uses.GroupBy(static use => use.Name, StringComparer.Ordinal))
        {
            var waits = signal.Where(static use => use.IsWait).OrderBy(static wait => wait.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static wait => wait.Place.SourceSpan.Start).ToList();
            foreach (var send in waits.Count == 0 ? [] : signal.Where(use => !use.IsWait && !waits.Exists(wait => wait.TypeText == use.TypeText)))
            {
                var message = SignalWords.WrongType($"The signal \"{signal.Key}\"", send.ShownType, waits[0].ShownType);
                context.ReportDiagnostic(Diagnostic.Create(SignalRules.TwoTypes, send.Place, [waits[0].Place], null, message));
            }
        }
    }

    /// <param name="Name">The signal.</param>
    /// <param name="Type">What is sent or waited for.</param>
    /// <param name="IsWait">Whether it is waited for.</param>
    /// <param name="Place">Where its name stands.</param>
    private sealed record SignalUse(string Name, ITypeSymbol Type, bool IsWait, Location Place)
    {
        public string TypeText { get; } = PayloadTypeReader.TextOf(Type);

        public string ShownType => Type.ToDisplayString(TypeNames.Short);
    }
}
