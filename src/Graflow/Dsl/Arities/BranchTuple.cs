// Written by eng/Arities.cs.
namespace Graflow.Dsl;

/// <summary>Branches' outputs as a tuple, in branch order.</summary>
internal static class BranchTuple
{
    internal static (T1, T2) Values<T1, T2>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1));

    internal static (Outcome<T1>, Outcome<T2>) Outcomes<T1, T2>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1));

    internal static (T1, T2, T3) Values<T1, T2, T3>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>) Outcomes<T1, T2, T3>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2));

    internal static (T1, T2, T3, T4) Values<T1, T2, T3, T4>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>) Outcomes<T1, T2, T3, T4>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3));

    internal static (T1, T2, T3, T4, T5) Values<T1, T2, T3, T4, T5>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>) Outcomes<T1, T2, T3, T4, T5>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4));

    internal static (T1, T2, T3, T4, T5, T6) Values<T1, T2, T3, T4, T5, T6>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>) Outcomes<T1, T2, T3, T4, T5, T6>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5));

    internal static (T1, T2, T3, T4, T5, T6, T7) Values<T1, T2, T3, T4, T5, T6, T7>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>) Outcomes<T1, T2, T3, T4, T5, T6, T7>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8) Values<T1, T2, T3, T4, T5, T6, T7, T8>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8), reader.Read<T10>(9));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8), reader.Outcome<T10>(9));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8), reader.Read<T10>(9), reader.Read<T11>(10));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8), reader.Outcome<T10>(9), reader.Outcome<T11>(10));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8), reader.Read<T10>(9), reader.Read<T11>(10), reader.Read<T12>(11));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8), reader.Outcome<T10>(9), reader.Outcome<T11>(10), reader.Outcome<T12>(11));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8), reader.Read<T10>(9), reader.Read<T11>(10), reader.Read<T12>(11), reader.Read<T13>(12));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8), reader.Outcome<T10>(9), reader.Outcome<T11>(10), reader.Outcome<T12>(11), reader.Outcome<T13>(12));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8), reader.Read<T10>(9), reader.Read<T11>(10), reader.Read<T12>(11), reader.Read<T13>(12), reader.Read<T14>(13));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8), reader.Outcome<T10>(9), reader.Outcome<T11>(10), reader.Outcome<T12>(11), reader.Outcome<T13>(12), reader.Outcome<T14>(13));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8), reader.Read<T10>(9), reader.Read<T11>(10), reader.Read<T12>(11), reader.Read<T13>(12), reader.Read<T14>(13), reader.Read<T15>(14));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>, Outcome<T15>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8), reader.Outcome<T10>(9), reader.Outcome<T11>(10), reader.Outcome<T12>(11), reader.Outcome<T13>(12), reader.Outcome<T14>(13), reader.Outcome<T15>(14));

    internal static (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16) Values<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(BranchReader reader) =>
        (reader.Read<T1>(0), reader.Read<T2>(1), reader.Read<T3>(2), reader.Read<T4>(3), reader.Read<T5>(4), reader.Read<T6>(5), reader.Read<T7>(6), reader.Read<T8>(7), reader.Read<T9>(8), reader.Read<T10>(9), reader.Read<T11>(10), reader.Read<T12>(11), reader.Read<T13>(12), reader.Read<T14>(13), reader.Read<T15>(14), reader.Read<T16>(15));

    internal static (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>, Outcome<T9>, Outcome<T10>, Outcome<T11>, Outcome<T12>, Outcome<T13>, Outcome<T14>, Outcome<T15>, Outcome<T16>) Outcomes<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(BranchReader reader) =>
        (reader.Outcome<T1>(0), reader.Outcome<T2>(1), reader.Outcome<T3>(2), reader.Outcome<T4>(3), reader.Outcome<T5>(4), reader.Outcome<T6>(5), reader.Outcome<T7>(6), reader.Outcome<T8>(7), reader.Outcome<T9>(8), reader.Outcome<T10>(9), reader.Outcome<T11>(10), reader.Outcome<T12>(11), reader.Outcome<T13>(12), reader.Outcome<T14>(13), reader.Outcome<T15>(14), reader.Outcome<T16>(15));
}
