namespace Graflow.Payloads.Tests.Shapes;

/// <summary>Its memory has padding, bits to check, and private fields.</summary>
[Payload]
internal struct Flagged
{
    private bool _flag;

    public Padded? Maybe { get; set; }

    public Padded Inner;

    public DateTime At { readonly get; set; }

    public (byte, bool) Pair;

    public bool Flag
    {
        readonly get => _flag;
        set => _flag = value;
    }
}
