using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Docs;

/// <summary>What the pages show is what happens. Alone, because running a block redirects the console.</summary>
[Collection(nameof(DocTests))]
[CollectionDefinition(nameof(DocTests), DisableParallelization = true)]
public sealed class DocTests
{
    public static TheoryData<string> Blocks => [.. DocPages.Blocks.Select(block => block.Name)];

    public static TheoryData<string> Explained => [.. DocPages.Blocks.Where(block => block.Text is not null).Select(block => block.Name)];

    public static TheoryData<string> Throwing => [.. DocPages.Blocks.Where(block => block.Thrown.Any()).Select(block => block.Name)];

    public static TheoryData<string> Rules => [.. DocPages.Rules.Select(page => page[..^".md".Length])];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_block_is_refused_in_its_marked_lines_and_nowhere_else(string name)
    {
        var block = Block(name);
        var problems = await DocProgram.BuildAsync(block);
        Assert.True(
            block.Refused.SequenceEqual(problems.Select(problem => (DocProgram.LineOf(problem), problem.Id)).Distinct()),
            $"{name}\n{string.Join('\n', problems)}");
    }

    [Theory]
    [MemberData(nameof(Throwing))]
    public void A_block_throws_what_it_says(string name)
    {
        var thrown = Record.Exception(() => DocProgram.Run(Block(name)));
        Assert.EndsWith($"/analyzers/docs/{Assert.Single(Block(name).Thrown)}.md", Innermost(thrown).HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Explained))]
    public async Task The_text_after_a_block_is_what_one_sees(string name)
    {
        var block = Block(name);
        var seen = (await SeenAsync(block)).ReplaceLineEndings("\n").TrimEnd();
        if (Environment.GetEnvironmentVariable("GRAFLOW_ACCEPT") == "1")
        {
            DocPages.Accept(block, seen);
        }
        else
        {
            Assert.Equal(block.Text, seen);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_shows_its_rule_and_code_that_keeps_it(string id)
    {
        var blocks = DocPages.Blocks.Where(block => block.Page == $"analyzers/docs/{id}.md").ToList();
        Assert.Contains(blocks, block => block.Refused.Any(mark => mark.Id == id) || block.Thrown.Contains(id));
        Assert.Contains(blocks, block => !block.Refused.Any() && !block.Thrown.Any());
    }

    [Fact]
    public void The_first_example_of_the_readme_says_what_it_prints() =>
        Assert.NotNull(DocPages.Blocks.First(block => block.Page == "README.md").Text);

    private static DocBlock Block(string name) => DocPages.Blocks.Single(block => block.Name == name);

    private static async Task<string> SeenAsync(DocBlock block)
    {
        if (block.Thrown.Any())
        {
            return Innermost(Record.Exception(() => DocProgram.Run(block))).Message;
        }

        var problems = await DocProgram.BuildAsync(block);
        return problems.Count == 0 ? DocProgram.Run(block) : string.Join('\n', problems.Select(problem => $"{problem.Severity.ToString().ToLowerInvariant()} {problem.Id}: {problem.GetMessage(null)}"));
    }

    // A flow in a static member fails while its type is initialized.
    private static Exception Innermost(Exception? thrown) =>
        Assert.IsAssignableFrom<Exception>(thrown) is TypeInitializationException { InnerException: { } cause } ? Innermost(cause) : thrown!;
}
