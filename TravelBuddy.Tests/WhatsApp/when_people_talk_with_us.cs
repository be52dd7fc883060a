using System.Text;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.WhatsApp.Conversations;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>The conversations of the folder, each played through webhook and simulator; what was said is written to <c>conversations/</c> beside the test binaries.</summary>
public sealed class when_people_talk_with_us(AppFixture app)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "TravelBuddy.Tests", "WhatsApp", "Conversations");

    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(file => new TheoryDataRow<string>(Path.GetFileName(file)) { TestDisplayName = $"when_people_talk_with_us: {Path.GetFileNameWithoutExtension(file)}" });

    [Fact]
    public void there_are_sixty_and_half_of_them_are_vietnamese()
    {
        var scripts = Files().Select(row => Read(row.Data)).ToList();
        scripts.Count.ShouldBe(60);
        scripts.Count(script => script.Turns[^1].Language == "vi" && script.File.StartsWith("vi-", StringComparison.Ordinal)).ShouldBe(30);
        scripts.ShouldAllBe(script => script.Turns.Count >= 4 || script.Turns.Sum(turn => turn.Acts.Count) >= 4);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public Task they_are_answered_as_a_good_assistant_would(string file) => PlayAsync(file);

    private async Task PlayAsync(string file)
    {
        var script = Read(file);
        var said = new StringBuilder($"{script.Name} ({script.File})\n{script.Who}\n");
        var faults = new List<string>();
        try
        {
            var tourist = await Tourist.ArriveAsync(app, script.ShowsNumber, fromAbroad: file.StartsWith("en-", StringComparison.Ordinal), script.Called);
            foreach (var turn in script.Turns)
            {
                var before = await tourist.ShownAsync();
                foreach (var act in turn.Acts)
                {
                    said.Append('\n').Append("> ").AppendLine(act.Line);
                    await tourist.DoAsync(act, turn.Language);
                }

                var replies = await tourist.ReadAsync();
                foreach (var reply in replies)
                {
                    said.AppendLine(reply.ToString());
                }

                foreach (var fault in Judge.Faults(turn, replies, before))
                {
                    faults.Add($"{script.File}:{turn.Number}: {fault}");
                    said.AppendLine($"!! {fault}");
                }
            }
        }
        catch (Exception error) when (error is ShouldAssertException or TimeoutException)
        {
            // A conversation cannot go on from where something to tap or to quote never came.
            faults.Add($"{script.File}: {error.Message}");
            said.AppendLine($"!! {error.Message}");
        }

        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "conversations"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), said.ToString(), TestContext.Current.CancellationToken);
        faults.ShouldBeEmpty(said.ToString());
    }

    private static Script Read(string file) => Script.Read(file, File.ReadAllText(Path.Combine(Folder, file)));
}
