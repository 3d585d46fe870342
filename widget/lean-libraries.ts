import { dirname, join, relative } from "node:path";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

/** What is replaced, and by what. Each has to be found: another version of a library stops the build. */
type Cut = [found: RegExp, replacement: string];

const { resolve } = createRequire(import.meta.url);
/** Folders of sources; a package's `package.json` may be kept from importers, its entry is not. */
const PREACT = join(dirname(resolve("preact")), "../src");
const SIGNALS = join(dirname(resolve("@preact/signals-core")), "../src");
const JSX = "\0lean-jsx";

/** Nothing is hydrated, no plugin sets an option, no class and no portal is drawn. */
const IN_PREACT: Cut[] = [
  [/^\t*(isHydrating|excessDomChildren|globalContext|commitQueue),?\n/gm, ""],
  [/\b(isHydrating = )?(excessDomChildren = NULL|isHydrating = false);/g, ""],
  [/\bisHydrating\b/g, "false"],
  [/\bexcessDomChildren\b/g, "null"],
  [/\boptions\._catchError\(e,.*\);/g, "throw e;"],
  [/\boptions\.\w+\b/g, "undefined"],
  [/\b\w+(\.props)?\._parentDom\b/g, "undefined"],
];

const FUNCTION_COMPONENT = `if (typeof newType == 'function') {
    tmp = newType(newVNode.props);
    oldDom = diffChildren(
      parentDom, isArray(tmp) ? tmp : [tmp], newVNode, oldVNode, namespace, oldDom, refQueue
    );
  } else {
    oldDom = newVNode._dom = diffElementNodes`;

const MOVE_ALL = `
  if (moved) newChildren.forEach(child => { if (child) child._flags |= INSERT_VNODE; });
`;

