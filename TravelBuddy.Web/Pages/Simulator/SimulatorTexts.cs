namespace TravelBuddy.Web.Pages.Simulator;

/// <summary>Texts of the pretend phone; English is the key, Vietnamese stands in SimulatorTexts.vi.resx.</summary>
public sealed class SimulatorTexts;
