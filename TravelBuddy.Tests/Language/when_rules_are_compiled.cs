using System.Collections.Frozen;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Language;

/// <summary>The runtime does not optimise a method of more than 2,000 branches or 20,000 instructions (MinOpts of the just-in-time compiler): five rules of that length took more than half of a message's time.</summary>
public sealed class when_rules_are_compiled
{
    private const int MostBlocks = 2_000;
    private const int MostInstructions = 20_000;

    private static readonly FrozenDictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    [Fact]
    public void none_is_too_long_to_be_optimised()
    {
        var assembly = typeof(WishReader).Assembly;
        Assert.SkipWhen(assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }, "A debug build is longer, and is not what runs.");

        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var rules = metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0 && metadata.StringComparer.Equals(method.Name, "TryMatchAtCurrentPosition"))
            .Select(method => (Name: RuleOf(metadata, method), Size: SizeOf(file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!)))
            .ToList();

        rules.Count.ShouldBeGreaterThan(300);
        rules.Where(rule => rule.Size.Blocks > MostBlocks || rule.Size.Instructions > MostInstructions).Select(rule => $"{rule.Name}: {rule.Size.Blocks} branches, {rule.Size.Instructions} instructions").ShouldBeEmpty();
    }

    private static string RuleOf(MetadataReader metadata, MethodDefinition method)
    {
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        while (type.IsNested && metadata.GetString(type.Name) is "Runner" or "RunnerFactory")
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return metadata.GetString(type.Name).Split("__")[^1];
    }

    private static (int Blocks, int Instructions) SizeOf(byte[] code)
    {
        var starts = new HashSet<int> { 0 };
        var instructions = 0;
        for (var at = 0; at < code.Length; instructions++)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var instruction = OpCodes[value];
            at += instruction.Size;
            var next = at + OperandLength(instruction, code, at);
            if (instruction.OperandType == OperandType.InlineSwitch)
            {
                starts.UnionWith(Enumerable.Range(1, BitConverter.ToInt32(code, at)).Select(i => next + BitConverter.ToInt32(code, at + (4 * i))));
            }
            else if (instruction.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch)
            {
                starts.Add(next + (instruction.OperandType == OperandType.ShortInlineBrTarget ? (sbyte)code[at] : BitConverter.ToInt32(code, at)));
            }

            if (instruction.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch)
            {
                starts.Add(next);
            }

            at = next;
        }

        return (starts.Count, instructions);
    }

    private static int OperandLength(OpCode instruction, byte[] code, int at) => instruction.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
