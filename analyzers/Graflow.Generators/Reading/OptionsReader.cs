using Graflow.Generators.Diagnostics;
using Graflow.Generators.Models;
using Graflow.Generators.Options;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads the attributes that say how a task runs, and checks them (GRF302) by the rules that the library has for <c>With</c>.</summary>
internal sealed class OptionsReader
{
    private readonly TaskName _task;
    private readonly ProblemList _problems;

    private OptionsReader(TaskName task, ProblemList problems)
    {
        _task = task;
        _problems = problems;
    }

    public static OptionsModel Read(TaskName task, ProblemList problems) => new OptionsReader(task, problems).Read();

    private OptionsModel Read()
    {
        var task = _task.Attribute;
        CheckId(task);
        var options = new OptionsModel
        {
            Handler = NonEmpty(task, "Task.Handler", "a handler, or leave it out for \"direct\""),
            Queue = NonEmpty(task, "Task.Queue", "a queue, or leave it out"),
            Timeout = Duration(task, "Task.Timeout", task.Named<string>("Timeout"), mayBeZero: false),
            Priority = task.Named<int>("Priority"),
        };
        foreach (var attribute in _task.Method.GetAttributes())
        {
            options = attribute.AttributeClass switch
            {
                { Name: "RetryAttribute" } type when type.Is("Graflow", type.Name) => options with { Retry = Retry(attribute) },
                { Name: "LimitAttribute" } type when type.Is("Graflow", type.Name) => options with { Limit = Limit(attribute) },
                { Name: "CacheAttribute" } type when type.Is("Graflow", type.Name) => options with { Cache = Cache(attribute) },
                { Name: "CircuitBreakerAttribute" } type when type.Is("Graflow", type.Name) => options with { CircuitBreaker = CircuitBreaker(attribute) },
                _ => options,
            };
        }

        return options;
    }

    private void CheckId(AttributeData task)
    {
        if (!NameValues.CanStandInPath(_task.Id))
        {
            Report(task, $"the id \"{_task.Id}\" is empty or contains one of / # [ ] !, which separate the parts of a path");
        }
    }

    private RetryModel Retry(AttributeData attribute)
    {
        var attempts = attribute.Argument<int>(0);
        if (attempts < 1)
        {
            Report(attribute, $"Retry.MaxAttempts is {attempts}; it counts all attempts, the first one included, and must be at least 1");
        }

        var delay = Duration(attribute, "Retry.Delay", attribute.Named<string>("Delay"), mayBeZero: true) ?? 0;
        var max = Duration(attribute, "Retry.MaxDelay", attribute.Named<string>("MaxDelay"), mayBeZero: true);
        if (max < delay)
        {
            Report(attribute, $"Retry.MaxDelay is {TimeSpan.FromTicks(max.Value):c}, less than Retry.Delay {TimeSpan.FromTicks(delay):c}");
        }

        return new RetryModel(attempts, delay, attribute.Named<int>("Backoff"), max, attribute.Named<bool>("Jitter"), Exceptions(attribute));
    }

    private static EquatableArray<string> Exceptions(AttributeData attribute)
    {
        var on = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "On").Value;
        return on is { Kind: TypedConstantKind.Array, IsNull: false }
            ? on.Values.Select(static type => type.Value).OfType<INamedTypeSymbol>().Select(RuntimeName).ToEquatableArray()
            : default;
    }

    /// <summary>The name that <c>Type.FullName</c> gives at run time.</summary>
    private static string RuntimeName(INamedTypeSymbol type)
    {
        var name = type.OriginalDefinition.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.MetadataName}+{name}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } @namespace ? $"{@namespace.ToDisplayString()}.{name}" : name;
    }

    private LimitModel Limit(AttributeData attribute)
    {
        var (concurrency, perSecond) = (attribute.Argument<int>(0), attribute.Named<double>("PerSecond"));
        if (concurrency < 0)
        {
            Report(attribute, $"Limit.Concurrency is {concurrency}; it must not be negative");
        }
        else if (!(perSecond >= 0) || double.IsInfinity(perSecond))
        {
            Report(attribute, $"Limit.PerSecond is {perSecond}; it must be a number that is not negative");
        }
        else if (concurrency == 0 && perSecond == 0)
        {
            Report(attribute, "Limit sets neither Concurrency nor PerSecond; set one of them");
        }

        return new LimitModel(concurrency, perSecond, attribute.Named<string>("Key"));
    }

    private CacheModel Cache(AttributeData attribute) =>
        new(Duration(attribute, "Cache.Ttl", attribute.Argument<string>(0) ?? "", mayBeZero: false) ?? 0, attribute.Named<string>("Key"));

    private CircuitBreakerModel CircuitBreaker(AttributeData attribute)
    {
        var failures = attribute.Argument<int>(0);
        if (failures < 1)
        {
            Report(attribute, $"CircuitBreaker.Failures is {failures}; it must be at least 1");
        }

        var reset = Duration(attribute, "CircuitBreaker.Reset", attribute.Argument<string>(1) ?? "", mayBeZero: false);
        return new CircuitBreakerModel(failures, reset ?? 0, attribute.Named<string>("Key"));
    }

    private string? NonEmpty(AttributeData attribute, string option, string advice)
    {
        var value = attribute.Named<string>(option.Substring(option.IndexOf('.') + 1));
        if (value is "")
        {
            Report(attribute, $"{option} is empty; name {advice}");
        }

        return value;
    }

    private long? Duration(AttributeData attribute, string option, string? text, bool mayBeZero)
    {
        if (text is null)
        {
            return null;
        }

        // "30" alone would be 30 days, which nobody means.
        if (!TimeSpan.TryParseExact(text, "c", null, out var duration) || text.IndexOf(':') < 0)
        {
            Report(attribute, $"{option} is \"{text}\", which is no duration; write hours, minutes and seconds, such as \"00:00:30\"");
            return null;
        }

        if (duration < TimeSpan.Zero || (duration == TimeSpan.Zero && !mayBeZero))
        {
            Report(attribute, $"{option} is {text}; it must {(mayBeZero ? "not be negative" : "be more than zero")}");
        }

        return duration.Ticks;
    }

    private void Report(AttributeData attribute, string problem)
    {
        var syntax = attribute.ApplicationSyntaxReference;
        var location = syntax is null ? ProblemList.SourceOf(_task.Method) : Location.Create(syntax.SyntaxTree, syntax.Span);
        _problems.Add(Rules.Option, location, _task.Method.Name, problem);
    }
}
