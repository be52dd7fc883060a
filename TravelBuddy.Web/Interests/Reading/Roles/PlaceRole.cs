namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>What a place is named for.</summary>
internal enum PlaceRole
{
    /// <summary>Somebody wants to go there.</summary>
    Wish,

    /// <summary>Somebody wants to go anywhere but there.</summary>
    Unwanted,

    /// <summary>Something else is wanted instead of it.</summary>
    Replaced,

    /// <summary>The trip is to set off there.</summary>
    Start,

    /// <summary>Somebody was there before, or it is spoken of by the way.</summary>
    Earlier,

    /// <summary>Somebody lives, works or will be there, which says where the trip sets off if nothing else does.</summary>
    Lives,
}
