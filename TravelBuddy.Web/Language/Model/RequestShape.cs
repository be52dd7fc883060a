using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace TravelBuddy.Web.Language.Model;

/// <summary>How the form of an answer is asked for.</summary>
public enum AnswerForm { Schema, AnyJson, Words }

/// <summary>What a server has shown to understand: servers call the same API theirs and differ in what they take.</summary>
/// <param name="Form">The strictest form of answers it takes.</param>
/// <param name="Limit">Its name for the limit of tokens.</param>
/// <param name="IsCold">Whether it may be told to choose the likeliest words always.</param>
/// <param name="IsLimitSure">Whether the name of the limit was set, or was tried both ways.</param>
public sealed record RequestShape(AnswerForm Form, TokenLimitName Limit, bool IsCold, bool IsLimitSure)
{
    /// <summary>What to begin with. A name that a server does not know is mostly ignored, and the answer unlimited: local ones know <c>max_tokens</c> longest, and OpenAI refuses it for its newer models.</summary>
    public static RequestShape FirstOf(ModelServer server) =>
        new(AnswerForm.Schema, server.Limit ?? (server.Endpoint.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase) ? TokenLimitName.MaxCompletionTokens : TokenLimitName.MaxTokens), true, server.Limit is not null);

    /// <summary>The next shape to try after a refusal that says so much; null if there is none.</summary>
    public RequestShape? After(string refusal)
    {
        if (!IsLimitSure && Mentions("max_tokens", "max_completion_tokens"))
        {
            return this with { Limit = Limit == TokenLimitName.MaxTokens ? TokenLimitName.MaxCompletionTokens : TokenLimitName.MaxTokens, IsLimitSure = true };
        }

        if (IsCold && Mentions("temperature"))
        {
            return this with { IsCold = false };
        }

        return Form switch
        {
            AnswerForm.Schema => this with { Form = AnswerForm.AnyJson },
            AnswerForm.AnyJson => this with { Form = AnswerForm.Words },
            _ => null,
        };

        bool Mentions(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (refusal.Contains(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The options of a request in this shape.</summary>
    public ChatOptions Options(Prompt prompt)
    {
        var options = new ChatOptions
        {
            Temperature = IsCold ? 0 : null,
            ResponseFormat = Form switch
            {
                AnswerForm.Schema => Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(prompt.Schema, prompt.Name.Replace('-', '_')),
                AnswerForm.AnyJson => Microsoft.Extensions.AI.ChatResponseFormat.Json,
                _ => null,
            },
        };
        if (Limit == TokenLimitName.MaxCompletionTokens)
        {
            options.MaxOutputTokens = prompt.MostTokens;
            return options;
        }

        options.RawRepresentationFactory = _ =>
        {
            var raw = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The library writes max_completion_tokens only, which most local servers do not know.
            raw.Patch.Set("$.max_tokens"u8, prompt.MostTokens);
#pragma warning restore SCME0001
            return raw;
        };
        return options;
    }

    /// <summary>What the instructions say besides, where the form does not say it: the schema.</summary>
    public IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> Messages(Prompt prompt, IReadOnlyList<Microsoft.Extensions.AI.ChatMessage> rendered) => Form == AnswerForm.Schema ? rendered
        : [new(ChatRole.System, $"{rendered[0].Text}\nAnswer with one JSON object and nothing else. It keeps to this JSON schema: {JsonSerializer.Serialize(prompt.Schema)}"), .. rendered.Skip(1)];
}
