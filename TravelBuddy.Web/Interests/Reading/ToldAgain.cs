namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Children counted first and then told of one by one: "2 bé, bé 3 tuổi", "2 children, a girl of 4 and a boy of 6" are two.</summary>
internal sealed class ToldAgain
{
    private int _untold;
    private bool _telling;

    /// <summary>Whether so many children with their ages are among those counted before; joined: by words that take somebody along ("và", "with"), who is one more.</summary>
    public bool Is(int count, bool aged, bool joined)
    {
        if (aged && count <= _untold && (_telling || !joined))
        {
            (_untold, _telling) = (_untold - count, true);
            return true;
        }

        (_untold, _telling) = (aged ? 0 : count, false);
        return false;
    }

    /// <summary>Somebody else is told of, and with them the children are done.</summary>
    public void End() => (_untold, _telling) = (0, false);
}
