namespace Graflow.Pictures;

internal enum PictureArrow
{
    /// <summary>A value goes along it.</summary>
    Data,

    /// <summary>It only orders.</summary>
    Order,

    /// <summary>Taken when what it comes from fails.</summary>
    Failure,

    /// <summary>A body may ask for it.</summary>
    Next,
}
