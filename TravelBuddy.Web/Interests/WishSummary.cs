using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests;

/// <summary>Which question a wish answers.</summary>
public enum WishOf { Places, Start, Durations, Dates, Party, Budget, NightPrice, Essentials, Transportation, Food, Activities, Accommodation, Exclusions }

/// <summary>A trip's wishes in a few short labels: places, numbers, concepts, and of the traveller's own words those that name something wished or refused, not the notes.</summary>
public sealed class WishSummary(Gazetteer gazetteer, Lexicon lexicon)
{
    /// <summary>The labels in the order of the questions, each once; "vi", anything else English.</summary>
    public IReadOnlyList<string> Of(Wishes wishes, string language) => [.. PartsOf(wishes, language).Select(part => part.Label)];

    /// <summary>The same, each with the question it answers.</summary>
    public IReadOnlyList<(WishOf Of, string Label)> PartsOf(Wishes wishes, string language)
    {
        string Say(string english, string vietnamese, object argument) => string.Format(CultureInfo.InvariantCulture, language == "vi" ? vietnamese : english, argument);
        var labels = new List<(WishOf Of, string Label)>();
        labels.AddRange(wishes.Places.Select(place => place.PlaceId is { } id ? gazetteer.Find(id)?.Label(language) : place.Text).OfType<string>().Select(place => (WishOf.Places, place)));
        if (wishes.Start?.PlaceId is { } startId && gazetteer.Find(startId) is { } start)
        {
            labels.Add((WishOf.Start, Say("from {0}", "từ {0}", start.Label(language))));
        }

        labels.AddRange(wishes.Durations.Select(length => (WishOf.Durations, Days(length))));
        if (TourFacts.Text(wishes.Dates?.From, wishes.Dates?.To, language) is { } dates)
        {
            labels.Add((WishOf.Dates, dates));
        }

        if (wishes.Party is { } party)
        {
            var adults = party.Adults == 1 ? Say("1 adult", "1 người lớn", "") : Say("{0} adults", "{0} người lớn", party.Adults);
            labels.Add((WishOf.Party, party.Children == 0 ? adults : $"{adults}, {(party.Children == 1 ? Say("1 child", "1 trẻ em", "") : Say("{0} children", "{0} trẻ em", party.Children))}{AgeWords.Behind(party, language)}"));
        }

        if (wishes.Budget is { } budget)
        {
            string Amount(decimal amount) => TourFacts.Said(new Money(amount, budget.Currency), language);
            labels.Add((WishOf.Budget, (budget.Min, budget.Max) switch
            {
                ({ } min, { } max) => TourFacts.Said(new Money(min, budget.Currency), new Money(max, budget.Currency), language),
                (null, not null) when budget.CheaperThan is > 0 => Say("cheaper than the tour you named", "rẻ hơn tour bạn đã chọn", ""),
                (null, not null) when budget.CheaperThan is not null => Say("cheaper tours", "tour rẻ hơn", ""),
                (null, { } max) when budget.Firm => Say("no more than {0}", "không quá {0}", Amount(max)),
                (null, { } max) => TourFacts.About(new Money(max, budget.Currency), language),
                ({ } min, null) => Say("from {0}", "từ {0}", Amount(min)),
                _ => "",
            }));
        }

        if (wishes.MostPerNight is { } night)
        {
            labels.Add((WishOf.NightPrice, Say("rooms up to {0} a night", "phòng tối đa {0} một đêm", TourFacts.Said(night, language))));
        }

        foreach (var (of, wished) in new[]
        {
            (WishOf.Essentials, wishes.Essentials), (WishOf.Transportation, wishes.Transportation), (WishOf.Food, wishes.Food), (WishOf.Activities, wishes.Activities), (WishOf.Accommodation, wishes.Accommodation),
        })
        {
            labels.AddRange(Concepts(wished).Concat(of == WishOf.Accommodation ? [] : wished.Phrases).Select(label => (of, label)));
        }

        labels.AddRange(wishes.Exclusions.Concepts.Select(lexicon.Find).OfType<Concept>().Select(concept => concept.RefusedLabel(language)).Concat(wishes.Exclusions.Phrases.Where(phrase => gazetteer.Resolve(phrase) is null))
            .Select(label => (WishOf.Exclusions, Say("no {0}", "không {0}", label))));
        labels.AddRange(wishes.Exclusions.Phrases.Select(gazetteer.Resolve).OfType<Place>().Select(place => (WishOf.Exclusions, Say("not {0}", "không đi {0}", place.Label(language)))));
        return [.. labels.Where(part => part.Label.Length > 0).DistinctBy(part => part.Label)];

        IEnumerable<string> Concepts(ConceptWishes kept) => kept.Concepts.Select(id => lexicon.Find(id)?.Label(language)).OfType<string>();

        string Days(DurationWish wish)
        {
            string Number(double days) => days.ToString("0.#", language == "vi" ? CultureInfo.GetCultureInfo("vi") : CultureInfo.InvariantCulture);
            return wish.MinDays != wish.MaxDays ? wish.MaxDays >= DurationWish.Open ? Say("{0} days or more", "từ {0} ngày trở lên", Number(wish.MinDays)) : Say("{0} days", "{0} ngày", $"{Number(wish.MinDays)}–{Number(wish.MaxDays)}")
                : wish.MinDays == .5 ? Say("half a day", "nửa ngày", "")
                : wish.MinDays == 1 ? Say("1 day", "1 ngày", "")
                : Say("{0} days", "{0} ngày", Number(wish.MinDays));
        }
    }

    /// <summary>The labels of the places and things alone that are wished for, without numbers, refusals and anything a person wrote: for whoever may not learn more.</summary>
    public IReadOnlyList<string> ThingsOf(Wishes wishes, string language) =>
        [.. PartsOf(wishes.WithoutWords(), language).Where(part => part.Of is WishOf.Places or WishOf.Essentials or WishOf.Transportation or WishOf.Food or WishOf.Activities or WishOf.Accommodation).Select(part => part.Label)];
}
