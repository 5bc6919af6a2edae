using Interphase.Measurements;

namespace Interphase.Cells;

/// <summary>Receives what a run gives, as it goes on. Everything may be left out.</summary>
public abstract class RunObserver
{
    /// <summary>A row of the time series, with every step's first and last moment.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isKept">Whether its cycle is one of those kept.</param>
    public virtual void OnRow(in SampleRow row, bool isKept)
    {
    }

    /// <summary>A step has ended.</summary>
    public virtual void OnStep(in StepReport step)
    {
    }

    /// <summary>A point of the loss budget.</summary>
    public virtual void OnBudget(BudgetPoint point)
    {
    }

    /// <summary>A profile at the end of a step.</summary>
    public virtual void OnProfile(ContentProfile profile)
    {
    }

    /// <summary>A step met its limit of voltage before it had delivered what the cell at rest would.</summary>
    public virtual void OnUndelivered(UndeliveredCapacity undelivered)
    {
    }

    /// <summary>What stands in the way of a cycle's discharge.</summary>
    public virtual void OnResistance(ResistancePoint resistance)
    {
    }

    /// <summary>There is as much of a product as a spectrum would see.</summary>
    public virtual void OnAppearance(ProductAppearance appearance)
    {
    }

    /// <summary>Where the lithium is; once, at the end of a run.</summary>
    public virtual void OnLedger(LithiumLedger ledger)
    {
    }

    /// <summary>What a cycle lost against the first, by cause; at the end of a run.</summary>
    public virtual void OnLoss(CapacityLoss loss)
    {
    }

    /// <summary>A spectrum was taken.</summary>
    /// <param name="spectrum">Of the cell.</param>
    /// <param name="parts">Where it comes from.</param>
    public virtual void OnSpectrum(Spectrum spectrum, SpectrumParts parts)
    {
    }
}
