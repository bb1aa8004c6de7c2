// The 3-D view's drawing with three, which is fetched when the first scene is made; frames are drawn only when asked for.
import { parseHex } from "../colour-space.js";
import { sameAround } from "./same-around.js";
import { softMasks } from "./soft-masks.js";
import { screenAxes, type Camera } from "./volume-camera.js";
import { fragmentShader, vertexShader } from "./volume-shader.js";
import { along, type Axis, type Shape } from "./volume.js";

/** Takes away what lies on one side of a plane across an axis. */
export interface Cut {
  axis: Axis;
  /** share of the axis that is kept or, turned over, taken away */
  at: number;
  flip: boolean;
}

export interface SceneFrame {
  camera: Camera;
  /** of classes 1 to 3; 0 hides one */
  opacities: readonly [number, number, number];
  colours: readonly string[];
  cut: Cut | null;
  /** CSS pixels */
  width: number;
  height: number;
  /** device pixels for each */
  ratio: number;
}

export interface VolumeScene {
  canvas: HTMLCanvasElement;
  setVolume: (values: Uint8Array, shape: Shape) => void;
  render: (frame: SceneFrame) => void;
  /** Draws once more and waits for it. @returns ms */
  timed: (frame: SceneFrame) => number;
  dispose: () => void;
}

/** Half of the view at zoom 1, nm or voxels as is the longest side. */
export const halfView = (longest: number, zoom: number): number => (0.62 * longest) / zoom;

export function hasWebGL(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  // browsers keep few contexts: this one goes back at once
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

export async function volumeScene(): Promise<VolumeScene> {
  const three = await import("npm:three");
  const renderer = new three.WebGLRenderer({ alpha: true, antialias: false, preserveDrawingBuffer: true });
  const uniforms = {
    labels: { value: new three.Data3DTexture() },
    masks: { value: new three.Data3DTexture() },
    size: { value: new three.Vector3() },
    low: { value: new three.Vector3() },
    high: { value: new three.Vector3() },
    cutNormal: { value: new three.Vector3() },
    right: { value: new three.Vector3() },
    up: { value: new three.Vector3() },
    forward: { value: new three.Vector3() },
    reach: { value: new three.Vector2() },
    colours: { value: [0, 1, 2].map(() => new three.Vector3()) },
    opacity: { value: new three.Vector3() }
  };
  const material = new three.RawShaderMaterial({
    glslVersion: three.GLSL3,
    vertexShader,
    fragmentShader,
    uniforms,
    depthTest: false,
    depthWrite: false
  });
  // one triangle that covers the picture
  const geometry = new three.BufferGeometry();
  geometry.setAttribute("position", new three.Float32BufferAttribute([-1, -1, 0, 3, -1, 0, -1, 3, 0], 3));
  const mesh = new three.Mesh(geometry, material);
  mesh.frustumCulled = false;
  const scene = new three.Scene().add(mesh);
  const lens = new three.Camera();
  let shape: Shape = { nz: 1, nx: 1, ny: 1 };

  const render = ({ camera, opacities, colours, cut, width, height, ratio }: SceneFrame) => {
    const { nx, ny, nz } = shape;
    const axes = screenAxes(camera);
    uniforms.right.value.set(...axes.right);
    uniforms.up.value.set(...axes.up);
    uniforms.forward.value.set(...axes.forward);
    uniforms.opacity.value.set(...opacities);
    uniforms.colours.value.forEach((vector, i) => vector.set(...parseHex(colours[i] ?? "#000000")));
    const half = halfView(Math.max(nx, ny, nz), camera.zoom);
    uniforms.reach.value.set((half * width) / height, half);
    uniforms.low.value.set(0, 0, 0);
    uniforms.high.value.set(nx, ny, nz);
    uniforms.cutNormal.value.set(0, 0, 0);
    if (cut) {
      const edge = cut.flip ? uniforms.low.value : uniforms.high.value;
      edge[cut.axis] = cut.at * along(shape, cut.axis);
      uniforms.cutNormal.value[cut.axis] = cut.flip ? -1 : 1;
    }
    renderer.setPixelRatio(ratio);
    renderer.setSize(width, height, false);
    renderer.render(scene, lens);
  };
  const freeTextures = () => {
    uniforms.labels.value.dispose();
    uniforms.masks.value.dispose();
  };
  return {
    canvas: renderer.domElement,
    render,
    setVolume(values, next) {
      shape = next;
      freeTextures();
      const { nz, nx, ny } = shape;
      const labels = new three.Data3DTexture(sameAround(values, shape), ny, nx, nz);
      labels.format = three.RGFormat;
      const masks = new three.Data3DTexture(softMasks(values, shape), ny, nx, nz);
      masks.minFilter = masks.magFilter = three.LinearFilter;
      labels.needsUpdate = masks.needsUpdate = true;
      uniforms.labels.value = labels;
      uniforms.masks.value = masks;
      uniforms.size.value.set(nx, ny, nz);
    },
    timed(frame) {
      const gl = renderer.getContext();
      const wait = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      render(frame);
      wait();
      const start = performance.now();
      render(frame);
      wait();
      return performance.now() - start;
    },
    dispose() {
      freeTextures();
      geometry.dispose();
      material.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    }
  };
}
