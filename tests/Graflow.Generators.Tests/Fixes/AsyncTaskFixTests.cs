using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class AsyncTaskFixTests
{
    [Fact]
    public Task Async_void_becomes_async_Task() => Fixing<AsyncTaskFix>.ExpectAsync(
        "GRF002",
        "public static partial class Orders { [Task] public static async void Send(int order) => await Task.FromResult(order); }",
        "public static partial class Orders { [Task] public static async Task Send(int order) => await Task.FromResult(order); }");

    [Fact]
    public Task All_of_them_at_once() => Fixing<AsyncTaskFix>.ExpectAllAsync(
        "GRF002",
        "public static partial class Orders { [Task] public static async void Send(int order) => await Task.FromResult(order); [Task] public async static  void Ring() { await Task.Yield(); } }",
        "public static partial class Orders { [Task] public static async Task Send(int order) => await Task.FromResult(order); [Task] public async static  Task Ring() { await Task.Yield(); } }");

    [Fact]
    public Task Other_signatures_are_left_to_a_person() => Fixing<AsyncTaskFix>.ExpectNoneAsync(
        "GRF002",
        "public static partial class Orders { [Task] public static void Send(ref int [|order|]) => order++; }");
}
