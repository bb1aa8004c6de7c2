/** Questions to the tables of the nanotomograms; each opens on the SQL page. */
export const porosityQuestions = [
  {
    question: "Are pores fewer and larger at 10 C, and how much of the void hangs together?",
    query: `SELECT state, of, count(*) AS pores, round(sum(volume_um3), 2) AS void_um3,
       round(100 * max(volume_um3) / sum(volume_um3), 1) AS largest_percent,
       round(median(diameter_um), 3) AS median_diameter_um
FROM porosity_pores
GROUP BY state, of ORDER BY state, of`
  },
  {
    question: "Where the void is: in the inner, middle and outer third of the radius",
    query: `SELECT state, floor(radius_um / 2.667) + 1 AS third, count(*) AS pores,
       round(sum(volume_um3), 2) AS void_um3, round(avg(elongation), 2) AS elongation
FROM porosity_pores
WHERE of = 'found' AND pore > 1
GROUP BY state, third ORDER BY state, third`
  },
  {
    question: "Where the hoop stress at 10 C is highest, and how porous the two particles are there",
    query: `SELECT p.radius_um, round(s.hoop, 1) AS hoop_stress_MPa,
       round(max(p.porosity_percent) FILTER (state = '0.1C'), 2) AS porosity_slow_percent,
       round(max(p.porosity_percent) FILTER (state = '10C'), 2) AS porosity_fast_percent
FROM porosity_radial p
JOIN (SELECT round(radius_um * 2 - 0.5) / 2 + 0.25 AS shell, avg(hoop_stress_MPa) AS hoop
      FROM stress_10C
      WHERE abs(depth_of_discharge - 0.2) < 0.02 AND phase = 'discharge'
      GROUP BY shell) s ON abs(s.shell - p.radius_um) < 0.01
GROUP BY p.radius_um, s.hoop ORDER BY p.radius_um`
  }
];
