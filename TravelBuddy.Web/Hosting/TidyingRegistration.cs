namespace TravelBuddy.Web.Hosting;

/// <summary>How features say that they have something to forget.</summary>
public static class TidyingRegistration
{
    public static void AddTidying<T>(this IServiceCollection services)
        where T : class, ITidying
    {
        services.AddSingleton<T>();
        services.AddSingleton<ITidying>(provider => provider.GetRequiredService<T>());
    }
}
