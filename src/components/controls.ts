/** Controls for pages; all have a `value`, send `input`, and so work with Framework's `view`. */
export { parameterForm } from "./parameter-form.js";
export type { ParameterForm, ParameterFormOptions } from "./parameter-form.js";
export { segmented, select } from "./segmented.js";
export type { Choice, ChoiceOptions } from "./segmented.js";
export { timeSlider } from "./time-slider.js";
export type { TimeSlider, TimeSliderOptions } from "./time-slider.js";
