using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Ranking;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Candidates;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Searches as the built-in encoder of an application asks for them.</summary>
public static class Probes
{
    public static Probe Probe(this IServiceProvider services, Wishes wishes, HardLimits? limits = null)
    {
        var encoded = services.GetRequiredService<BuiltInEncoder>().Encode(wishes);
        var query = new RankingQuery(RankingLayout.Blocks, [.. wishes.Weights ?? VectorLayout.DefaultWeights]);
        for (var c = 0; c < encoded.Alternatives.Count; c++)
        {
            foreach (var alternative in encoded.Alternatives[c])
            {
                query.AddAlternative(c, alternative);
            }
        }

        return new Probe(encoded, query, limits ?? HardLimits.None);
    }
}
