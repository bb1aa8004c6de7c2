/** Questions to the tables of the half-cell; each opens on the SQL page. */
export const electrochemistryQuestions = [
  {
    question: "Capacity, efficiency and mean voltage in cycles 1, 2, 10 and 20",
    query: `SELECT rate_C, cycle, round(charge_mAh_g, 1) AS charge, round(discharge_mAh_g, 1) AS discharge,
       round(100 * coulombic_efficiency, 2) AS efficiency_percent, round(mean_discharge_V, 3) AS mean_V
FROM electrochemistry_cycles
WHERE cycle IN (1, 2, 10, 20)
ORDER BY rate_C, cycle`
  },
  {
    question: "What the voltage loses half-way through the charge, part by part",
    query: `SELECT rate_C, round(avg(1000 * kinetic_V), 2) AS kinetic_mV, round(avg(1000 * diffusion_V), 2) AS diffusion_mV,
       round(avg(1000 * counter_V), 2) AS lithium_mV, round(avg(1000 * ohmic_V), 3) AS film_and_separator_mV
FROM electrochemistry_first_cycle
WHERE phase = 'charge' AND lithium BETWEEN 0.6 AND 0.8
GROUP BY rate_C
ORDER BY rate_C`
  },
  {
    question: "Lithium in the particle at each sampled state",
    query: `SELECT label, round(capacity_mAh_g, 1) AS mAh_g, round(lithium, 3) AS lithium
FROM electrochemistry_sampled
ORDER BY rate_C, capacity_mAh_g`
  },
  {
    question: "Which diffusivity leaves less than 130 mAh/g at 10 C",
    query: `SELECT value AS diffusivity_m2_s, round(charge_mAh_g, 1) AS charge, round(discharge_mAh_g, 1) AS discharge
FROM electrochemistry_sensitivity
WHERE parameter = 'diffusivity' AND discharge_mAh_g < 130
ORDER BY value DESC`
  },
  {
    question: "Which sizes lag behind at the end of a charge",
    query: `SELECT rate_C, round(radius_um, 1) AS radius_um, round(100 * mass_share, 2) AS mass_percent, round(lithium, 3) AS lithium
FROM electrochemistry_sizes
WHERE phase = 'charge'
ORDER BY rate_C, radius_um`
  }
];
