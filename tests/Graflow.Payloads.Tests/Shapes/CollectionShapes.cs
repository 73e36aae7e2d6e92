namespace Graflow.Payloads.Tests.Shapes;

/// <summary>A collection of itself.</summary>
[Payload]
internal sealed class Branch : List<Branch>;

/// <summary>Not empty when it is new.</summary>
[Payload]
internal sealed class Defaults : List<string>
{
    public Defaults()
    {
        Add("default");
    }
}

/// <summary>A set, which says nothing of what it has already.</summary>
[Payload]
internal sealed class Labels : HashSet<string>;

/// <summary>Says that it has one element more than it has.</summary>
[Payload]
internal sealed class Boaster : ICollection<int>
{
    public int Count => 1;

    public bool IsReadOnly => false;

    public void Add(int item)
    {
    }

    public void Clear()
    {
    }

    public bool Contains(int item) => false;

    public void CopyTo(int[] array, int arrayIndex)
    {
    }

    public bool Remove(int item) => false;

    public IEnumerator<int> GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
