using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Interphase.Descriptions.Tests;

public class QuantityTests
{
    [Theory]
    [InlineData("25 mg/cm2", 0.25, "kg m^-2")]
    [InlineData("1 mA/cm^2", 10, "m^-2 A")]
    [InlineData("2 MPa", 2e6, "kg m^-1 s^-2")]
    [InlineData("30 °C", 303.15, "K")]
    [InlineData("303 K", 303, "K")]
    [InlineData("110 um", 110e-6, "m")]
    [InlineData("110 µm", 110e-6, "m")]
    [InlineData("110 μm", 110e-6, "m")]
    [InlineData("1.6e-3 S/cm", 0.16, "kg^-1 m^-3 s^3 A^2")]
    [InlineData("10^-12 cm2/s", 1e-16, "m^2 s^-1")]
    [InlineData("3 x 10^-12 cm²/s", 3e-16, "m^2 s^-1")]
    [InlineData("3·10^-12 cm² s⁻¹", 3e-16, "m^2 s^-1")]
    [InlineData("3 wt%", 0.03, "1")]
    [InlineData("49 vol%", 0.49, "1")]
    [InlineData("0.1C", 0.1, "1")]
    [InlineData("C/10", 0.1, "1")]
    [InlineData("12 h", 43200, "s")]
    [InlineData("148.6 mAh/g", 534960, "kg^-1 s A")]
    [InlineData("375 Wh/kg", 1.35e6, "m^2 s^-2")]
    [InlineData("1115 Wh/L", 4.014e9, "kg m^-1 s^-2")]
    [InlineData("1.06 eV", 1.06 * 1.602176634e-19, "kg m^2 s^-2")]
    [InlineData("20.39 m2/g", 20390, "kg^-1 m^2")]
    [InlineData("0.23 MPa·m^0.5", 0.23e6, "kg m^-1/2 s^-2")]
    [InlineData("0.23 MPa m^1/2", 0.23e6, "kg m^-1/2 s^-2")]
    [InlineData("0.32 W/m/K", 0.32, "kg m s^-3 K^-1")]
    [InlineData("0.32 W/(m K)", 0.32, "kg m s^-3 K^-1")]
    [InlineData("57 ohm cm2", 57e-4, "kg m^4 s^-3 A^-2")]
    [InlineData("−5 mV", -0.005, "kg m^2 s^-3 A^-1")]
    public void Quantities_of_the_papers_are_kept_in_SI(string text, double si, string dimension)
    {
        Quantity.TryParse(text, out Quantity quantity, out QuantityFault? fault).ShouldBeTrue(fault?.ToString());
        quantity.Si.ShouldBe(si, Math.Abs(si) * 1e-15);
        quantity.Dimension.ToString().ShouldBe(dimension);
    }

    [Fact]
    public void A_decimal_unit_gives_the_same_bits_as_the_decimal_literal()
    {
        Quantity.Parse("110 um").Si.ShouldBe(110e-6);
        Quantity.Parse("0.3 mg").Si.ShouldBe(0.3e-6);
        Quantity.Parse("1.23 nm").Si.ShouldBe(1.23e-9);
    }

    [Theory]
    [InlineData("110", "has no unit", "`110 um`")]
    [InlineData("110 mg", "a mass", "um")]
    [InlineData("110 umm", "`umm` is no unit", "did you mean `110 mm`?")]
    [InlineData("1,5 um", "decimal comma", "`1.5 um`")]
    [InlineData("um", "no number", "um")]
    [InlineData("1e999 um", "beyond", "um")]
    [InlineData("", "nothing", "um")]
    [InlineData("110 um ± -2 %", "±", "um")]
    [InlineData("110 um ± 2 mg", "spread", "um")]
    [InlineData("NaN um", "no number", "um")]
    [InlineData("1 W/m K", "ambiguous", "um")]
    [InlineData("30 °C", "°C", "um")]
    [InlineData("1 m^99", "exponent", "um")]
    public void A_length_that_is_none_is_refused_with_what_to_write(string text, string found, string suggestion)
    {
        Quantity.TryParse(text, [Measures.Length], out _, out QuantityFault? fault).ShouldBeFalse();
        fault!.Found.ShouldContain(found);
        fault.Suggestion.ShouldContain(suggestion);
    }

