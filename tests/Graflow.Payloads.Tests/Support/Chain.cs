using Graflow.CompilerServices;

namespace Graflow.Payloads.Tests.Support;

/// <summary>A type that contains itself, with the codec that a generator writes for it.</summary>
internal sealed class Chain
{
    public int Number { get; set; }

    public Chain? Next { get; set; }

    public static Chain OfLength(int length)
    {
        var first = new Chain { Number = 1 };
        var last = first;
        for (var i = 2; i <= length; i++)
        {
            last = last.Next = new() { Number = i };
        }

        return first;
    }

    public int Length()
    {
        var length = 0;
        for (var link = this; link is not null; link = link.Next)
        {
            length++;
        }

        return length;
    }

    internal sealed class Codec : PayloadCodec<Chain?>
    {
        public override int MinimumSize => 1;

        public override void Write(ref PayloadWriter writer, Chain? value)
        {
            if (value is null)
            {
                writer.WriteNull();
                return;
            }

            writer.Enter();
            writer.WriteObjectHeader(2);
            writer.WriteUnmanaged(value.Number);
            writer.Write(value.Next);
            writer.Leave();
        }

        public override Chain? Read(ref PayloadReader reader)
        {
            if (!reader.TryReadObjectHeader(out var count))
            {
                return null;
            }

            reader.Enter();
            var member = "Number";
            try
            {
                if (count > 2)
                {
                    throw PayloadFailure.OfMemberCount(reader.Offset, nameof(Chain), count, 2);
                }

                var chain = new Chain();
                chain.Number = count > 0 ? reader.ReadUnmanaged<int>() : 0;
                member = "Next";
                chain.Next = count > 1 ? reader.Read<Chain?>() : null;
                reader.Leave();
                return chain;
            }
            catch (PayloadException error) when (PayloadFailure.Within(error, member))
            {
                throw;
            }
        }
    }
}
