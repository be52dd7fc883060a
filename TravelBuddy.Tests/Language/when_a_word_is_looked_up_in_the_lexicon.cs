using System.Text.RegularExpressions;

namespace TravelBuddy.Tests.Language;

/// <summary>Surface forms: each must lead to one concept, and none may fire on everyday text that means something else.</summary>
public sealed partial class when_a_word_is_looked_up_in_the_lexicon
{
    /// <summary>
    /// Forms that two concepts may share, each with its reason. Empty: so far every clash could be resolved by giving
    /// the word to the concept travellers mean and a longer phrase to the other.
    /// </summary>
    private static readonly Dictionary<string, string> SharedOnPurpose = [];

    /// <summary>Folded Vietnamese phrases that two concepts may share, each with its reason.</summary>
    private static readonly Dictionary<string, string> SharedWithoutDiacriticsOnPurpose = [];

    [Fact]
    public void a_form_leads_to_one_concept() =>
        Clashes(LexiconFile.Lines.SelectMany(line => line.Forms.Select(form => (Key: form.ToLowerInvariant(), line.Id))), SharedOnPurpose)
            .ShouldBeEmpty();

    [Fact]
    public void an_inflected_english_form_leads_to_the_same_concept_as_the_plain_one()
    {
        string[] endings = ["", "s", "es", "ing"];
        var inflected = LexiconFile.Lines.SelectMany(line =>
            line.En.SelectMany(form => endings.Select(ending => (Key: form.ToLowerInvariant() + ending, line.Id))));
        Clashes(inflected, SharedOnPurpose).ShouldBeEmpty();
    }

    [Fact]
    public void a_vietnamese_phrase_without_diacritics_leads_to_one_concept()
    {
        var folded = LexiconFile.Lines.SelectMany(line => line.Vi.Where(form => form.Contains(' ')).Select(form => (Key: LexiconFile.Fold(form), line.Id)));
        var extra = LexiconFile.Lines.SelectMany(line => (line.ViFolded ?? []).Select(form => (Key: form, line.Id)));
        Clashes(folded.Concat(extra), SharedWithoutDiacriticsOnPurpose).ShouldBeEmpty();
    }

