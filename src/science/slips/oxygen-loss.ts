// Oxygen in two instruments. A share f of the volume whose TM/O is raised by δ lacks the share δ/(1 + δ) of its oxygen, and the
// whole lacks l = f δ/(1 + δ), which is what neutrons see. A microscope that calls oxygen-poor what passes a threshold δ₀ says
// nothing of what stays below it.

/** δ of the share f that lacks l of the whole: (l/f)/(1 − l/f). Infinite or negative where it would have to lack all. */
export const riseFor = (loss: number, share: number): number => loss / share / (1 - loss / share);

/** Largest share that can be called oxygen-poor if the whole lacks `loss`: all of it just at the threshold. */
export const largestShare = (loss: number, threshold: number): number =>
  Math.min(1, (loss * (1 + threshold)) / threshold);
