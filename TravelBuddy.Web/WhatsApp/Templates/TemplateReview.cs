using Microsoft.Extensions.Options;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Templates;

/// <summary>What keeps a template from being sent as TravelBuddy sends it.</summary>
public enum TemplateProblem { None, Missing, NotApproved, OtherCategory, OtherVariables, OtherHeader, OtherButtons }

/// <summary>A template that TravelBuddy sends in one language, with what Meta has of it (null: nothing) and what is wrong with that.</summary>
public sealed record ReviewedTemplate(OurTemplate Ours, string Language, TemplateWords Words, ApprovedTemplate? Approved, TemplateProblem Problem)
{
    /// <summary>Name and language, by which its state is kept.</summary>
    public string Id => TemplateState.IdOf(Ours.Name, Language);
}

/// <summary>How the account's templates compare with those TravelBuddy sends; <paramref name="Error"/>: why Meta did not tell, <paramref name="Others"/>: templates that TravelBuddy does not use.</summary>
public sealed record TemplateReviews(IReadOnlyList<ReviewedTemplate> Needed, IReadOnlyList<ApprovedTemplate> Others, GraphError? Error, bool IsAnswered);

/// <summary>Compares the templates of the account with those TravelBuddy sends.</summary>
public sealed class TemplateReview(GraphClient graph, IOptions<WhatsAppOptions> options)
{
    public async Task<TemplateReviews> ReadAsync(CancellationToken ct)
    {
        var (templates, error) = await graph.TemplatesAsync(ct);
        var ours = OurTemplates.Of(options);
        var needed = ours.SelectMany(template => template.Languages, (template, words) => Reviewed(template, words.Key, words.Value, templates ?? [])).ToList();
        return new TemplateReviews(needed, [.. (templates ?? []).Where(known => needed.All(each => each.Approved != known))], error, templates is not null);
    }

    private static ReviewedTemplate Reviewed(OurTemplate ours, string language, TemplateWords words, IReadOnlyList<ApprovedTemplate> templates)
    {
        var approved = templates.FirstOrDefault(known => known.Name == ours.Name && known.Language == language);
        return new ReviewedTemplate(ours, language, words, approved, approved switch
        {
            null => TemplateProblem.Missing,
            { Status: not "APPROVED" } => TemplateProblem.NotApproved,
            _ when approved.Category != ours.Category => TemplateProblem.OtherCategory,
            // Meta writes the words of authentication templates itself.
            _ when ours.Category != OurTemplates.Authentication && approved.Variables != ours.Variables => TemplateProblem.OtherVariables,
            _ when approved.Header != ours.Header => TemplateProblem.OtherHeader,
            _ when approved.Buttons != ours.Buttons.Count => TemplateProblem.OtherButtons,
            _ => TemplateProblem.None,
        });
    }
}
