using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_tour_is_about_a_dish
{
    private static PackageFacts Tour(string title, string? description = null) =>
        Samples.Facts(Similarity.Package(title, "hue") with { Id = title, DurationDays = 1, Description = description });

    [Theory]
    [InlineData("Huế beef noodle morning", "vegetarian")]
    [InlineData("Seafood feast by the lagoon", "vegan")]
    [InlineData("Tiệc hải sản phá Tam Giang", "vegetarian")]
    [InlineData("Sáng ăn bún bò Huế", "vegan")]
    [InlineData("Tôm hùm và cua trên phá", "hindu-veg")]
    public void it_comes_later_for_vegetarians_and_they_are_told(string title, string diet)
    {
        var (wishes, dish, plain) = (Eating(diet), Tour(title), Tour("Tombs by bike"));

        Adjusted(wishes, dish).ShouldBeLessThan(Adjusted(wishes, plain) - .15);
        Reasons(wishes, dish).Where(reason => reason.Code is ReasonCodes.AgainstDiet or ReasonCodes.DietContradicted).ShouldHaveSingleItem().Arguments[0].ShouldBe(diet);
        Adjusted(For("hue"), dish).ShouldBe(Adjusted(For("hue"), plain), 1e-9, "nobody else minds");
    }

    [Theory]
    [InlineData("Street food walk", "Eight stalls: bún chả, bánh mì with pork, egg coffee.")]
    [InlineData("Foodtour Huế buổi tối", "Nem lụi, bún bò và chè.")]
    public void so_it_is_with_a_walk_from_stall_to_stall_that_names_such_dishes(string title, string description)
    {
        var wishes = Eating("vegetarian");

        Samples.Assess(wishes, Tour(title, description)).ForOtherDiet.ShouldBeTrue();
        Samples.Assess(wishes, Tour("Tombs by bike", description)).ForOtherDiet.ShouldBeFalse("a lunch is not what it is about");
    }

    [Theory]
    [InlineData("Huế beef noodle morning", "A vegetarian bowl is there for whoever asks.", "vegetarian")]
    [InlineData("Street food walk", "Bún chả and nem lụi; a vegetarian version of the walk on request.", "vegan")]
    [InlineData("Sáng ăn bún bò Huế", "Có suất chay.", "vegetarian")]
    [InlineData("Vegetarian street food walk", "Bún chay and bánh bèo.", "vegetarian")]
    [InlineData("Street food walk", "Sweet soups, bananas and coffee.", "vegetarian")]
    [InlineData("Seafood feast by the lagoon", null, "halal")]
    public void it_is_not_against_who_finds_something_to_eat(string title, string? description, string diet) =>
        Samples.Assess(Eating(diet), Tour(title, description)).ForOtherDiet.ShouldBeFalse();

    private static Wishes Eating(string diet) => For("hue") with { Food = new ConceptWishes([diet], []) };
}