    [Fact]
    public void Absolute_temperatures_and_differences_are_not_confused()
    {
        Quantity.TryParse("30 °C", [Measures.TemperatureDifference], out _, out QuantityFault? fault).ShouldBeFalse();
        fault!.Suggestion.ShouldContain("`30 K`");
        Quantity.TryParse("30 °C", [Measures.Temperature], out Quantity absolute, out _).ShouldBeTrue();
        absolute.Si.ShouldBe(303.15);
        Quantity.TryParse("-300 °C", [Measures.Temperature], out _, out fault).ShouldBeFalse();
        fault!.Found.ShouldContain("absolute zero");
        Quantity.TryParse("1 V/°C", out _, out fault).ShouldBeFalse();
        fault!.Found.ShouldContain("write K");
    }

    [Fact]
    public void Shares_of_mass_and_of_volume_are_not_confused()
    {
        Quantity.TryParse("3 wt%", [Measures.VolumeFraction], out _, out _).ShouldBeFalse();
        Quantity.TryParse("3 %", [Measures.MassShare], out _, out QuantityFault? fault).ShouldBeFalse();
        fault!.Suggestion.ShouldContain("wt%");
        Quantity.TryParse("15 %", [Measures.VolumeFraction], out Quantity porosity, out _).ShouldBeTrue();
        porosity.Si.ShouldBe(0.15);
    }

    [Fact]
    public void C_is_a_rate_where_a_rate_is_wanted_and_a_coulomb_elsewhere()
    {
        Quantity.TryParse("2 C", [Measures.Rate], out Quantity rate, out _).ShouldBeTrue();
        rate.Unit.Kind.ShouldBe(UnitKind.Rate);
        Quantity.Parse("11.1 C/m2").Dimension.ShouldBe(Dimension.Of(metre: -2, second: 1, ampere: 1));
        Quantity.Parse("C/3").Si.ShouldBe(1.0 / 3);
    }

    [Fact]
    public void A_spread_is_kept_beside_the_value()
    {
        Quantity.Parse("25 mg/cm2 ± 2 %").SpreadSi.ShouldBe(0.005, 1e-15);
        Quantity.Parse("1.56 ± 0.11 mS/cm").SpreadSi.ShouldBe(0.011, 1e-15);
        Quantity.Parse("30 °C ± 2 °C").SpreadSi.ShouldBe(2);
        Quantity.TryParse("30 °C ± 2 %", out _, out QuantityFault? fault).ShouldBeFalse();
        fault!.Found.ShouldContain("relative spread");
    }

    [Fact]
    public void A_quantity_is_given_in_the_unit_asked_for()
    {
        Quantity.Parse("110 um").In("mm").Number.ShouldBe(0.11);
        Quantity.Parse("30 °C").In("K").Number.ShouldBe(303.15);
        Quantity.Parse("303.15 K").In("°C").Number.ShouldBe(30, 1e-12);
        Quantity.Parse("1.6 mS/cm").In("S/m").ToString(3).ShouldBe("0.16 S/m");
        Should.Throw<ArgumentException>(() => Quantity.Parse("1 m").In("kg"));
    }

    [Fact]
    public void Whatever_is_printed_reads_back_to_the_same_bits()
    {
        Gen<string> unit = Gen.Elements("um", "mg/cm2", "S/cm", "cm2/s", "°C", "K", "wt%", "vol%", "%", "mAh/g", "Wh/kg", "eV", "MPa·m^0.5", "m⁻³", "1/h", "");
        var any = from number in ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite)
                  from symbol in unit
                  from spread in Gen.Elements("", " ± 2.5 %")
                  where !(symbol is "°C" or "%" or "wt%" or "vol%" && spread.Length > 0)
                  select (number, symbol, spread);
        Prop.ForAll(any.ToArbitrary(), sample =>
        {
            string text = $"{sample.number.ToString("R", CultureInfo.InvariantCulture)} {sample.symbol}{sample.spread}".Trim();
            if (!Quantity.TryParse(text, out Quantity quantity, out _)) return !double.IsFinite(Unit.Parse(sample.symbol).ToSi(sample.number));
            return Quantity.TryParse(quantity.ToString(), out Quantity again, out _) && again == quantity && again.Si.Equals(quantity.Si);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Reading_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Quantity.Parse("1.5 um").ToString().ShouldBe("1.5 um");
            Quantity.Parse("1.5 um").ToString(3).ShouldBe("1.5 um");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_text_whatever_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            Quantity.TryParse(text ?? "", [Measures.Conductivity], out _, out _);
            Unit.TryParse(text ?? "", out _, out _);
            Potential.TryParse(text ?? "", out _, out _);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
}
