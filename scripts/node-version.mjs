// Plain JavaScript of old: it must run on the very Node it refuses.
const NEEDED = [22, 12];

/**
 * Why this Node cannot run the tools, or null when it can.
 * @param {string} version `process.versions.node`, e.g. `20.20.2`
 * @returns {string | null}
 */
export function oldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  return (
    `Node.js 版本太旧(现在是 ${version}),请安装 ${NEEDED.join('.')} 或更新的版本后再试。` +
    ` / Node.js ${version} is too old: install ${NEEDED.join('.')} or newer and try again.`
  );
}

/**
 * Runs a TypeScript file in this process, or says in one sentence why it cannot and ends with 1.
 * @param {string} file relative to this folder
 */
export async function runTypeScript(file) {
  const refusal = oldNode(process.versions.node);
  if (refusal) return refuse(refusal);
  let tsx;
  try {
    tsx = await import('tsx/esm/api');
  } catch {
    return refuse('还没有安装依赖,请先运行 npm ci。 / The packages are not installed: run npm ci first.');
  }
  tsx.register();
  await import(file);
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
