namespace Interphase.Measurements;

/// <summary>The words that Interphase writes as step types; the Battery Data Format fixes no list, and files may hold others.</summary>
public static class StepTypes
{
    /// <summary>No current.</summary>
    public const string Rest = "REST";

    /// <summary>A constant current that charges.</summary>
    public const string CurrentCharge = "CC_CHG";

    /// <summary>A constant current that discharges.</summary>
    public const string CurrentDischarge = "CC_DCH";

    /// <summary>A constant voltage that charges.</summary>
    public const string VoltageCharge = "CV_CHG";

    /// <summary>A constant voltage that discharges.</summary>
    public const string VoltageDischarge = "CV_DCH";

    /// <summary>A constant power that charges.</summary>
    public const string PowerCharge = "CP_CHG";

    /// <summary>A constant power that discharges.</summary>
    public const string PowerDischarge = "CP_DCH";

    /// <summary>A constant load resistance.</summary>
    public const string Resistance = "CR_DCH";

    /// <summary>A voltage that moves at a constant rate.</summary>
    public const string Sweep = "SWEEP";

    /// <summary>A profile of current or power over time.</summary>
    public const string Profile = "PROFILE";

    /// <summary>A change of conditions that takes no time.</summary>
    public const string Condition = "SET";

    /// <summary>An impedance spectrum.</summary>
    public const string Impedance = "EIS";
}
