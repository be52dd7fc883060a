using System.Security.Cryptography;
using Marten;
using PhoneNumbers;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Simulator;

/// <summary>A phone in the list of phones: its number, or its owner's user name where the number is hidden.</summary>
public sealed record PhoneTab(Guid Id, string Name, bool HidesNumber);

/// <summary>A chat as the phone shows it; <paramref name="Version"/> changes whenever anything in it does.</summary>
public sealed record ChatView(Guid PhoneId, IReadOnlyList<Bubble> Bubbles, string Version, bool HasUnread, bool IsTyping, bool IsWindowOpen);

/// <summary>Reads chats for the screen.</summary>
public sealed class PretendChats(PretendPhones phones, PretendTemplates templates, IQuerySession session, TimeProvider time)
{
    private const int Shown = 80;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public PhoneTab Tab(PretendPhone phone) => phones.NumberOf(phone) is { } digits
        ? new PhoneTab(phone.Id, PhoneNumberUtil.GetInstance() is var util ? util.Format(util.Parse("+" + digits, null), PhoneNumberFormat.INTERNATIONAL) : "", false)
        : new PhoneTab(phone.Id, "@" + phones.UsernameOf(phone), true);

    public async Task<ChatView> ReadAsync(PretendPhone phone, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var messages = await session.Query<PretendMessage>().Where(m => m.PhoneId == phone.Id).OrderByDescending(m => m.At).Take(Shown).ToListAsync(ct);
        var bubbles = Bubble.WithQuotes([.. messages.Select(m => Bubble.Of(m, phones.OpenEdited(m), templates)).Where(bubble => !bubble.IsHidden)]);
        var (isTyping, isOpen) = (phone.TypingUntil > now, phone.LastWroteAt + Window > now);
        var state = new System.Text.StringBuilder($"{isTyping}{isOpen}");
        foreach (var m in messages)
        {
            state.Append($"{m.Id:N}{m.State}{m.Reaction}{m.Edited?.Length}{m.Deleted}{m.Problem}");
        }

        var version = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(state.ToString())).AsSpan(0, 8));
        return new ChatView(phone.Id, bubbles, version, messages.Any(m => !m.FromPerson && m.State == DeliveryState.Delivered), isTyping, isOpen);
    }
}
