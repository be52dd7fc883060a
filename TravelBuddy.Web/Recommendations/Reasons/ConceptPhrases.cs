using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>
/// Sentences about concepts. Labels are nouns, gerunds and adjectives, so things come as a list that any of them can stand in; diets are catered for and
/// travellers suited, which neither "has" nor "mentions" would say.
/// </summary>
internal static class ConceptPhrases
{
    /// <summary>Concepts that are people or what people bear with, as they follow "suits": in English, and in Vietnamese where the label does not do.</summary>
    private static readonly Dictionary<string, (string En, string? Vi)> Whom = new(StringComparer.Ordinal)
    {
        ["backpackers"] = ("backpackers", "dân du lịch bụi"),
        ["beginners"] = ("beginners", null),
        ["big-group"] = ("large groups", null),
        ["visually-impaired"] = ("visually impaired travellers", "khách khiếm thị"),
        ["hearing-impaired"] = ("deaf travellers", "khách khiếm thính"),
        ["company"] = ("company groups", null),
        ["couple"] = ("couples", null),
        ["disabled"] = ("people with reduced mobility", "người đi lại khó khăn"),
        ["weak-legs"] = ("people who cannot walk far", "người không đi bộ được nhiều"),
        ["elderly"] = ("older travellers", null),
        ["family-with-kids"] = ("families with children", null),
        ["fear-of-heights"] = ("people afraid of heights", "người sợ độ cao"),
        ["fit-travellers"] = ("fit travellers", "người có thể lực tốt"),
        ["group-of-friends"] = ("groups of friends", null),
        ["lgbt-friendly"] = ("LGBT travellers", "khách LGBT"),
        ["motion-sickness"] = ("people prone to motion sickness", "người dễ say tàu xe"),
        ["non-swimmer"] = ("people who cannot swim", "người không biết bơi"),
        ["over-eighty"] = ("people in their eighties", "người ngoài 80 tuổi"),
        ["parents"] = ("your parents", "bố mẹ"),
        ["pets"] = ("travellers with pets", "khách mang theo thú cưng"),
        ["pregnant"] = ("expectant mothers", null),
        ["women-only"] = ("women only", "nữ"),
        ["solo-woman"] = ("women travelling alone", "phụ nữ đi một mình"),
        ["single-parent"] = ("single parents", "bố mẹ đơn thân"),
        ["solo"] = ("solo travellers", "khách đi một mình"),
    };

    /// <summary>Those a tour is made for, where the concept names the thing and not them.</summary>
    private static readonly Dictionary<string, (string En, string Vi)> Audiences = new(StringComparer.Ordinal)
    {
        ["accessible"] = ("wheelchair users", "khách đi xe lăn"),
        ["golf"] = ("golfers", "người chơi golf"),
        ["halal"] = ("guests who eat halal", "khách ăn halal"),
        ["honeymoon"] = ("honeymooners", "cặp đôi trăng mật"),
        ["vegan"] = ("vegans", "khách ăn thuần chay"),
    };

    private const string Allergy = "food-allergy";
    private const string AnyDiet = "special-diet";

    /// <summary>What it has of what was wished. An allergy that it mentions is for the agency to answer for.</summary>
    public static string Has(IReadOnlyList<Concept> concepts, bool vi)
    {
        var (things, diets, allergies, people) = Sorted(concepts, vi);
        return Clauses(
            things is null ? null : vi ? $"{things}, đúng ý bạn" : $"{things}, as you wanted",
            diets is null ? null : vi ? $"có {diets}" : $"caters for your diet: {diets}",
            Mentioned(allergies, vi),
            people is null ? null : vi ? $"hợp với {people}" : $"suits {people}");
    }

    /// <summary>What it has of what the traveller cannot do without.</summary>
    public static string HasEssential(IReadOnlyList<Concept> concepts, bool vi)
    {
        var things = BesidesAllergies(concepts, vi);
        return Clauses(
            things.Length == 0 ? null : vi ? $"{things}, đúng điều bạn cần" : $"has what you need: {things}",
            Mentioned(Sorted(concepts, vi).Allergies, vi));
    }

