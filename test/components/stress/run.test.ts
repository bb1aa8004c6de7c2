import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stressRunner } from "../../../src/components/stress/run.js";
import { defaultFullParameters } from "../../../src/science/mechanics/full-parameters.js";

const request = { parameters: defaultFullParameters(), resolution: 1 };

/** Stands in for the browser's worker: keeps what it is sent, and counts its listeners. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  sent: { id?: number; stop?: number }[] = [];
  listeners = new Set<unknown>();
  terminated = false;

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(message: { id?: number; stop?: number }) {
    this.sent.push(message);
  }

  terminate() {
    this.terminated = true;
  }

  override addEventListener(
    type: string,
    listener: EventListener,
    options?: { once?: boolean; signal?: AbortSignal }
  ) {
    super.addEventListener(type, listener, options);
    this.listeners.add(listener);
    options?.signal?.addEventListener("abort", () => this.listeners.delete(listener));
  }

  override removeEventListener(type: string, listener: EventListener) {
    super.removeEventListener(type, listener);
    this.listeners.delete(listener);
  }

  say(data: object) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

describe("the runner of simulations", () => {
  beforeEach(() => {
    FakeWorker.made = [];
    vi.stubGlobal("Worker", FakeWorker);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("starts a new worker after one that failed", async () => {
    const runner = stressRunner();
    const first = runner.run(request);
    const second = runner.run(request);
    const [dead] = FakeWorker.made;
    dead.dispatchEvent(new Event("error"));
    await expect(first).rejects.toThrow("worker could not be started");
    await expect(second).rejects.toThrow("worker could not be started");
    expect(dead.terminated).toBe(true);
    const third = runner.run(request);
    expect(FakeWorker.made).toHaveLength(2);
    FakeWorker.made[1].say({ id: 3, result: "done" });
    expect(await third).toBe("done");
  });

  it("leaves no listener behind, however a run ends", async () => {
    const runner = stressRunner();
    const stop = new AbortController();
    const told: string[] = [];
    const runs = [
      runner.run(request, { onProgress: (_, what) => told.push(what) }),
      runner.run(request),
      runner.run(request, { signal: stop.signal })
    ];
    const settled = Promise.allSettled(runs);
    const [worker] = FakeWorker.made;
    worker.say({ id: 1, fraction: 0.5, what: "halfway" });
    worker.say({ id: 1, result: "done" });
    worker.say({ id: 2, error: "no mesh" });
    stop.abort();
    expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(runs[1]).rejects.toThrow("no mesh");
    await expect(runs[2]).rejects.toThrow("stopped by the reader");
    expect(told).toEqual(["halfway"]);
    expect(worker.listeners.size).toBe(0);
    expect(worker.sent.at(-1)).toEqual({ stop: 3 });
  });

  it("does not stop a newer run by the signal of a finished one", async () => {
    const runner = stressRunner();
    const stop = new AbortController();
    const first = runner.run(request, { signal: stop.signal });
    const [worker] = FakeWorker.made;
    worker.say({ id: 1, result: "done" });
    await first;
    void runner.run(request);
    stop.abort();
    expect(worker.sent.filter((message) => "stop" in message)).toEqual([]);
  });

  it("ends a run that a newer one took the place of", async () => {
    const runner = stressRunner();
    const first = runner.run(request);
    void runner.run(request);
    FakeWorker.made[0].say({ id: 2, fraction: 0, what: "making the mesh" });
    await expect(first).rejects.toThrow("superseded by a newer run");
  });
});
