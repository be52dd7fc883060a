namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What an elder calls themselves in Vietnamese, and so is called; <see cref="CoChu"/> of whom is known no more than that we are their child or grandchild. Stored by name: never rename.</summary>
public enum Kin { Ong, Ba, Bac, Co, Chu, Ma, CoChu }

/// <summary>The words for it.</summary>
public static class KinWords
{
    /// <summary>How the person is called.</summary>
    public static string Called(this Kin kin) => kin switch { Kin.Ong => "ông", Kin.Ba => "bà", Kin.Bac => "bác", Kin.Co => "cô", Kin.Chu => "chú", Kin.CoChu => "cô chú", _ => "má" };

    /// <summary>How we call ourselves to them: as they call us, "cháu" where they did not.</summary>
    public static string Ours(this Kin kin, bool asChild = false) => asChild || kin == Kin.Ma ? "con" : "cháu";
}