    /// <summary>That its food covers another diet than the one it is made for; of an allergy one speaks all the same.</summary>
    public static string Covers(IReadOnlyList<Concept> both, bool vi) => both is not [var made, var asked, ..] ? ""
        : (vi ? $"Đồ ăn {Label(made, vi)}, hợp với yêu cầu của bạn: {Label(asked, vi)}" : $"Its food is {Label(made, vi)}, which goes with what you asked for: {Label(asked, vi)}")
            + (!IsAllergy(asked) ? "" : vi ? "; vẫn nên báo khi đặt" : "; say so all the same when you book");

    /// <summary>What it does not mention of what the traveller cannot do without; none where all that is known are the traveller's own words.</summary>
    public static string LacksEssential(IReadOnlyList<Concept> concepts, bool vi)
    {
        var things = BesidesAllergies(concepts, vi);
        var named = things.Length == 0 ? "" : $": {things}";
        return Clauses(
            things.Length == 0 && concepts.Count > 0 ? null
            : vi ? $"chưa thấy ghi {(things.Length == 0 ? "điều bạn cần" : things)}; hãy hỏi trước khi đặt" : $"does not mention your must-have{named}; ask before you book",
            Unmentioned(Sorted(concepts, vi).Allergies, vi));
    }

    /// <summary>What speaks against what the traveller cannot do without; a kitchen may still cook around an allergy.</summary>
    public static string AgainstEssential(IReadOnlyList<Concept> concepts, bool vi)
    {
        var things = BesidesAllergies(concepts, vi);
        var allergies = Sorted(concepts, vi).Allergies;
        return Clauses(
            things.Length == 0 ? null : vi ? $"trái với điều bạn cần: {things}" : $"goes against your must-have: {things}",
            allergies is null ? null
            : vi ? $"có món không hợp với dị ứng hay kiêng khem của bạn ({allergies}), hãy hỏi công ty du lịch trước khi đặt"
            : $"serves something that an allergy or intolerance speaks against ({allergies}): ask the agency before you book");
    }

    /// <summary>What was wished and a place of the tour has, whatever the tour says.</summary>
    public static string OfPlace(Concept concept, string place, bool vi) => Clauses($"{Label(concept, vi)}: {(vi ? "có ở" : "at")} {place}");

    /// <summary>What it does not mention of what was wished.</summary>
    public static string DoesNotSay(IReadOnlyList<Concept> concepts, bool vi)
    {
        var (things, diets, allergies, people) = Sorted(concepts, vi);
        return vi
            ? Clauses(
                Unclear(things, people),
                diets is null ? null : $"chưa thấy ghi có {diets}",
                Unmentioned(allergies, vi))
            : Clauses(
                things is null ? null : $"does not mention: {things}",
                diets is null ? null : $"does not say whether it caters for your diet: {diets}",
                Unmentioned(allergies, vi),
                people is null ? null : $"does not say whether it suits {people}");
    }

    private static string? Unclear(string? things, string? people) => (things, people) switch
    {
        (null, null) => null,
        (null, _) => $"chưa rõ có hợp với {people} không",
        (_, null) => $"chưa rõ có {things} không",
        _ => $"chưa rõ có {things} không, có hợp với {people} không",
    };

    /// <summary>What it does not say of diets and allergies asked for, and whom to ask.</summary>
    public static string DietUnsaid(IReadOnlyList<Concept> concepts, bool vi)
    {
        var diets = Listed([.. concepts.Where(concept => !IsAllergy(concept)).Select(concept => Dish(concept, vi))], vi ? " và " : " and ");
        return Clauses(
            diets.Length == 0 ? null
            : vi ? $"chưa thấy ghi có {diets}; hãy hỏi trước khi đặt"
            : $"does not say whether it caters for your diet: {diets}; ask before you book",
            Unmentioned(Sorted(concepts, vi).Allergies, vi));
    }

    /// <summary>People, or those who bear with something badly, as a list.</summary>
    public static string People(IReadOnlyList<Concept> concepts, bool vi) => Listed([.. concepts.Select(concept => Person(concept, vi))], vi ? " và " : " and ");

