// The 3-D drawing of a block of atoms with three, which is fetched when the first scene is made; frames only when asked for.
import { parseHex } from "../colour-space.js";
import { screenAxes, type Camera } from "../tomography/volume-camera.js";
import { halfView } from "../tomography/volume-scene.js";
import type { Atoms } from "./atoms.js";

export interface AtomsScene {
  canvas: HTMLCanvasElement;
  setAtoms: (atoms: Atoms) => void;
  render: (frame: {
    camera: Camera;
    colours: readonly string[];
    shown: readonly boolean[];
    side: number;
  }) => void;
  dispose: () => void;
}

export async function atomsScene(): Promise<AtomsScene> {
  const three = await import("npm:three");
  const renderer = new three.WebGLRenderer({ alpha: true, antialias: true, preserveDrawingBuffer: true });
  const sphere = new three.IcosahedronGeometry(1, 2);
  const material = new three.MeshLambertMaterial();
  const lens = new three.OrthographicCamera();
  const sun = new three.DirectionalLight(0xffffff, 2.1);
  const scene = new three.Scene().add(new three.AmbientLight(0xffffff, 1.3), sun);
  let atoms: Atoms | null = null;
  let meshes: InstanceType<typeof three.InstancedMesh>[] = [];
  const free = () => {
    for (const mesh of meshes) {
      scene.remove(mesh);
      mesh.dispose();
    }
    meshes = [];
  };

  return {
    canvas: renderer.domElement,
    setAtoms(next) {
      atoms = next;
      free();
      const matrix = new three.Matrix4();
      // one mesh a species, so that one can be hidden and coloured by itself
      meshes = next.radii.map((radius, s) => {
        const members = Array.from(next.species.keys()).filter((i) => next.species[i] === s);
        const mesh = new three.InstancedMesh(sphere, material.clone(), members.length);
        members.forEach((i, k) => {
          const [x, y, z] = next.positions.subarray(3 * i, 3 * i + 3);
          mesh.setMatrixAt(k, matrix.makeScale(radius, radius, radius).setPosition(x, y, z));
        });
        mesh.frustumCulled = false;
        scene.add(mesh);
        return mesh;
      });
    },
    render({ camera, colours, shown, side }) {
      if (!atoms) return;
      const { right, up, forward } = screenAxes(camera);
      const [w, d, l] = atoms.size;
      const half = halfView(Math.max(w, d, l), camera.zoom);
      const centre = [atoms.corner[0] + w / 2, atoms.corner[1] + d / 2, l / 2] as const;
      const back = 2 * (w + d + l);
      lens.left = lens.bottom = -half;
      lens.right = lens.top = half;
      lens.near = 0.1;
      lens.far = 2 * back;
      lens.up.set(...up);
      lens.position.set(
        centre[0] - back * forward[0],
        centre[1] - back * forward[1],
        centre[2] - back * forward[2]
      );
      lens.lookAt(...centre);
      lens.updateProjectionMatrix();
      sun.position.set(
        -forward[0] + 0.5 * up[0] - 0.4 * right[0],
        -forward[1] + 0.5 * up[1] - 0.4 * right[1],
        -forward[2] + 0.5 * up[2] - 0.4 * right[2]
      );
      meshes.forEach((mesh, s) => {
        mesh.visible = shown[s] ?? true;
        if (mesh.material instanceof three.MeshLambertMaterial)
          mesh.material.color.setRGB(...parseHex(colours[s] ?? "#000000"), three.SRGBColorSpace);
      });
      renderer.setPixelRatio(Math.min(2, globalThis.devicePixelRatio || 1));
      renderer.setSize(side, side, false);
      renderer.render(scene, lens);
    },
    dispose() {
      free();
      sphere.dispose();
      material.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    }
  };
}
