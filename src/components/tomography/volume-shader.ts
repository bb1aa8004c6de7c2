/**
 * The shader of the 3-D view: each pixel's ray goes from cube to cube of one class, the largest about each voxel that it
 * comes to, so that none is missed; labels stay sharp, and surfaces are shaded by the gradient of softened masks.
 * Parallel projection: a length is as long in front as behind. The cut only makes the box smaller, and its face is opaque.
 */
export const vertexShader = `
in vec3 position;
out vec2 screen;
void main() {
  screen = position.xy;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

export const fragmentShader = `
precision highp float;
precision highp int;
precision highp sampler3D;
in vec2 screen;
out vec4 colour;
uniform sampler3D labels;      // texel (y, x, z): class / 255, and how far all is the same / 255
uniform sampler3D masks;       // r, g, b: classes 1 to 3, softened
uniform vec3 size;             // voxels along x, y, z
uniform vec3 low;              // what is left of the box after the cut, voxels
uniform vec3 high;
uniform vec3 cutNormal;        // outwards; zero without a cut
uniform vec3 right;            // the screen's axes in the volume's
uniform vec3 up;
uniform vec3 forward;
uniform vec2 reach;            // half of the view, voxels
uniform vec3 colours[3];
uniform vec3 opacity;          // 0 hides a class

float opacityOf(int label) { return label == 1 ? opacity.x : label == 2 ? opacity.y : label == 3 ? opacity.z : 0.0; }
vec3 colourOf(int label) { return label == 1 ? colours[0] : label == 2 ? colours[1] : colours[2]; }

// the surface of all that is no more transparent than this
vec3 normalAt(vec3 p, float own) {
  vec3 w = step(own - 1e-4, opacity) * step(1e-4, opacity);
  vec3 q = p.yxz / size.yxz;
  vec3 d = 1.2 / size.yxz;
  vec3 g = vec3(
    dot(w, texture(masks, q + vec3(0, d.y, 0)).rgb - texture(masks, q - vec3(0, d.y, 0)).rgb),
    dot(w, texture(masks, q + vec3(d.x, 0, 0)).rgb - texture(masks, q - vec3(d.x, 0, 0)).rgb),
    dot(w, texture(masks, q + vec3(0, 0, d.z)).rgb - texture(masks, q - vec3(0, 0, d.z)).rgb));
  float steep = length(g);
  return steep > 1e-3 ? -g / steep : -forward;
}

void main() {
  vec3 dir = forward + vec3(equal(forward, vec3(0.0))) * 1e-6;
  vec3 origin = 0.5 * size + reach.x * screen.x * right + reach.y * screen.y * up;
  vec3 a = (low - origin) / dir;
  vec3 b = (high - origin) / dir;
  vec3 near = min(a, b);
  vec3 far = max(a, b);
  float t = max(near.x, max(near.y, near.z));
  float end = min(far.x, min(far.y, far.z));
  colour = vec4(0.0);
  if (t >= end) return;

  vec3 entry = vec3(equal(near, vec3(t)));
  bool onCut = dot(entry, abs(cutNormal)) > 0.5 && dot(cutNormal, dir) < 0.0;
  vec3 light = normalize(-forward + 0.55 * up - 0.45 * right);
  vec3 ahead = step(0.0, dir);
  vec3 behind = 1.0 - ahead;
  vec3 inverse = 1.0 / dir;
  float before = 0.0;
  float met = -10.0;            // where the last surface was
  for (int i = 0; i < 1024; ++i) {
    // a hair beyond the face that the ray stands on
    vec3 v = clamp(floor(origin + (t + 2e-3) * dir), vec3(0.0), size - 1.0);
    vec2 here = texelFetch(labels, ivec3(v.yxz), 0).rg * 255.0;
    int label = int(here.r + 0.5);
    float same = floor(here.g + 0.5);
    float own = opacityOf(label);
    vec3 faces = (v + ahead * same - behind * (same - 1.0) - origin) * inverse;
    float leave = min(max(min(faces.x, min(faces.y, faces.z)), t + 2e-3), end);
    if (own > 0.0) {
      vec3 base = colourOf(label);
      float alpha;
      vec3 lit;
      if (i == 0 && onCut) {
        alpha = 1.0;
        lit = base;
      } else if (own > before + 1e-4 && (own > 0.985 || t - met > 2.0)) {
        vec3 n = normalAt(origin + t * dir, own);
        float shine = pow(max(dot(reflect(forward, n), light), 0.0), 24.0);
        alpha = own;
        met = leave;
        lit = base * (0.4 + 0.68 * max(dot(n, light), 0.0)) + 0.12 * shine;
      } else {
        // a step of the surface that the ray grazes is no second surface
        if (t - met < 2.0) met = leave;
        // within a translucent class: a thin fog of its colour
        alpha = 1.0 - pow(1.0 - min(own, 0.999), (leave - t) / 16.0);
        lit = 0.85 * base;
      }
      colour.rgb += (1.0 - colour.a) * alpha * lit;
      colour.a += (1.0 - colour.a) * alpha;
      if (colour.a > 0.985) break;
    }
    before = own;
    t = leave;
    if (t >= end) break;
  }
}`;
