// Physical constants, exact in the SI of 2019.

/** C/mol */
export const faraday = 96485.33212;
/** 1/mol */
export const avogadro = 6.02214076e23;
/** seconds in an hour: 1C is one nominal capacity an hour */
export const hour = 3600;
/** J/(mol K) */
export const gasConstant = 8.31446261815324;
