import { describe, expect, it } from "vitest";
import { neutronClaims, type NeutronRows } from "../../src/data/lib/neutron-claims.js";
import { claims } from "../../src/science/claims/claims.js";
import { agedSample } from "../../src/science/particle/aged-samples.js";
import { judge } from "../../src/science/claims/judge.js";

const rows: NeutronRows = {
  fits: [
    { state: "0.1C-discharged", loss: 4.4, error: 0.2, truth: 4 },
    { state: "0.1C-20cycles", loss: 3.9, error: 0.2, truth: 4 }
  ],
  biases: [
    { held: "mixing", offset: 0.005, bias: 5.3 },
    { held: "mixing", offset: 0.01, bias: 10.6 },
    { held: "lithiumInMetalLayer", offset: 0.02, bias: 3.9 }
  ]
};

describe("claims of the neutron refinement", () => {
  const verdictOf = (made: ReturnType<typeof neutronClaims>) => {
    const computed = made.find(({ id }) => id === "C04");
    const claim = claims.find(({ id }) => id === "C04");
    if (!computed || !claim) throw new Error("missing claim C04");
    return { computed, ...judge(claim, computed) };
  };

  it("tell the loss that comes back with two errors, what the sample had, and how far wrong assumptions would move it", () => {
    const { computed, verdict } = verdictOf(neutronClaims(rows));
    expect(computed).toMatchObject({ kind: "recovered", value: 4.4, error: 0.4, unit: "%" });
    expect(computed.set?.value).toBeCloseTo(100 * agedSample("0.1C-discharged").oxygenLost, 3);
    expect(computed.set?.what).toContain("pathway model");
    expect(computed.span?.min).toBeCloseTo(4.4 - 5.3, 9);
    expect(computed.span?.max).toBeCloseTo(4.4 + 5.3, 9);
    expect(computed.note).toContain("3.9 ± 0.4 %");
    // what is open reaches from a gain to twice the loss
    expect(verdict).toBe("undecidable");
  });

  it("use the instrument as it is printed", () => {
    expect(neutronClaims(rows).find(({ id }) => id === "C40")).toMatchObject({
      ...{ kind: "reported", unit: "%", error: null },
      value: expect.closeTo(0.25, 9) as number
    });
  });

  it("say which row is missing", () => {
    expect(() => neutronClaims({ ...rows, fits: [] })).toThrow(
      "missing neutron refinement of 0.1C-discharged"
    );
    expect(() => neutronClaims({ ...rows, biases: [] })).toThrow("missing bias of mixing by 0.005");
  });
});
