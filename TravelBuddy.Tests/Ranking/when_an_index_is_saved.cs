using TravelBuddy.Ranking;
using TravelBuddy.Ranking.Rows;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_an_index_is_saved : IDisposable
{
    private static readonly BlockLayout Layout = new(("places", 128), ("price", 64));

    private readonly string folder = Directory.CreateTempSubdirectory("ranking").FullName;

    private string Path => System.IO.Path.Combine(folder, "index");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(3000)]
    public void it_opens_with_the_same_rows_ids_and_answers_in_memory_or_left_in_the_file(int count)
    {
        var samples = new RankingSamples(count);
        var index = RankingIndex.Build(Layout, samples.Clustered(Layout, count), [.7, .3], threads: 2);
        var added = index.Add(samples.Vector(Layout.Dimensions));
        index.Set(added + 5, samples.Vector(Layout.Dimensions));
        index.Remove(added);
        if (count > 5)
        {
            index.Remove(3);
        }

        index.Save(Path);

        foreach (var opened in (RankingIndex[])[RankingIndex.Open(Path), RankingIndex.Open(Path, leaveRows: true, threads: 2)])
        {
            opened.Count.ShouldBe(index.Count);
            opened.CanRuleOut.ShouldBe(count >= 3000);
            opened.Layout.Blocks.ShouldBe(Layout.Blocks);
            for (var i = 0; i < 20; i++)
            {
                var query = samples.Query(Layout).ToQuery();
                Answer(opened, query).ShouldBe(Answer(index, query));
            }

            opened.Add(samples.Vector(Layout.Dimensions)).ShouldBe(added + 6);
            opened.Count.ShouldBe(index.Count + 1);
        }
    }

    [Fact]
    public void an_id_is_not_given_twice_even_if_the_row_was_removed_before_it_was_saved()
    {
        var index = RankingIndex.Build(Layout, new RankingSamples(3).Rows(Layout, 10));
        index.Remove(9);
        index.Save(Path);

        RankingIndex.Open(Path).Add(new float[Layout.Dimensions]).ShouldBe(10);
    }

    [Fact]
    public void rows_left_in_the_file_take_less_than_half_of_their_size_in_memory()
    {
        var layout = new BlockLayout(("a", 512), ("b", 256));
        var rows = new RankingSamples(4).Clustered(layout, 4000);
        RankingIndex.Build(layout, rows).Save(Path);

        (RankingIndex.Open(Path, leaveRows: true).Bytes / (4.0 * rows.Length)).ShouldBeInRange(.3, .5);
    }

    [Fact]
    public void saving_replaces_the_file_whole_and_whoever_has_the_old_one_open_keeps_it()
    {
        var samples = new RankingSamples(7);
        var (old, other) = (RankingIndex.Build(Layout, samples.Clustered(Layout, 500)), RankingIndex.Build(Layout, samples.Clustered(Layout, 700)));
        var query = samples.Query(Layout).ToQuery();
        old.Save(Path);
        var opened = RankingIndex.Open(Path, leaveRows: true);

        other.Save(Path);

        Answer(opened, query).ShouldBe(Answer(old, query));
        Answer(RankingIndex.Open(Path), query).ShouldBe(Answer(other, query));
        Directory.GetFiles(folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void what_cannot_be_saved_leaves_nothing_behind()
    {
        var index = RankingIndex.Build(Layout, new RankingSamples(7).Rows(Layout, 10));
        Directory.CreateDirectory(Path);

        Should.Throw<Exception>(() => index.Save(Path)).ShouldBeAssignableTo<SystemException>();

        Directory.GetFileSystemEntries(folder).ShouldBe([Path]);
        Should.Throw<IOException>(() => index.Save(System.IO.Path.Combine(folder, "nowhere", "index")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void a_file_with_any_byte_changed_is_refused_as_damaged(bool leaveRows)
    {
        RankingIndex.Build(Layout, new RankingSamples(8).Clustered(Layout, 2000)).Save(Path);
        var good = File.ReadAllBytes(Path);
        var random = new Random(8);
        var parts = 0;
        // In the rows, in every other part, in the table of contents (at the end) and what says where that is.
        foreach (var at in Enumerable.Range(0, 300).Select(_ => random.Next(64, good.Length)).Concat(Enumerable.Range(1, 40).Select(i => good.Length - i)).Concat([17, 25, 33, 63]))
        {
            var bytes = (byte[])good.Clone();
            bytes[at] ^= 0x40;
            File.WriteAllBytes(Path, bytes);
            try
            {
                RankingIndex.Open(Path, leaveRows);
                // Only what fills up the space between two parts.
                good[at].ShouldBe((byte)0, $"byte {at}");
            }
            catch (InvalidDataException e)
            {
                e.Message.ShouldContain(Path);
                e.Message.ShouldContain("damaged");
                parts++;
            }
        }

        parts.ShouldBeGreaterThan(330);
    }

    [Fact]
    public void a_file_that_ends_early_is_refused_wherever_it_ends()
    {
        RankingIndex.Build(Layout, new RankingSamples(8).Clustered(Layout, 100)).Save(Path);
        var good = File.ReadAllBytes(Path);
        foreach (var length in (int[])[0, 5, 63, 64, 5000, good.Length / 2, good.Length - 1])
        {
            File.WriteAllBytes(Path, good[..length]);

            Should.Throw<InvalidDataException>(() => RankingIndex.Open(Path)).Message.ShouldContain(Path);
        }
    }

    /// <summary>Checksums tell what was damaged, not what was made up; these numbers are read unchecked in every search.</summary>
    [Theory]
    [InlineData("cells", 0, "cells do not fit")]
    [InlineData("cells", 4, "cells do not fit")]
    [InlineData("bounds", 1, "cells do not fit")]
    [InlineData("ids", 3, "ids are not numbers from 0 on below the next")]
    [InlineData("rows", 3, "row 0 holds a number that is not finite")]
    public void a_file_with_good_checksums_of_numbers_that_cannot_be_is_refused(string part, int at, string message)
    {
        RankingIndex.Build(Layout, new RankingSamples(8).Clustered(Layout, 2000)).Save(Path);
        FileContents contents;
        using (var file = File.OpenRead(Path))
        {
            contents = IndexFile.Contents(file);
        }

        var good = File.ReadAllBytes(Path);
        IndexFile.Write(Path, contents with { Parts = [] }, file =>
        {
            foreach (var (name, (from, length, _)) in contents.Parts)
            {
                var bytes = good.AsSpan((int)from, (int)length).ToArray();
                if (name == part)
                {
                    (bytes[at - at % 4 + 2], bytes[at]) = (0xFF, 0xFF);
                }

                file.Write<byte>(name, bytes);
            }
        });

        Should.Throw<InvalidDataException>(() => RankingIndex.Open(Path)).Message.ShouldContain(message);
    }

    [Fact]
    public void what_a_killed_process_left_beside_it_is_written_over_and_what_another_writes_now_is_not()
    {
        var index = RankingIndex.Build(Layout, new RankingSamples(4).Rows(Layout, 10));
        File.WriteAllText(Path + ".new", "half of one");
        index.Save(Path);
        Directory.GetFiles(folder).ShouldBe([Path]);

        using (File.Open(Path + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Should.Throw<IOException>(() => index.Save(Path));
        }

        File.Exists(Path + ".new").ShouldBeTrue("it is the other's");
        RankingIndex.Open(Path).Count.ShouldBe(10);
    }

    [Fact]
    public void another_kind_of_file_and_another_version_are_told_apart()
    {
        File.WriteAllText(Path, new string('x', 500));
        Should.Throw<InvalidDataException>(() => RankingIndex.Open(Path)).Message.ShouldContain("is not a file of a ranking index");

        RankingIndex.Build(Layout, new RankingSamples(8).Rows(Layout, 10)).Save(Path);
        var bytes = File.ReadAllBytes(Path);
        bytes[12] = 9;
        File.WriteAllBytes(Path, bytes);
        Should.Throw<InvalidDataException>(() => RankingIndex.Open(Path)).Message.ShouldContain("is of version 9; this library reads version 2");

        Should.Throw<FileNotFoundException>(() => RankingIndex.Open(Path + "2"));
    }

    private static string Answer(RankingIndex index, RankingQuery query)
    {
        var (ids, scores) = (new int[10], new double[10]);
        var found = index.Search(query, ids, scores, new float[10 * Layout.Count]);
        return string.Join(' ', ids.Zip(scores).Take(found));
    }
}