    /// <summary>Those a tour is made for, as a list.</summary>
    public static string MadeFor(IReadOnlyList<Concept> concepts, bool vi) =>
        Listed([.. concepts.Select(concept => Audiences.TryGetValue(concept.Id, out var whom) ? vi ? whom.Vi : whom.En : Person(concept, vi))], vi ? " và " : " and ");

    public static string Listed(IReadOnlyList<string> items, string last) =>
        items.Count < 2 ? items.FirstOrDefault() ?? "" : string.Join(", ", items.Take(items.Count - 1)) + last + items[^1];

    private static string? Mentioned(string? allergies, bool vi) => allergies is null ? null
        : vi ? $"có nhắc đến {allergies}, hãy hỏi kỹ công ty du lịch trước khi đặt"
        : $"mentions {allergies}: ask the agency what it can do before you book";

    private static string? Unmentioned(string? allergies, bool vi) => allergies is null ? null
        : vi ? $"công ty du lịch không ghi gì về dị ứng hay kiêng khem ({allergies}), hãy hỏi họ trước khi đặt"
        : $"the agency does not say what it can do about an allergy or intolerance ({allergies}): ask them before you book";

    private static string BesidesAllergies(IEnumerable<Concept> concepts, bool vi) =>
        Listed([.. concepts.Where(concept => !IsAllergy(concept)).Select(concept => Label(concept, vi))], vi ? " và " : " and ");

    /// <summary>An allergy, or a diet of no name: what can be cooked is for the agency to say.</summary>
    private static bool IsAllergy(Concept concept) => concept.Id is Allergy or AnyDiet || concept.Broader.Contains(Allergy);

    private static (string? Things, string? Diets, string? Allergies, string? People) Sorted(IReadOnlyList<Concept> concepts, bool vi)
    {
        var people = concepts.Where(concept => concept.Kind == ConceptKind.Traveller || Whom.ContainsKey(concept.Id)).ToList();
        var diets = concepts.Where(concept => concept.Kind == ConceptKind.Diet).ToList();
        return (
            Joined(concepts.Except(people).Except(diets), concept => Label(concept, vi)),
            Joined(diets.Where(concept => !IsAllergy(concept)), concept => Dish(concept, vi)),
            Joined(diets.Where(IsAllergy), concept => Label(concept, vi)),
            Joined(people, concept => Person(concept, vi)));

        string? Joined(IEnumerable<Concept> some, Func<Concept, string> text) => some.Select(text).ToList() is { Count: > 0 } texts ? Listed(texts, vi ? " và " : " and ") : null;
    }

    private static string Person(Concept concept, bool vi) => Whom.TryGetValue(concept.Id, out var whom) ? (vi ? whom.Vi : whom.En) ?? Label(concept, vi) : Label(concept, vi);

    /// <summary>A diet by what is served to who keeps it: "ăn chay" is "món chay". Of those that are named otherwise, that.</summary>
    private static string Dish(Concept concept, bool vi) => Label(concept, vi) is var label && !vi ? label
        : concept.Kind != ConceptKind.Diet ? label
        : Dishes.GetValueOrDefault(concept.Id) ?? "món " + (label.StartsWith("ăn ", StringComparison.Ordinal) ? label["ăn ".Length..] : label.Replace("không ăn ", "không ", StringComparison.Ordinal));

    private static readonly Dictionary<string, string> Dishes = new(StringComparer.Ordinal)
    {
        ["baby-food"] = "cháo cho bé",
        ["diabetic-friendly"] = "món cho người tiểu đường",
        ["fasting-ramadan"] = "bữa ăn cho tháng Ramadan",
        ["organic-food"] = "thực phẩm hữu cơ",
        ["pescatarian"] = "món cá, không thịt",
        ["picky-eaters"] = "món cho người kén ăn",
        ["soft-food"] = "đồ ăn mềm",
        ["temple-meal"] = "cơm chay chùa",
    };

    private static string Label(Concept concept, bool vi) => concept.Label(vi ? "vi" : "en");

    private static string Clauses(params ReadOnlySpan<string?> clauses)
    {
        var said = new List<string>();
        foreach (var clause in clauses)
        {
            if (clause is not null)
            {
                said.Add(clause);
            }
        }

        var sentence = string.Join("; ", said);
        return sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