/** By path; they come before what is cut everywhere. */
const BY_FILE: Record<string, Cut[]> = {
  "preact/diff/index.js": [
    // Of what is drawn, a function takes hold.
    [
      /\ttry \{\n(\t\tif \(typeof ref == 'function'\) \{[\s\S]*?)\t\t\} else ref\.current = value;\n[\s\S]*?\n\t\}\n/,
      "$1}\n",
    ],
    [/owner\._component \|\| owner\._dom/, "owner._dom"],
    [/ && \(!r\.current \|\| r\.current == vnode\._dom\)/, ""],
    [/vnode\._component = (?=vnode\._parent = NULL)/, ""],
    [/newProps\.is \? newProps : parentDom/, "parentDom"],
    [/ &&\n\t+!\(i == 'checked' && 'defaultChecked' in newProps\)/, ""],
    [/ else if \(i == 'checked'\) \{\n\t+checked = value;\n\t+\}/, ""],
    [/\t+i = 'checked';\n[\s\S]*?\n\t\t\t\}\n/, ""],
    [/import \{ BaseComponent, getDomSibling \}/, "import { getDomSibling }"],
    // Suspense.
    [/\tif \(\n\t\toldVNode\._flags & MODE_SUSPENDED[\s\S]*?\n\t\}\n/, ""],
    // A component is a function of its properties, without state, context or life cycle.
    [
      /outer: if \(typeof newType == 'function'\) \{[\s\S]*?\} else \{\n\t\toldDom = newVNode\._dom = diffElementNodes/,
      FUNCTION_COMPONENT,
    ],
    [/commitRoot\(commitQueue, /, "commitRoot("],
    [/\tif \(options\._commit\)[\s\S]*?\n\t\}\);\n\}/, "}"],
    [/\tif \(\(r = vnode\._component\)\) \{[\s\S]*?\n\t\}\n/, ""],
    [/\tif \(\n\t\t!skipRemove &&[\s\S]*?\n\t\}\n/, ""],
    // Elements that the panel does not draw, and HTML, which it never takes from a string.
    [/\t\texcessDomChildren =\n\t\t\tnodeType == 'textarea'[\s\S]*?;\n/, ""],
    [/\tif \(excessDomChildren\) \{\n\t\tfor[\s\S]*?\n\t\}\n/, ""],
    [/\t\tif \(!isHydrating && excessDomChildren\) \{[\s\S]*?\n\t\t\}\n/, ""],
    [/\t+excessDomChildren\n\t+\? excessDomChildren\[0\]\n\t+: /, ""],
    [/\t\tif \(newHtml\) \{[\s\S]*?\} else \{\n\t\t\tif \(oldHtml\).*\n/, "{"],
    [/(?<!else )if \(i == 'dangerouslySetInnerHTML'\) \{[\s\S]*?\} else /, ""],
    [/else if \(i == 'dangerouslySetInnerHTML'\) \{[\s\S]*?\} else /g, "else "],
    [/\tif \(\(tmp = options\.\w+\)\) tmp\(newVNode\);\n/g, ""],
    [/nodeType == '(progress|math)'/g, "false"],
    [/nodeType == 'foreignObject' \|\|/, ""],
    [/namespace == MATH_NAMESPACE/, "false"],
    [/\(nodeType == 'template' && dom\.content\) \|\| dom/, "dom"],
  ],
  "preact/diff/children.js": [
    // Nothing is drawn twice from one node, and no text is an object.
    [/ \|\|\n\t+childVNode\.constructor === String/, ""],
    [
      / else if \(childVNode\.constructor === VNODE_MARKER && childVNode\._depth\) \{[\s\S]*?\} (?=else)/,
      " ",
    ],
    [/\t+childVNode\._depth = .*\n/, ""],
    // Children that change their order, which is rare, are all put in anew.
    [/\tif \(moved\) \{[\s\S]*?\n\t\}\n/, MOVE_ALL],
    [/ \| LIS_CANDIDATE/, ""],
    [/\t+childVNode\._flags \|= LIS_CANDIDATE;\n/, ""],
    // Neither suspended parts nor comments stand among the children.
    [/ \|\| oldVNode\._flags & REF_DETACHED/, ""],
    [/childVNode\._component \|\| newDom/, "newDom"],
    [/\t+if \(oldDom && !oldDom\.parentNode\) \{[\s\S]*?\n\t\t\}\n/, ""],
    [/\t+while \(next && next\.nodeType == 8\).*\n/, ""],
    [/\twhile \(\n[\s\S]*?\n\t\);\n\n\treturn oldDom;/, "\treturn oldDom && oldDom.nextSibling;"],
  ],
  "preact/create-element.js": [[/\t\t_(depth|component): .*\n/g, ""]],
  "preact/diff/props.js": [
    // No element has a style of its own (its page's policy may forbid one), a captured event or a popover.
    [/\tif \(name == 'style'\) \{[\s\S]*?(?=\n\t(\/\/.*\n\t)*else if \(name\[0\] == 'o')/, "\tif (false) {}"],
    [/useCapture = name != \(name = name\.replace\(CAPTURE_REGEX, '\$1'\)\);/, ""],
    [/name = name\.replace\(\/xlink.*;/, ""],
    [/name == 'popover' && value == true \? '' : value/, "value"],
    [/\t+name != '(popover|rowSpan|colSpan|download|list)' &&\n/g, ""],
  ],
  "preact/diff/catch-error.js": [[/^[\s\S]*$/, "export {};"]],
  "preact/options.js": [[/^[\s\S]*$/, "export default {};"]],
  "preact/component.js": [
    [/^[\s\S]*?(?=export function getDomSibling)/, "import { NULL } from './constants';\n"],
    [/\n\}\n[\s\S]*$/, "\n}\n"],
  ],
  "preact/render.js": [
    [/\tif \(parentDom\.nodeType == 9\) \{[\s\S]*?\n\t\}\n/, ""],
    [/oldVNode \? oldVNode\._dom : parentDom\.firstChild/, "oldVNode && oldVNode._dom"],
    [/\toldVNode\n\t\t\t\? NULL\n[\s\S]*?: NULL,\n/, ""],
    [/\t\tEMPTY_OBJ,\n/, ""],
    [/\tlet isHydrating = .*;\n/, ""],
    [/commitQueue = \[\],|commitQueue, /g, ""],
  ],
  "signals/index.ts": [
    // No value is computed from others, none is watched, and no effect cleans up after itself.
    [/function Computed\([\s\S]*?(?=\/\/#endregion Computed)/, ""],
    [/export \{\n\tcomputed,[\s\S]*?\};/, "export { batch, effect };"],
    [/untracked\(\(\) => \{\n\s*this\._(un)?watched\?\.call\(this\);\n\s*\}\);/g, ""],
    [/\tthis\._(un)?watched = .*\n/g, ""],
    [/Signal\.prototype\.subscribe = [\s\S]*?(?=Signal\.prototype\.peek)/, ""],
    [/Signal\.prototype\.brand = BRAND_SYMBOL;/, ""],
    [/Signal\.prototype\._refresh = [\s\S]*?\n\};\n/, ""],
    [/ && needsToRecompute\(effect\)/, ""],
    [/untracked\(\(\) => this\.value\)/, "this._value"],
    [
      /\t(reconcileBatchSnapshots\(\)|currentBatchSnapshotVersion = .*|recordBatchSnapshot\(this\)|this\._batchSnapshotVersion = 0);\n/g,
      "",
    ],
    [/\tcleanupEffect\((this|effect)\);\n/g, ""],
    [/const cleanup = this\._fn\(\);\n\s*if [\s\S]*?\n\t\t\}\n/, "this._fn();\n"],
    [/\tthis\._cleanup = undefined;\n/, ""],
    // Effects end in the order in which they began: none waits.
    [/\tif \(evalContext !== this\) \{\n.*\n\t\}\n/, ""],
    [/\tthis\.name = options\?\.name;\n/g, ""],
    [/\tif \(capturedEffects\) \{[\s\S]*?\n\t\}\n/, ""],
    [/Effect\.prototype\.dispose = [\s\S]*?\n\};\n/, ""],
    [/\t\(dispose as any\)\[Symbol\.dispose\] = dispose;\n/, ""],
  ],
};

const JSX_RUNTIME = `
  import { createVNode, Fragment } from ${JSON.stringify(join(PREACT, "create-element.js"))};
  const jsx = (type, { ref, ...props }, key) => createVNode(type, props, key, ref);
  export { Fragment, jsx, jsx as jsxs };`;

/** Builds Preact and its signals from their sources, without what the panel cannot reach. */
export function leanLibraries(): Plugin {
  return {
    name: "lean-libraries",
    enforce: "pre",
    resolveId(source) {
      if (source === "preact") return join(PREACT, "render.js");
      if (source === "preact/jsx-runtime") return JSX;
      if (source === "@preact/signals-core") return join(SIGNALS, "index.ts");
      return undefined;
    },
    load: (id) => (id === JSX ? JSX_RUNTIME : undefined),
    transform(code, id) {
      const isPreact = id.startsWith(PREACT);
      if (!isPreact && !id.startsWith(SIGNALS)) return undefined;
      const path = isPreact ? `preact/${relative(PREACT, id)}` : `signals/${relative(SIGNALS, id)}`;
      let lean = code;
      for (const [found, replacement] of BY_FILE[path] ?? []) {
        if (lean.search(found) < 0) this.error(`${path} holds nothing like ${found}`);
        lean = lean.replace(found, replacement);
      }
      if (isPreact) for (const [found, replacement] of IN_PREACT) lean = lean.replace(found, replacement);
      return lean;
    },
  };
}