    [Fact]
    public void a_vietnamese_phrase_without_diacritics_is_no_english_form_of_another_concept()
    {
        var english = LexiconFile.Lines.SelectMany(line => line.En.Select(form => (Key: LexiconFile.Fold(form), line.Id))).ToLookup(pair => pair.Key, pair => pair.Id);
        LexiconFile.Lines
            .SelectMany(line => line.Vi.Where(form => form.Contains(' ') && english[LexiconFile.Fold(form)].Any(id => id != line.Id))
                .Select(form => $"{line.Id}: {form}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void a_concept_lists_no_form_twice() =>
        LexiconFile.Lines
            .SelectMany(line => new[] { line.En, line.Vi }.SelectMany(forms =>
                forms.GroupBy(form => form.ToLowerInvariant()).Where(same => same.Count() > 1).Select(same => $"{line.Id}: {same.Key}")))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("book 2")]
    [InlineData("2 kids, 3 adults")]
    [InlineData("khách sạn 2 đêm", "hotel")]
    [InlineData("Khách sạn 3* gần biển", "hotel-3-star")]
    [InlineData("no seafood please", "seafood")]
    [InlineData("allergic to seafood", "seafood-allergy")]
    public void the_index_finds_just_what_is_meant(string text, params string[] meant) =>
        Encoding.Repository.Lexicon.FindIn(text).Select(match => match.Value.Id).Where(id => id.StartsWith("hotel", StringComparison.Ordinal) || id.StartsWith("seafood", StringComparison.Ordinal)).ShouldBe(meant);

    [Theory]
    [InlineData("thăm nhà cổ và nghe ca Huế", "ancient-houses", "hue-folk-singing")]
    [InlineData("nha co 4 nguoi, ca Hue va Da Nang")]
    [InlineData("lễ đền, đi chùa", "pagoda-visit", "pagoda-visit")]
    [InlineData("le den tu Ha Noi")]
    public void a_phrase_that_says_something_else_without_its_diacritics_is_found_only_with_them(string text, params string[] meant) =>
        Encoding.Repository.Lexicon.FindIn(text).Select(match => match.Value.Id).ShouldBe(meant);

    [Theory]
    [InlineData("van", "minibus")]
    [InlineData("Ghe", "sampan")]
    [InlineData("food", "culinary-activity")]
    [InlineData("nho", "grapes")]
    public void a_lone_word_is_found_as_an_entry_of_a_list_and_not_in_a_sentence(string word, string meant)
    {
        Encoding.Repository.Lexicon.FindInEntry(word).ShouldHaveSingleItem().Value.Id.ShouldBe(meant);
        Encoding.Repository.Lexicon.FindIn($"we need a {word} there").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no fishing", "fishing")]
    [InlineData("no fish", "no-fish")]
    [InlineData("no dairying")]
    [InlineData("marketing, training and streaming")]
    [InlineData("kayaks and a jungle trek", "kayaking", "trekking")]
    [InlineData("sea kayaking", "kayaking")]
    public void only_verbs_take_ing(string text, params string[] meant) =>
        Encoding.Repository.Lexicon.FindIn(text).Select(match => match.Value.Id).Distinct().ShouldBe(meant);

    [Theory]
    [InlineData("tắm biển tháng 6", "sea-bathing")]
    [InlineData("swimming in the sea", "sea-bathing")]
    [InlineData("đi bơi", "swimming")]
    public void bathing_in_the_sea_is_more_than_swimming(string text, string meant) =>
        Encoding.Repository.Lexicon.FindIn(text).Select(match => match.Value.Id).ShouldBe([meant]);

    [Theory]
    [InlineData("đi chèo thuyền", "sampan")]
    [InlineData("go rowing", "sampan")]
    [InlineData("chèo thuyền kayak", "kayaking")]
    public void rowing_is_done_in_a_rowing_boat_unless_a_kayak_is_named(string text, string meant) =>
        Encoding.Repository.Lexicon.FindIn(text).Select(match => match.Value.Id).ShouldBe([meant]);

    [Theory]
    [InlineData("cemeteries", "nghĩa trang")]
    [InlineData("palace-visit", "cung điện")]
    [InlineData("flower-market-visit", "chợ hoa")]
    [InlineData("motion-sickness", "say tàu xe")]
    public void a_label_covers_all_that_the_concept_holds(string concept, string label) =>
        Encoding.Repository.Lexicon.Find(concept)!.Label("vi").ShouldBe(label);

    /// <summary>The labels that OCTO and Google feeds file a product under.</summary>
    [Theory]
    [InlineData("adults-only animals audio-guide beaches bike-tours boat-tours city-cards classes day-trips family-friendly fast-track food guided-tours history hop-on-hop-off literature")]
    [InlineData("live-music museums nightlife outdoors private-tours romantic recurring-events self-guided small-group-tours sports theme-parks walking-tours wheelchair-accessible")]
    [InlineData("accommodation-included multi-day trip-difficulty-easy trip-difficulty-medium trip-difficulty-hard")]
    public void the_category_labels_of_feeds_are_known(string labels) =>
        labels.Split(' ').Where(label => Encoding.Repository.Lexicon.FindInEntry(label).Count == 0).ShouldBeEmpty();

    [Fact]
    public void a_lone_word_leads_to_one_concept() =>
        Clashes(LexiconFile.Lines.SelectMany(line => (line.Alone ?? []).Select(form => (Key: form.ToLowerInvariant(), line.Id))), SharedOnPurpose).ShouldBeEmpty();

    [Fact]
    public void a_phrase_without_a_letter_is_not_indexed()
    {
        var index = new TravelBuddy.Web.Language.PhraseIndex<int>();
        index.Add("5*", 5);
        index.AddEnglish("4", 4);
        index.FindIn("5 or 5* or 4").ShouldBeEmpty();
    }

    /// <summary>Everyday sentences without a wish in them, or with only the wish named; whatever else fires is a false friend.</summary>
    [Theory]
    [InlineData("ban di chua")] // bạn đi chưa, not đi chùa (pagoda)
    [InlineData("da den chua nhi")] // đã đến chưa, not đền chùa
    [InlineData("chua co gi")] // chưa có gì, not chùa cổ
    [InlineData("nha co 4 nguoi")] // nhà có, not nhà cổ (ancient house)
    [InlineData("cho ca nha", "whole-family")] // cho cả nhà, not chợ cá (fish market)
    [InlineData("di cho vui")] // đi cho vui, not đi chợ
    [InlineData("toi muon di dao")] // đi đảo or đi dạo: cannot be told apart
    [InlineData("ca hue va da nang")] // cả Huế, not ca Huế (folk songs)
    [InlineData("doi gio khoi hanh")] // đổi giờ, not đổi gió (a change of air)
    [InlineData("di tu do den day")] // từ đó, not tự do
    [InlineData("di cau vang", "modern-landmarks")] // đi Cầu Vàng, not đi câu
    [InlineData("bai bien lang co", "beach")] // Lăng Cô is a place, not làng cổ
    [InlineData("di voi em ve que")] // với, not voi (elephant)
    [InlineData("bay gio tu van giup minh tuong lai")] // bây giờ, tư vấn, tương lai, not bay, van, tuong (opera)
    [InlineData("tre em duoi 5 tuoi nguoi, gia tu 3tr", "family-with-kids")] // người, giá: a comma ends a phrase
    [InlineData("mang giày thể thao, hủy tour đền bù 50%")]
    [InlineData("Kèm theo hoạt động của đoàn Hồ Chí Minh")] // động, hồ inside other words
    [InlineData("mùng 2 khó đi từ Trà Vinh tới Rạch Giá")]
    [InlineData("a party of two with my son for two nights")]
    [InlineData("the rest of the way we go with our partner")]
    [InlineData("night falls, boarding pass in hand")]
    [InlineData("Cat Ba has 5 stars", "hotel-5-star")]
    public void everyday_text_fires_nothing_else(string text, params string[] meant) => Fired(text).Except(meant).ShouldBeEmpty();

    /// <summary>Wishes as people type them; each must reach its concept.</summary>
    [Theory]
    [InlineData("đi ks sát biển", "hotel", "beachfront")]
    [InlineData("xe giuong nam di Da Lat", "sleeper-bus")]
    [InlineData("limo đón tận nơi", "limousine-van", "pick-up")]
    [InlineData("cano ra đảo, lặn ngắm san hô", "speedboat", "island", "snorkelling")]
    [InlineData("san may, bbq, lua trai", "cloud-hunting", "bbq", "campfire")]
    [InlineData("2 người ăn chay, dị ứng đậu phộng", "vegetarian", "nut-allergy")]
    [InlineData("gia dinh co nguoi lon tuoi, nhe nhang", "family-with-kids", "elderly", "easy")]
    [InlineData("ngu dem tren du thuyen", "cruise-cabin")]
    [InlineData("Sleeper trains, homestays and street food", "sleeper-train", "homestay", "street-food")]
    [InlineData("no pork, halal, wheelchair access", "no-pork", "halal", "accessible")]
    [InlineData("honeymoon in a villa with private pool", "honeymoon", "private-pool")]
    [InlineData("đi chợ nổi, ăn bún chả và cao lầu", "floating-market", "bun-cha", "cao-lau")]
    [InlineData("hoa tam giac mach, ruong bac thang", "buckwheat-flowers", "rice-terraces")]
    [InlineData("thap cham, cong chieng, den long", "cham-towers", "gong-culture", "lanterns")]
    public void a_wish_reaches_its_concepts(string text, params string[] meant) => meant.Except(Fired(text)).ShouldBeEmpty();

    private static IEnumerable<string> Clashes(IEnumerable<(string Key, string Id)> forms, Dictionary<string, string> allowed) =>
        forms.GroupBy(form => form.Key, form => form.Id)
            .Where(ids => ids.Distinct().Count() > 1 && !allowed.ContainsKey(ids.Key))
            .Select(ids => $"{ids.Key}: {string.Join(", ", ids.Distinct().Order())}");

    /// <summary>
    /// The plainest reading of the file's rules: forms as written, folded where a phrase or listed as folded, English with s/es/ing.
    /// Punctuation ends a phrase; a form inside a longer one that fires is silent.
    /// </summary>
    private static HashSet<string> Fired(string text)
    {
        var words = Spaced(text.ToLowerInvariant());
        var found = LexiconFile.Lines
            .SelectMany(line => Patterns(line).Distinct().Where(pattern => words.Contains(pattern)).Select(pattern => (pattern, line.Id)))
            .ToList();
        return [.. found.Where(one => !found.Any(other => other.pattern.Length > one.pattern.Length && other.pattern.Contains(one.pattern))).Select(one => one.Id)];
    }

    private static IEnumerable<string> Patterns(LexiconLine line)
    {
        string[] endings = ["", "s", "es", "ing"];
        var english = line.En.SelectMany(form => endings.Select(ending => form.ToLowerInvariant() + ending));
        var phrases = line.Vi.Where(form => form.Contains(' ')).Select(LexiconFile.Fold);
        return english.Concat(line.Vi.Concat(line.ViExact ?? []).Select(form => form.ToLowerInvariant())).Concat(phrases).Concat(line.ViFolded ?? []).Select(Spaced);
    }

    private static string Spaced(string text) => $" {Separators().Replace(PhraseEnds().Replace(text, " | "), " ").Trim()} ";

    [GeneratedRegex(@"[,.;:!?](?!\w)")]
    private static partial Regex PhraseEnds();

    [GeneratedRegex(@"[^\w*|'-]+")]
    private static partial Regex Separators();
}
