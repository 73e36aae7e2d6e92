using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

/// <summary>Spans of time that are written as numbers.</summary>
internal static class Times
{
    /// <returns>Null for any other call.</returns>
    public static TimeSpan? Read(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        if (operation is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: nameof(TimeSpan) } })
        {
            return TimeSpan.Zero;
        }

        if (operation is not IInvocationOperation { TargetMethod: { ContainingType: { Name: nameof(TimeSpan), ContainingNamespace.Name: nameof(System) } } method } call
            || !TryNumber(call, out var number))
        {
            return null;
        }

        return method.Name switch
        {
            nameof(TimeSpan.FromTicks) => TimeSpan.FromTicks((long)number),
            "FromMicroseconds" => Scaled(number, TimeSpan.TicksPerMillisecond / 1000),
            nameof(TimeSpan.FromMilliseconds) => Scaled(number, TimeSpan.TicksPerMillisecond),
            nameof(TimeSpan.FromSeconds) => Scaled(number, TimeSpan.TicksPerSecond),
            nameof(TimeSpan.FromMinutes) => Scaled(number, TimeSpan.TicksPerMinute),
            nameof(TimeSpan.FromHours) => Scaled(number, TimeSpan.TicksPerHour),
            nameof(TimeSpan.FromDays) => Scaled(number, TimeSpan.TicksPerDay),
            _ => null,
        };
    }

    /// <summary>Overloads with several numbers have default values for all but the first; only these are read.</summary>
    private static bool TryNumber(IInvocationOperation call, out double number)
    {
        number = 0;
        var given = call.Arguments.Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToArray();
        if (given.Length != 1 || given[0].Value.ConstantValue is not { HasValue: true, Value: IConvertible value and not string })
        {
            return false;
        }

        number = value.ToDouble(null);
        return true;
    }

    private static TimeSpan? Scaled(double number, long ticks)
    {
        var total = number * ticks;
        return Math.Abs(total) < long.MaxValue ? TimeSpan.FromTicks((long)total) : null;
    }
}
