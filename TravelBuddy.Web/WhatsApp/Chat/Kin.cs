namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What an elder calls themselves in Vietnamese, and so is called. Stored by name: never rename.</summary>
public enum Kin { Ong, Ba, Bac, Co, Chu, Ma }

/// <summary>The words for it.</summary>
public static class KinWords
{
    /// <summary>How the person is called.</summary>
    public static string Called(this Kin kin) => kin switch { Kin.Ong => "ông", Kin.Ba => "bà", Kin.Bac => "bác", Kin.Co => "cô", Kin.Chu => "chú", _ => "má" };

    /// <summary>How we call ourselves to them: as they call us, "cháu" where they did not.</summary>
    public static string Ours(this Kin kin, bool asChild = false) => asChild || kin == Kin.Ma ? "con" : "cháu";
}
