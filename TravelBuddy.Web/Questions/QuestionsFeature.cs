using Marten;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;
using TravelBuddy.Web.Language.Model.Trials;
using TravelBuddy.Web.Questions.Trials;
using TravelBuddy.Web.Questions.Verdicts;

namespace TravelBuddy.Web.Questions;

/// <summary>Everything the feature registers.</summary>
public static class QuestionsFeature
{
    public static void AddQuestions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => QuestionTopics.Load(provider.GetRequiredService<DataFiles>().PathOf("question-topics.jsonl")));
        services.AddSingleton<PassageStore>();
        services.AddSingleton<QuotedAnswer>();
        services.AddSingleton<TourVerdicts>();
        services.AddSingleton<SentenceCheck>();
        services.AddSingleton<TourAnswers>();
        services.AddSingleton<TourReasons>();
        services.AddTidying<ReasonsTidying>();
        services.AddScoped<IModelTrial, AnswersTrial>();
        services.AddScoped<IModelTrial, ReasonsTrial>();
        services.ConfigureMarten(marten =>
        {
            marten.Schema.For<KeptAnswer>().Index(kept => kept.At);
            marten.Schema.For<KeptReasons>().Index(kept => kept.At);
            marten.Storage.ExtendedSchemaObjects.Add(PassageStore.Table());
        });
    }
}
